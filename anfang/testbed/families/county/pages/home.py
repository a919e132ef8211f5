"""The home page."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import NamedTuple

from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route

from anfang.testbed.families import pause
from anfang.testbed.families.county import menu, view
from anfang.testbed.families.county.articles import Article
from anfang.testbed.families.county.columns import Column
from anfang.testbed.families.county.look import look
from anfang.testbed.families.county.pages.letters import letters, shows_letter_box
from anfang.testbed.families.county.site import Site

_ERRORS = (
    "jQuery('#lunbo').superSlide({effect:'left'});",
    "wx.config({debug:false});",
    "_hmt.push(['_trackPageview']);",
    "document.getElementById('weather_box').innerHTML='';",
    "swfobject.embedSWF('/flash/banner.swf','fla','960','120');",
    "window.slogan.start(3000);",
    "SetHome.bind(this,window.location);",
    "showLunarDate(new Date(0));",
    "TouchSlide({slideCell:'#focus'});",
    "AMap.plugin('AMap.ToolBar');",
)
"""Scripts whose libraries or elements have gone: each fails in a way of its own."""
_PLACES = ("headline", "bureaus", "towns", "notices", "policy", "odd")
"""Where the entries that lead nowhere stand."""


class Item(NamedTuple):
    title: str
    url: str
    day: date | None = None


def routes(site: Site) -> list[Route]:
    async def home(request: Request) -> HTMLResponse:
        await pause(site.facts)
        return HTMLResponse(page(site))

    return [Route("/", home), Route("/index.html", home)]


def page(site: Site) -> str:
    """The home page's HTML."""
    lost = _lost(site)
    return view.html(
        site,
        "home.html",
        errors=errors(site.facts.script_errors),
        mixed=partial(_mixed, site, lost),
        odd=[menu.Entry(item.title, item.url) for item in lost["odd"]],
        pictures=site.news["headline"].articles[-3:],
        banners=_banners(site),
        ads=_ads(site),
        quick=[*menu.services(site), menu.Entry(site.tree.hub.name, site.tree.hub.url)],
        hot=_hot(site),
        letters=letters(site)[:6],
        talks=menu.talks(site),
        letter_box=shows_letter_box(site),
    )


def errors(number: int) -> list[str]:
    """So many scripts that fail, no two alike."""
    more = (f"initModule{n}('body');" for n in range(number - len(_ERRORS)))
    return [*_ERRORS[:number], *more]


def _lost(site: Site) -> dict[str, list[Item]]:
    places: dict[str, list[Item]] = {place: [] for place in _PLACES}
    order = site.dice.shuffled("lost places", _PLACES)
    for n, (title, url) in enumerate(site.lost):
        places[order[n % len(order)]].append(Item(title, url))
    return places


def _mixed(site: Site, lost: dict[str, list[Item]], column: Column, number: int) -> list[Item]:
    """The latest entries of a column and, between them, what leads nowhere."""
    items = [Item(article.title, article.url, article.day) for article in column.articles[:number]]
    key = next((key for key in _PLACES[:-1] if site.news[key] is column), "")
    for n, item in enumerate(lost.get(key, [])):
        row = site.dice.rng("lost row", key, n).randint(1, len(items) - 1)
        items.insert(row, item._replace(day=items[row - 1].day))
    return items


def _banners(site: Site) -> list[menu.Entry]:
    topics = [menu.Entry(article.title, article.url) for article in site.news["topics"].articles[:3]]
    if site.facts.scenario != "absent":
        topics[0] = menu.Entry(site.words["scenario"], menu.SCENARIO)
    return topics


def _ads(site: Site) -> list[dict[str, object]]:
    rng = site.dice.rng("ads")
    articles: list[Article] = site.news["topics"].articles[3:]
    shown = articles[: look(site.dice).ads]
    return [{"name": one.title, "url": one.url, "x": rng.randint(30, 600), "y": rng.randint(80, 400)} for one in shown]


def _hot(site: Site) -> list[menu.Entry]:
    """Services that many ask for: none of the steps, but for one that the home page itself leads to."""
    chosen = site.dice.rng("hot").sample(site.tree.others, 8)
    chosen += [site.tree.guides[step.step] for step in site.facts.guides if step.way == 1]
    return [menu.Entry(article.title, article.url) for article in chosen]
