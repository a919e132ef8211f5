"""Everything around the services: head, news, public columns, interaction, small pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from starlette.responses import Response

from anfang.testbed.families.frames import enquiries, home, news, signin, troubles
from anfang.testbed.families.frames.entries import Entry
from anfang.testbed.families.frames.site import Answer, Site

NOTES = {
    "aboutsite": "本站由{city}市人民政府办公室主办，是{city}市发布政务信息、提供便民服务的综合平台。",
    "rights": "凡本网站注明来源的稿件，转载时请注明出处。",
    "help": "浏览本站请启用浏览器的脚本功能，部分栏目以弹出窗口显示，请允许弹出窗口。",
}
_ABOUT = (
    "{city}市历史悠久，山川秀丽，物产丰富，素有“鱼米之乡”的美誉。",
    "全市辖十二个镇、五个街道，交通便利，公路铁路纵横贯通。",
    "近年来，{city}市经济社会持续健康发展，城乡面貌日新月异。",
)
_FORUM = "本期内容已经结束，感谢广大网友的关注。"


def pages(site: Site) -> Iterator[tuple[str, Answer]]:
    yield site.url("head"), lambda asked: _head(site)
    yield from _news(site)
    yield from _handy(site)
    for number, name in enumerate(home.SPECIALS):
        yield site.url("special", number), _plain(site, name, [f"{name}正在进行。"])
    for key in enquiries.FORUM:
        yield site.url("forum", key), _plain(site, site.word(key), [_FORUM])
    for key, text in NOTES.items():
        yield site.url("note", key), _plain(site, site.word(key), [text])
    yield site.url("about"), _plain(site, site.word("about"), list(_ABOUT))
    yield site.url("talk"), lambda asked: _talk(site)
    yield site.url("sitemap"), lambda asked: _map(site)


def _head(site: Site) -> Response:
    return site.page("head", login=signin.entry(site) if signin.in_head(site) else None)


def _news(site: Site) -> Iterator[tuple[str, Answer]]:
    for column in news.COLUMNS:
        kind = ("column",) if column == "open" else ("news", column)
        yield site.url(*kind), _column(column, site)
    for article in news.all_articles(site.taste):
        yield site.url("article", article.number), _plain(site, article.title, list(article.paragraphs), article.date)


def _column(column: str, site: Site) -> Answer:
    told = news.articles(column, site.taste)
    return lambda asked: site.page("column", heading=site.word(column), articles=told)


def _handy(site: Site) -> Iterator[tuple[str, Answer]]:
    for n, (name, address, dead) in enumerate(home.handy(site)):
        if not dead:
            yield address, _plain(site, name, [f"{name}由有关单位负责更新。"])
        elif n % 2:
            yield address, lambda asked: troubles.gone(site)
        else:
            yield address, lambda asked: troubles.missing(site)


def _plain(site: Site, heading: str, paragraphs: list[str], date: str = "") -> Answer:
    told: dict[str, Any] = {"heading": heading, "date": date}
    texts = [text.replace("{city}", site.facts.name) for text in paragraphs]
    return lambda asked: site.page("plain", paragraphs=texts, **told)


def _talk(site: Site) -> Response:
    """The column of interaction: enquiries stand here too, unless the home page's picture alone leads to them."""
    again = [] if enquiries.by_circles(site) and site.taste.flag("circles alone") else enquiries.entries(site)
    forum = [Entry(site.word(key), site.url("forum", key)) for key in enquiries.FORUM]
    return site.page("talk", entries=[*again, *forum])


def _map(site: Site) -> Response:
    return site.page("sitemap", columns=[entry for entry, _ in home.menu(site)])
