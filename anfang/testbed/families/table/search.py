"""The site search: news before services, and each guide where its planted rank says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from starlette.responses import Response

from anfang.testbed.families.table import news
from anfang.testbed.families.table.items import Item
from anfang.testbed.families.table.portal import Page, Portal

PATH: Final = "/search/result.jsp"
ARTICLES: Final = "/search/article.jsp"
PAGE: Final = 10


@dataclass(frozen=True, slots=True)
class Hit:
    kind: str
    title: str
    path: str


def pages(portal: Portal) -> Mapping[str, Page]:
    found: dict[str, Page] = {ARTICLES: _page(portal, items=False)}
    return {**found, PATH: _page(portal, items=True)} if portal.facts.search == "works" else found


def _page(portal: Portal, *, items: bool) -> Page:
    def page(query: Mapping[str, str]) -> Response:
        asked = query.get("q", "").strip()
        hits = results(portal, asked) if items else _matching(asked, _news(portal))
        return portal.page("search.html", title=f"{portal.word('search')}结果", asked=asked, hits=hits[:PAGE])

    return page


def results(portal: Portal, asked: str) -> list[Hit]:
    """Hits for `asked`, best first. The official name of a planted item is answered exactly at its planted rank."""
    named = next((item for item in portal.items if item.step and item.facts.name == asked), None)
    if named is None:
        return _matching(asked, [*_services(portal, portal.items), *_news(portal)])
    rank = named.facts.search_rank
    others = _others(portal, named)
    if rank is None:
        return others
    return [*others[: rank - 1], _hit(portal, named), *others[rank - 1 :]]


def _others(portal: Portal, named: Item) -> list[Hit]:
    """Everything but the planted guides, most alike first; as many as a page holds, so that any rank can be planted."""
    own = _services(portal, [item for item in portal.items if not item.step])
    return sorted([*_news(portal), *own], key=lambda hit: -_alike(named.facts.name, hit.title))[:PAGE]


def _matching(asked: str, hits: Sequence[Hit]) -> list[Hit]:
    alike = [hit for hit in hits if _alike(asked, hit.title)]
    return sorted(alike, key=lambda hit: -_alike(asked, hit.title))


def _alike(asked: str, title: str) -> float:
    """Share of the query's pairs of characters that the title holds."""
    pairs = {asked[n : n + 2] for n in range(len(asked) - 1)}
    return sum(pair in title for pair in pairs) / len(pairs) if pairs else 0.0


def _services(portal: Portal, items: Sequence[Item]) -> list[Hit]:
    shown = [item for item in items if not item.step or item.facts.search_rank is not None]
    return [_hit(portal, item) for item in shown]


def _hit(portal: Portal, item: Item) -> Hit:
    return Hit(portal.word("guide"), item.facts.name, portal.guide_path(item))


def _news(portal: Portal) -> list[Hit]:
    return [
        Hit("资讯", article.title, article.path)
        for article in (*news.articles(portal), *news.notices(portal))
    ]
