"""A small city's site as a content management system makes it: guides are articles among the news.

Columns `/col/col1234/index.html` list articles `/art/2019/11/5/art_1234_56789.html`; a guide is prose with its elements in
numbered paragraphs, files at its end; around it float advertisements, notices and search boxes for something else.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response

from anfang.testbed.facts import PortalFacts
from anfang.testbed.families import family
from anfang.testbed.families.county import view
from anfang.testbed.families.county.pages import (
    account,
    apply,
    articles,
    home,
    letters,
    lists,
    query,
    scenario,
    search,
    things,
    write,
)
from anfang.testbed.families.county.site import Site

_PAGES = (things, home, lists, articles, search, account, apply, letters, write, query, scenario)
_HREF = re.compile(r"<a\b[^>]*?\shref=\"([^\"]*)\"")


@family("county", lang="zh", plants=("combined", "off_site"))
def build(facts: PortalFacts) -> Starlette:
    site = Site(facts)

    async def gone(request: Request, error: Exception) -> Response:
        return view.gone(site)

    routes = [route for module in _PAGES for route in module.routes(site)]
    return Starlette(routes=routes, exception_handlers={404: gone})


def links(facts: PortalFacts) -> Mapping[str, bool]:
    """The distinct links of the home page and of every guide that can be found -> whether they are dead."""
    site = Site(facts)
    dead = _dead(site)
    pages = [home.page(site), *(articles.page(site, article) for article in site.guides)]
    found = dict.fromkeys(href for page in pages for href in map(unescape, _HREF.findall(page)))
    return {href: href in dead for href in found if href.startswith("/") and not href.startswith("//")}


def _dead(site: Site) -> set[str]:
    """The addresses that lead nowhere, as far as the home page and the guides name any."""
    dead = {url for _, url in site.lost}
    for article in site.guides:
        dead |= {file.url for file in site.attached(article) if file.dead}
        apply_url = view.apply_url(site, article)
        if article.guide and article.guide.apply == "broken" and apply_url and apply_url != article.url:
            dead.add(apply_url)
    return dead
