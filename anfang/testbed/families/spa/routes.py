"""Addresses inside one app: which routes it declares and how a link to them is written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal
from urllib.parse import quote

from anfang.testbed.families.spa.wording import Words

View = Literal[
    "home", "hall", "guide", "faq", "news", "article", "interaction", "consult", "complaint",
    "progress", "login", "apply", "topic", "wizard", "search",
]  # fmt: skip
SEGMENTS: tuple[dict[View, str], ...] = (
    {"hall": "service", "guide": "guide", "faq": "faq", "news": "news", "article": "article"},
    {"hall": "bsdt", "guide": "bszn", "faq": "cjwt", "news": "xwdt", "article": "xw", "interaction": "hdjl",
     "consult": "wyzx", "complaint": "wyts", "progress": "bjcx", "login": "denglu", "apply": "wyb", "topic": "zt",
     "wizard": "znyd", "search": "ss"},
    {"hall": "matter", "guide": "matterDetail", "faq": "matterFaq", "news": "info", "article": "infoDetail",
     "consult": "zxts-consult", "complaint": "zxts-complain", "progress": "caseQuery", "apply": "declare"},
)  # fmt: skip
Entry = dict[str, Any]
"""What a page lists: `text`, and where it leads as `href` (an anchor) or `to` (an element that listens for a click)."""


class Routes:
    """`hash` routes live in the fragment of "/", history routes are paths of their own."""

    def __init__(self, words: Words) -> None:
        self.hash = words.pick("routing", (True, False))
        self.segments = words.pick("segments", SEGMENTS)
        self.words = words

    def path(self, view: View, key: str = "") -> str:
        """The route of a view, e.g. /guide/3f2a."""
        if view == "home":
            return "/"
        return "/" + self.segments.get(view, view) + (f"/{quote(key)}" if key else "")

    def href(self, path: str) -> str:
        """The route as an anchor writes it; the home page is always the document root."""
        return f"#{path}" if self.hash and path != "/" else path

    def anchor(self, text: str, view: View, key: str = "", **more: object) -> Entry:
        return {"text": text, "href": self.href(self.path(view, key)), **more}

    def listener(self, text: str, view: View, key: str = "", **more: object) -> Entry:
        return {"text": text, "to": self.path(view, key), **more}

    def entry(self, text: str, view: View, key: str = "", **more: object) -> Entry:
        """An anchor or a listening element, as the seed will have it for this view and key."""
        make = self.words.pick(f"element/{view}/{key}", (self.anchor, self.anchor, self.listener))
        return make(text, view, key, **more)


def hrefs(tree: object) -> Iterator[str]:
    """Every `href` in a page's data, in document order."""
    if isinstance(tree, dict):
        for name, branch in tree.items():  # pyright: ignore[reportUnknownVariableType]
            yield from [branch] if name == "href" else hrefs(branch)  # pyright: ignore[reportUnknownArgumentType]
    elif isinstance(tree, list):
        for branch in tree:  # pyright: ignore[reportUnknownVariableType]
            yield from hrefs(branch)  # pyright: ignore[reportUnknownArgumentType]
