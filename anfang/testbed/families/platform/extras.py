"""News, special columns, pictures, style sheet and script, and everything that is not there."""

from __future__ import annotations

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from anfang.testbed.families.platform import pictures
from anfang.testbed.families.platform.answers import not_found, page
from anfang.testbed.families.platform.news import Article
from anfang.testbed.families.platform.site import HERE, Site


def routes(site: Site) -> list[Route]:
    at, static = site.at, HERE / "static"
    style = site.render("style.css").encode()
    return [
        Route(at["news"].path, _news(site)),
        Route(at["column"].path, _column(site)),
        Route(at["captcha"].path, _file(lambda: pictures.captcha(site.pick), "image/jpeg")),
        Route(at["qr"].path, _file(lambda: pictures.qr(site.pick), "image/png")),
        Route(at["script"].path, _file((static / "zw.js").read_bytes, "text/javascript; charset=utf-8")),
        Route(at["style"].path, _file(lambda: style, "text/css; charset=utf-8")),
        Route("/favicon.ico", _file(lambda: pictures.icon(site.color), "image/png")),
    ]


def lost(site: Site) -> Route:
    """Whatever no other route answers."""

    async def nothing(request: Request) -> Response:
        return not_found(site)

    return Route("/{path:path}", nothing)


def _news(site: Site) -> Callable[[Request], object]:
    articles: dict[str, Article] = {one.id: one for one in (*site.notices, *site.activities)}

    async def news(request: Request) -> Response:
        found = articles.get(site.at["news"].id(request))
        return page(site, "article.html", article=found) if found else not_found(site)

    return news


def _column(site: Site) -> Callable[[Request], object]:
    columns = {one.id: one for one in site.columns}

    async def column(request: Request) -> Response:
        found = columns.get(site.at["column"].id(request))
        if found is None or found.fault:
            return not_found(site, soft=bool(found) and found.fault == "soft")
        return page(site, "column.html", column=found)

    return column


def _file(content: Callable[[], bytes], type: str) -> Callable[[Request], object]:
    async def file(request: Request) -> Response:
        return Response(content(), media_type=type)

    return file
