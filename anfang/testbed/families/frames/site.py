"""One portal being served: its facts and choices, and how its pages are written (template, charset, answer)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import Response

from anfang.testbed.facts import PortalFacts
from anfang.testbed.families.frames.addresses import Addresses
from anfang.testbed.families.frames.items import Items
from anfang.testbed.families.frames.pictures import PICTURES
from anfang.testbed.families.frames.shelves import Shelves
from anfang.testbed.families.frames.taste import Taste
from anfang.testbed.families.frames.values import Values

_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates", encoding="utf-8"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
CHARSETS = ("GBK", "GB18030", "gb2312")
"""As a page names it: browsers read all three alike."""

Answer = Callable[[dict[str, str]], Response]
"""A page, from what was asked for."""


class Site:
    def __init__(self, facts: PortalFacts) -> None:
        self.facts = facts
        self.taste = Taste(facts.seed, facts.name)
        self.url = Addresses(self.taste)
        self.items = Items(facts, self.taste)
        self.shelves = Shelves(facts, self.items, self.taste)
        self.values = Values(self.taste)
        self.shared: dict[str, Any] = {}
        """What every page shows: the menu, the search, the sign-in."""
        self._named = self.taste.flag("charset in the header")
        self._charset = self.taste.pick("charset", CHARSETS)

    def word(self, key: str) -> str:
        return self.taste.word(key)

    @property
    def menu_in_head(self) -> bool:
        """The main menu stands in the head's frame, too low for anything to drop down from it."""
        return self.taste.flag("menu in head", 0.35)

    @property
    def framed(self) -> bool:
        """Materials and forms of a guide stand in a frame of their own."""
        return self.taste.flag("materials in a frame", 0.35)

    def charset(self, page: str) -> str:
        """Most pages are written in the old charset, some in UTF-8; which ones is the portal's choice."""
        return "utf-8" if self.taste.flag(f"utf-8/{page}", 0.2) else self._charset

    def picture(self, key: str) -> str:
        """Address of a picture; the button of a label is named after the label in pinyin."""
        return f"/images/{PICTURES.get(key, key)}.gif"

    def page(self, template: str, *, http: int = 200, **told: Any) -> Response:
        charset = self.charset(template)
        text = _TEMPLATES.get_template(f"{template}.html").render(self._common(charset, template), **told)
        kind = f"text/html;charset={charset}" if self._named else "text/html"
        return Response(text.encode("utf-8" if charset == "utf-8" else "gb18030"), http, headers={"content-type": kind})

    def text(self, name: str, kind: str) -> Response:
        """A script or a style sheet, with the portal's choices filled in."""
        told = _TEMPLATES.get_template(name).render(self._common("utf-8", name))
        return Response(told.encode(), headers={"content-type": f"{kind}; charset=utf-8"})

    def _common(self, charset: str, template: str) -> dict[str, Any]:
        return {
            "w": self.word,
            "url": self.url,
            "pic": self.picture,
            "taste": self.taste,
            "facts": self.facts,
            "city": self.facts.name,
            "charset": charset,
            "menu_in_head": self.menu_in_head,
            "template": template,
            **self.shared,
        }
