"""One portal of the family: its facts, its taste and how a page of it becomes bytes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape
from starlette.responses import HTMLResponse, Response

from anfang.testbed.facts import PortalFacts
from anfang.testbed.families.table.items import Item, items
from anfang.testbed.families.table.shelves import Shelf, shelves
from anfang.testbed.families.table.taste import Taste
from anfang.testbed.families.table.words import label

Page = Callable[[Mapping[str, str]], Response]
"""Answers a request from the fields of its query."""

TEMPLATES: Final = Environment(
    loader=PackageLoader("anfang.testbed.families.table"), autoescape=True, undefined=StrictUndefined,
    trim_blocks=True, lstrip_blocks=True,
)  # fmt: skip


class Missing(HTMLResponse):
    """A page that says it is not there, whatever its status."""


@dataclass(frozen=True)
class Portal:
    facts: PortalFacts

    @cached_property
    def taste(self) -> Taste:
        return Taste(self.facts.seed)

    @property
    def city(self) -> str:
        name = self.facts.name
        return name if name.endswith(("市", "县", "区")) else f"{name}市"

    @cached_property
    def title(self) -> str:
        """What the portal calls itself."""
        return self.taste.pick(
            "title", ("{}政务服务网", "{}网上政务服务中心", "中国·{}", "{}行政审批服务网")
        ).format(self.city)

    @cached_property
    def items(self) -> tuple[Item, ...]:
        return items(self.facts)

    @cached_property
    def shelves(self) -> tuple[Shelf, ...]:
        return shelves(self.taste, self.items)

    def word(self, key: str) -> str:
        return label(self.taste, key)

    def guide_path(self, item: Item) -> str:
        style = self.taste.pick(
            "guides", ("/bszn/{}.html", "/portal/guide.do?itemid={}", "/bsdt/bszn_{}.jsp")
        )
        return style.format(item.id)

    def page(self, template: str, *, title: str, kind: str = "", **context: object) -> HTMLResponse:
        """A page of the portal. `kind` decides its charset: some portals keep their oldest pages in GBK."""
        charset = "gbk" if kind in self._gbk else "utf-8"
        text = self._render(template, title=title, charset=charset, **context)
        media = f"text/html; charset={charset}"
        return HTMLResponse(text.encode(charset, "xmlcharrefreplace"), headers={"content-type": media})

    @cached_property
    def _gbk(self) -> tuple[str, ...]:
        return self.taste.pick("gbk", ((), ("guide",), ("list", "guide"), ("news", "form"), ("home", "list")))

    def _render(self, template: str, **context: object) -> str:
        return TEMPLATES.get_template(template).render(
            portal=self, facts=self.facts, word=self.word, taste=self.taste, link=self.link, **context
        )

    def link(self, href: str, text: str, css: str = "") -> Markup:
        """A menu entry: mostly a link into a new window, now and then a script that opens one."""
        style = self.taste.pick(f"link:{href}", ("blank",) * 5 + ("onclick", "script"))
        look = Markup(' class="{}"').format(css) if css else Markup()
        if style == "blank":
            return Markup('<a{} href="{}" target="_blank">{}</a>').format(look, href, text)
        if style == "onclick":
            call = f"window.open('{href}')"
            return Markup('<a{} href="javascript:void(0);" onclick="{}">{}</a>').format(look, call, text)
        return Markup("<a{} href=\"javascript:openPage('{}')\">{}</a>").format(look, escape(href), text)

    def failure(self, key: str) -> Response:
        """The answer of a broken function: a server error or a page that is not there."""
        return self.error() if self.taste.chance(f"failure:{key}") else self.missing(200)

    def error(self) -> Response:
        return HTMLResponse(TEMPLATES.get_template("error.html").render(), 500)

    def missing(self, status: int) -> Missing:
        text = self.taste.pick(
            "missing", ("页面不存在", "您访问的页面不存在或已被删除", "抱歉，您要查看的页面不存在")
        )
        return Missing(TEMPLATES.get_template("missing.html").render(text=text), status)
