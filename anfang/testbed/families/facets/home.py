"""The home page: menu, tiles, hot services, news, topics; its links and its script errors."""

from __future__ import annotations

from typing import Any

from anfang.testbed.families.facets import channels, progress
from anfang.testbed.families.facets.dead import dead_links
from anfang.testbed.families.facets.portal import Portal
from anfang.testbed.families.facets.press import Article

ERRORS = (
    "Swiper is not defined", "Cannot read properties of undefined (reading 'length')", "echarts is not defined",
    "Cannot read properties of null (reading 'style')", "aria is not defined", "this.$refs.banner.resize is not a function",
    "Cannot set properties of undefined (setting 'weather')", "_hmt is not defined",
)  # fmt: skip
HOT_WORDS = ("护照", "公积金", "居住证", "医保", "驾驶证", "婚姻")


def home(portal: Portal) -> dict[str, Any]:
    """What the home page asks for."""
    taste = portal.taste
    return {
        "tiles": _tiles(portal),
        "hot": _hot(portal),
        "news": [_headline(portal, one) for one in portal.press.of(notice=False)[:6]],
        "notices": [_headline(portal, one) for one in portal.press.of(notice=True)[:5]],
        "topics": topics(portal),
        "talk": _entries(portal),
        "case": portal.facts.status in progress.ANSWERS and taste.one_of("case box", (True, True, False)),
        "articles": taste["news_box"] == "home",
        "errors": list(taste.shuffled("errors", ERRORS)[: portal.facts.script_errors]),
    }


def _tiles(portal: Portal) -> dict[str, list[dict[str, Any]]]:
    """Themes by tab; the way on leads to the tab itself."""
    tiles: dict[str, list[dict[str, Any]]] = {"personal": [], "legal": []}
    for tab, node in portal.taste.shuffled("home tiles", portal.catalogue.tiles):
        tiles[tab].append({"label": node.label, "act": {"to": portal.at("list", f"tab={tab}&node={node.id}")}})
    return tiles


def _hot(portal: Portal) -> list[dict[str, Any]]:
    """Services in demand: of other trades, and steps whose way is one activation."""
    shown = [*portal.catalogue.at_home, *portal.matters.trades("personal")[:5], *portal.matters.trades("legal")[:2]]
    act = {"blank": portal.taste["opens"] == "blank"}
    return [{"name": one.guide.name, "act": {"to": portal.at("guide", f"id={one.code}"), **act}} for one in shown]


def _headline(portal: Portal, article: Article) -> dict[str, str]:
    return {"title": article.title, "date": article.date, "href": portal.href("article", f"id={article.id}")}


def topics(portal: Portal) -> list[dict[str, str]]:
    """Special topics, among them the links that lead nowhere."""
    alive = [{"title": title, "href": f"/zt/{name}/index.html"} for title, name in portal.press.topics]
    return portal.taste.shuffled("topics shown", [*alive, *dead_links(portal)])


def _entries(portal: Portal) -> list[dict[str, Any]]:
    """Consultation, complaint and query as tiles, where this portal has them on its home page."""
    asked = channels.status(portal)
    tiles = channels.talk(portal) if portal.taste["talk"] == "tiles" else []
    return [*tiles, *([asked] if asked else [])]


def foot(portal: Portal) -> list[dict[str, str]]:
    """The links at the foot of every page."""
    pages = portal.taste.shuffled("foot", ["about", "help", "privacy", "terms", "map"])
    return [{"title": portal.words[f"m_{page}"], "href": portal.href(page)} for page in pages]


def anchors(portal: Portal) -> dict[str, bool]:
    """The links of the home page, and whether each is dead."""
    shown = home(portal)
    dead = {link["href"] for link in dead_links(portal)}
    listed = [*shown["news"], *shown["notices"], *shown["topics"], *foot(portal)]
    return {link["href"]: link["href"] in dead for link in listed}
