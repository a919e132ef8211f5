"""Columns: lists with pages, and columns of columns."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route

from anfang.testbed.families.county import menu, view
from anfang.testbed.families.county.articles import Article
from anfang.testbed.families.county.columns import Column
from anfang.testbed.families.county.pages.letters import corner
from anfang.testbed.families.county.site import Site


def routes(site: Site) -> list[Route]:
    async def column(request: Request) -> HTMLResponse:
        found = site.library.columns.get(request.path_params["number"])
        if found is None:
            return view.gone(site, 200)
        number = request.query_params.get("pageNum", "1")
        return show(site, found, int(number) if number.isdecimal() else 1)

    async def sitemap(request: Request) -> HTMLResponse:
        return view.page(site, "sitemap.html", site.words["sitemap"], tops=menu.menu(site, drop_down=True))

    return [
        Route("/col/col{number:int}/index.html", column),
        Route(menu.SITEMAP, sitemap),
        *(Route(f"/col/{key}/index.html", _about(site, key)) for key in ("about", "privacy")),
    ]


def plain(column: Column) -> list[Article]:
    """What a column of columns shows of a list: no step's guide, which would stand nearer there than in the list."""
    return [article for article in column.articles if not (article.guide and article.guide.step)]


def _about(site: Site, key: str) -> Callable[[Request], Awaitable[HTMLResponse]]:
    async def about(request: Request) -> HTMLResponse:
        text = f"本网站由{site.city}市人民政府办公室主办，网站内容未经许可不得转载。"
        return view.message(site, site.words[key], text)

    return about


def show(site: Site, column: Column, number: int) -> HTMLResponse:
    """A page of a column."""
    if column.kind == "interact":
        return corner(site, column)
    if column.kind == "hub":
        service = column is site.tree.hub
        previews = column.children[0].kind == "news" or (service and site.dice.chance("previews", 0.5))
        extra = menu.services(site)[1:] if service else []
        return view.page(site, "hub.html", column.name, column=column, extra=extra, previews=previews, plain=plain)
    number = min(max(1, number), column.pages)
    beside = column.parent.children if column.parent and column.parent.kind != "interact" else [column]
    uid = site.dice.rng("uid", column.number).randint(10_000, 99_999)
    return view.page(site, "list.html", column.name, column=column, number=number, beside=beside, uid=uid)
