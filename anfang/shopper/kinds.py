"""What kind of page a look shows: a form, a sign-in, a wall, a page that is gone. Evidence from several places; pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, cast

from anfang.shopper.lexicon import EXACT, OUTLINE, Lexicon
from anfang.shopper.page import Node, Page, fold
from anfang.shopper.statements import all_pairs
from anfang.shopper.verdict import Sign, Verdict, weigh, weights

Kind = Literal["gone", "failed", "refused", "login", "app_only", "form", "other"]
SHORT = 400
"""A page whose own text is longer than this is no error page, whatever words it holds."""


@dataclass(frozen=True, slots=True)
class Seen:
    """The kind with the words that told it and the sum behind it."""

    kind: Kind
    words: str = ""
    verdict: Verdict | None = None


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
    signs = [*_document(status, failure), *_words(page, home, lexicon), *_fields(page, home, lexicon, " ".join(dialogs))]
    found = {kind: weigh_kind(kind, signs) for kind in weights()["kinds"]}
    kind = max(found, key=lambda one: found[one].score)
    verdict = found[kind]
    return Seen(cast("Kind", kind), _telling(verdict), verdict) if verdict.holds else Seen("other")


def weigh_kind(kind: str, signs: Iterable[Sign]) -> Verdict:
    return weigh(weights()["kinds"][kind], signs)


def _telling(verdict: Verdict) -> str:
    """The words of the strongest sign that has any."""
    told = [(added, sign.words) for sign, added in verdict.signs if added > 0 and sign.words]
    return max(told, key=lambda one: one[0])[1] if told else ""


def _document(status: int | None, failure: str) -> Iterator[Sign]:
    if failure:
        yield Sign("failure", 1, failure)
    if status is not None and status >= 400:
        yield Sign("lost status" if status in (404, 410) else "bad status", 1, f"HTTP {status}")


def _words(page: Page, home: Page | None, lexicon: Lexicon) -> Iterator[Sign]:
    """What a short page says of itself; a long one is no error page, whatever words it holds."""
    text = "\n".join(own_lines(page, home))
    if len(text) > SHORT:
        return
    for kind in ("refused", "gone", "failed"):
        if word := lexicon.has(text, kind) or lexicon.has(_heads(page), kind):
            yield Sign(f"{kind} words", 1, word)


def _heads(page: Page) -> str:
    return " ".join([page.title, *(words for _node, words in page.headings[:6])])


def _fields(page: Page, home: Page | None, lexicon: Lexicon, said: str) -> Iterator[Sign]:
    text, fields = "\n".join(own_lines(page, home)), own_fields(page, home)
    secret = any(node.attributes.get("type", "").lower() == "password" for node in fields)
    typed = [node for node in fields if node.attributes.get("type", "text").lower() not in ("checkbox", "radio", "button")]
    signs_in = lexicon.has(_heads(page), "login_words")
    names = " / ".join(filter(None, (page.name_of_field(node) for node in typed[:5])))
    app = only_by_app(text, lexicon) if not secret and len(typed) < 2 else ""
    ways = methods(page, home, lexicon)
    told = {
        "wall in a dialog": lexicon.has(said, "login_wall"),
        "password field": "password" if secret else "",
        "sign-in words": signs_in or lexicon.has(text[:SHORT], "login_words"),
        "few fields": "few fields" if len(typed) <= 4 else "",
        "a way to sign in": next(iter(ways.values()), ""),
        "login wall": lexicon.has(text, "login_wall") if not typed else "",
        "long answer": names or "textarea" if any(node.tag == "textarea" for node in fields) else "",
        "several fields": names or "fields" if len(typed) >= 2 else "",
        "many fields": "fields" if len(typed) > 4 and not secret else "",
        "only an app": app,
        "only an app to sign in": app if signs_in else "",
    }
    yield from (Sign(name, 1, words) for name, words in told.items() if words)


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
    found = {pair.label.element for pair in all_pairs(page, lexicon) if pair.label.strength >= OUTLINE and pair.value}
    for link in page.links:
        label = lexicon.label(link.text) if link.shown and not link.href else None
        if label is not None and label.strength == EXACT:
            found.add(label.element)
    if home is not None and home is not page:
        found -= {pair.label.element for pair in all_pairs(home, lexicon)}
    return found - {"name"}
