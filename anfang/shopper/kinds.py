"""What kind of page a look shows: a form, a sign-in, a wall, a page that is gone. Evidence from several places; pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from anfang.shopper.lexicon import EXACT, Lexicon
from anfang.shopper.page import Node, Page, fold
from anfang.shopper.pairs import pairs

Kind = Literal["gone", "failed", "refused", "login", "app_only", "form", "other"]
SHORT = 400
"""A page whose own text is longer than this is no error page, whatever words it holds."""


@dataclass(frozen=True, slots=True)
class Seen:
    """The kind with the words that told it."""

    kind: Kind
    words: str = ""


def own_lines(page: Page, home: Page | None) -> list[str]:
    """The lines that the home page does not show: the page without the site's furniture."""
    furniture = _lines(home) if home is not None and home is not page else frozenset[str]()
    return [line for line in page.text.split("\n") if line not in furniture]


@lru_cache(maxsize=64)
def _lines(page: Page) -> frozenset[str]:
    return frozenset(page.text.split("\n"))


def own_fields(page: Page, home: Page | None) -> list[Node]:
    """The fields that the home page does not have (the site search stands on every page)."""
    known = {field_mark(node) for node in home.fields} if home is not None and home is not page else set[tuple[str, ...]]()
    return [node for node in page.fields if field_mark(node) not in known]


def field_mark(node: Node) -> tuple[str, ...]:
    """What tells a field from others: its tag, type, name, id and placeholder."""
    return (node.tag, *(node.attributes.get(name, "") for name in ("type", "name", "id", "placeholder")))


def kind_of(
    page: Page, home: Page | None, lexicon: Lexicon, *, status: int | None = None, failure: str = "", dialogs: tuple[str, ...] = ()
) -> Seen:
    """The kind of a page; `failure` and `status` are of its main document."""
    if failure:
        return Seen("failed", failure)
    if status is not None and status >= 400:
        return Seen("gone" if status in (404, 410) else "failed", f"HTTP {status}")
    lines = own_lines(page, home)
    text = "\n".join(lines)
    heads = " ".join([page.title, *(words for _node, words in page.headings[:6])])
    said = " ".join(dialogs)
    if len(text) <= SHORT and (broken := _broken(text, heads, lexicon)):
        return broken
    if word := lexicon.has(said, "login_wall"):
        return Seen("login", word)
    return _by_fields(page, home, text, heads, lexicon)


def _broken(text: str, heads: str, lexicon: Lexicon) -> Seen | None:
    kinds: tuple[tuple[Kind, str], ...] = (("refused", "refused"), ("gone", "gone"), ("failed", "failed"))
    for kind, words in kinds:
        if word := lexicon.has(text, words) or lexicon.has(heads, words):
            return Seen(kind, word)
    return None


def _by_fields(page: Page, home: Page | None, text: str, heads: str, lexicon: Lexicon) -> Seen:
    fields = own_fields(page, home)
    secret = any(node.attributes.get("type", "").lower() == "password" for node in fields)
    long_answer = any(node.tag == "textarea" for node in fields)
    typed = [node for node in fields if node.attributes.get("type", "text").lower() not in ("checkbox", "radio", "button")]
    app = only_by_app(text, lexicon)
    named_sign_in = lexicon.has(heads, "login_words")
    if app and not secret and len(typed) < 2:
        return Seen("login" if named_sign_in else "app_only", app)
    signs_in = named_sign_in or lexicon.has(text[:SHORT], "login_words")
    if not long_answer and (secret or (signs_in and len(typed) <= 4 and methods(page, home, lexicon))):
        return Seen("login", signs_in or "password")
    if word := lexicon.has(text, "login_wall") if not typed else "":
        return Seen("login", word)
    if long_answer or len(typed) >= 2:
        return Seen("form", " / ".join(filter(None, (page.name_of_field(node) for node in typed[:5]))))
    return Seen("other")


def only_by_app(text: str, lexicon: Lexicon) -> str:
    """The words that send the citizen to an app, or ''."""
    for form in lexicon.words("app_only_forms"):
        if found := re.search(form, text, re.I):
            return found.group(0)
    return lexicon.has(text, "app_only")


def methods(page: Page, home: Page | None, lexicon: Lexicon) -> dict[str, str]:
    """Ways of signing in that the page offers: method -> the words that tell it."""
    text = "\n".join(own_lines(page, home))
    fields = own_fields(page, home)
    extra = " ".join(
        fold(" ".join(node.attributes.get(name, "") for name in ("alt", "title", "placeholder", "aria-label"))) for node in page.nodes
        if node.shown and node.tag in ("img", "input", "a", "canvas")
    )  # fmt: skip
    found: dict[str, str] = {}
    for method in ("password", "sms", "qr", "certificate", "national", "face", "other_account"):
        word = lexicon.has(text, "login_methods", method) or lexicon.has(extra, "login_methods", method)
        if word and not lexicon.denied(text, word):
            found[method] = word
    if any(node.attributes.get("type", "").lower() == "password" for node in fields):
        found.setdefault("password", "password field")
    return found


def guide_evidence(page: Page, lexicon: Lexicon, home: Page | None) -> set[str]:
    """The elements whose labels a page shows beside a value, or as a tab; the home page's own aside."""
    found = {pair.label.element for pair in pairs(page, lexicon) if pair.label.strength == EXACT}
    for link in page.links:
        label = lexicon.label(link.text) if link.shown and not link.href else None
        if label is not None and label.strength == EXACT:
            found.add(label.element)
    if home is not None and home is not page:
        found -= {pair.label.element for pair in pairs(home, lexicon)}
    return found - {"name"}
