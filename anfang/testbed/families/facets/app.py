"""The portal as a web application: one document, the data that its script asks for, files, pages that are missing."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from anfang.testbed.families import pause
from anfang.testbed.families.facets import downloads, pictures, shell
from anfang.testbed.families.facets.data import DATA
from anfang.testbed.families.facets.portal import Portal

Endpoint = Callable[[Request], Awaitable[Response]]
FAILURES = ("/sso/oauth/login.do", "/hdjl/{name}.do", "/declare/start.do")


def application(portal: Portal) -> Starlette:
    """Everything that the portal's host answers."""
    api = portal.taste["api"]
    routes = [
        Route("/", _home(portal)),
        *(Route(f"{api}{name}", _data(portal, name)) for name in DATA),
        Route("/static/js/app.{stamp}.js", _fixed(shell.script, "text/javascript")),
        Route("/static/css/app.{stamp}.css", _fixed(shell.style, "text/css")),
        Route("/static/img/{name}.svg", _picture(portal)),
        Route("/favicon.ico", _fixed(lambda: pictures.emblem(portal.taste["color"]), "image/svg+xml")),
        Route("/zt/{name}/index.html", _topic(portal)),
        *(Route(path, _failure(portal)) for path in FAILURES),
        *(Route(path, _file(portal)) for path in downloads.PATHS),
        Route("/{path:path}", _missing(portal)),
    ]
    return Starlette(routes=routes, middleware=[Middleware(_Reading, portal=portal)])


class _Reading:
    """Nothing is ever submitted: what is not read is answered 405."""

    def __init__(self, app: ASGIApp, portal: Portal) -> None:
        self._app, self._portal = app, portal

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path, sends = scope.get("path", ""), scope.get("method") not in ("GET", "HEAD")
        if scope["type"] == "http" and (sends or path.startswith(f"{self._portal.taste['api']}submit/")):
            refused: dict[str, Any] = {"code": 405, "message": self._portal.words["refused"]}
            await JSONResponse(refused, status_code=405)(scope, receive, send)
        else:
            await self._app(scope, receive, send)


def _home(portal: Portal) -> Endpoint:
    async def answer(request: Request) -> Response:
        await pause(portal.facts)
        return HTMLResponse(shell.document(portal))

    return answer


def _data(portal: Portal, name: str) -> Endpoint:
    """A guide's data wait as long as a document, but where the document, which has waited, shows the guide first."""

    async def answer(request: Request) -> Response:
        query: Mapping[str, str] = request.query_params
        if name == "matter" and query.get("first") != "1":
            await pause(portal.facts)
        data = DATA[name](portal, query)
        if data is None:
            return JSONResponse({"code": 404, "data": None}, status_code=404)
        return JSONResponse({"code": 200, "data": data})

    return answer


def _fixed(content: Callable[[], str], kind: str) -> Endpoint:
    async def answer(request: Request) -> Response:
        return Response(content(), media_type=kind)

    return answer


def _picture(portal: Portal) -> Endpoint:
    async def answer(request: Request) -> Response:
        drawn = pictures.PICTURES.get(request.path_params["name"])
        return _gone(portal) if drawn is None else Response(drawn(portal.taste["color"]), media_type="image/svg+xml")

    return answer


def _topic(portal: Portal) -> Endpoint:
    async def answer(request: Request) -> Response:
        titles = {name: title for title, name in portal.press.topics}
        title = titles.get(request.path_params["name"])
        if title is None:
            return _gone(portal)
        articles = portal.press.articles[-6:]
        return HTMLResponse(shell.page("topic.html", portal, title=title, articles=articles))

    return answer


def _failure(portal: Portal) -> Endpoint:
    async def answer(request: Request) -> Response:
        text = portal.words["failure"]
        return HTMLResponse(shell.page("plain.html", portal, title=f"500 {text}", text=text), status_code=500)

    return answer


def _file(portal: Portal) -> Endpoint:
    async def answer(request: Request) -> Response:
        return downloads.answer(portal, f"{request.url.path}?{request.url.query}") or _gone(portal)

    return answer


def _missing(portal: Portal) -> Endpoint:
    """A page that says that it isn't there; some servers forget the status."""

    async def answer(request: Request) -> Response:
        path = request.url.path
        soft = path.endswith((".html", ".do", ".jsp")) and portal.taste.one_of(f"soft {path}", (True, False))
        return _gone(portal, 200 if soft else 404)

    return answer


def _gone(portal: Portal, status: int = 404) -> Response:
    title, text = portal.words["missing"], portal.words["missing_hint"]
    return HTMLResponse(shell.page("plain.html", portal, title=title, text=text), status_code=status)
