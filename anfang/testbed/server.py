"""One server for all simulated portals: `http://<id>.portal.test:<port>/`, told apart by the Host header."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Sequence
from types import TracebackType
from typing import cast

import uvicorn
from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol

from anfang.errors import BadInput
from anfang.testbed import families
from anfang.testbed.facts import PortalFacts
from anfang.testbed.places import cities, write_cities

__all__ = ["RESOLVER_RULES", "Testbed", "cities", "write_cities"]

SUFFIX = ".portal.test"
RESOLVER_RULES = f"MAP *{SUFFIX} 127.0.0.1"
"""Chromium's --host-resolver-rules that lead every simulated portal's host name to this machine."""


class Testbed:
    """Simulated portals on 127.0.0.1. An async context manager (the server runs in a thread of its own), or `serve()`.

    A portal whose home is `dead` closes every connection without an answer, one that is `bare` has a home page with
    the city's name and nothing else, a `walled` one answers with a firewall's check; all others are built by their
    family. An unknown host is a 404.

    Port 0 takes a free port; `port` tells which. Raises BadInput where the port is taken.
    """

    __test__ = False

    def __init__(self, portals: Sequence[PortalFacts], port: int = 0) -> None:
        self.portals = tuple(portals)
        self._socket = _listen(port)
        self.port: int = self._socket.getsockname()[1]
        config = uvicorn.Config(
            _Dispatch(self.portals),
            http=_Protocol,
            lifespan="off",
            access_log=False,
            log_level="error",
            timeout_graceful_shutdown=1,
        )
        self._server = _Server(config)
        self._thread = threading.Thread(target=self.serve, name="testbed", daemon=True)

    def url(self, portal: str) -> str:
        """Address of a portal's home page."""
        return f"http://{portal}{SUFFIX}:{self.port}/"

    def serve(self) -> None:
        """Serve until Ctrl-C (which is raised again as KeyboardInterrupt) or until the context manager ends."""
        self._server.run(sockets=[self._socket])

    async def __aenter__(self) -> Testbed:
        self._thread.start()
        await asyncio.to_thread(self._server.ready.wait)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.should_exit = True
        await asyncio.to_thread(self._thread.join)


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.ready = threading.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.ready.set()


class _Protocol(H11Protocol):
    """HTTP/1.1 that lets an application reach its connection, so that a dead portal can hang up."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        answer = self.app

        async def with_transport(scope: Scope, receive: Receive, send: Send) -> None:
            await answer({**scope, "transport": transport}, receive, send)  # type: ignore[arg-type]

        self.app = with_transport  # type: ignore[assignment]


class _Dispatch:
    """Hands each request to the application of the portal that its Host header names."""

    def __init__(self, portals: Sequence[PortalFacts]) -> None:
        self._apps = {f"{facts.id}{SUFFIX}": _with_hiccup(_application(facts), facts.hiccup) for facts in portals}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        host = Headers(scope=scope).get("host", "").partition(":")[0].lower()
        app = self._apps.get(host, _unknown)
        await app(scope, receive, send)


def _application(facts: PortalFacts) -> ASGIApp:
    if facts.home == "dead":
        return _hang_up
    if facts.home == "bare":
        return _bare(facts)
    if facts.home == "walled":
        return _WALL
    return families.load()[facts.family].build(facts)


def _with_hiccup(answer: ASGIApp, at: int) -> ASGIApp:
    """The application, but the so-many-th page that a browser asks for is answered 503, once."""
    if not at:
        return answer
    asked = 0

    async def answered(scope: Scope, receive: Receive, send: Send) -> None:
        nonlocal asked
        asked += Headers(scope=scope).get("sec-fetch-dest") in ("document", "iframe")
        if asked == at:
            asked += 1
            await _BUSY(scope, receive, send)
        else:
            await answer(scope, receive, send)

    return answered


_WALL: ASGIApp = HTMLResponse(
    "<!DOCTYPE html><meta charset='utf-8'><title>安全验证</title><h3>您的请求存在安全风险，请完成安全验证</h3>"
    "<p>请向右拖动滑块完成拼图</p><div style='width:260px;height:36px;border:1px solid #ccc'>&gt;&gt;</div>",
    status_code=412,
)
_BUSY: ASGIApp = HTMLResponse("<html><h1>503 Service Temporarily Unavailable</h1></html>", status_code=503)
_unknown: ASGIApp = PlainTextResponse("unknown host", status_code=404)


async def _hang_up(scope: Scope, receive: Receive, send: Send) -> None:
    """Close the connection without a byte, and wait until it is closed: uvicorn would answer 500 before that."""
    cast(asyncio.Transport, scope["transport"]).close()
    while (await receive())["type"] != "http.disconnect":
        pass


def _bare(facts: PortalFacts) -> Starlette:
    async def home(request: Request) -> HTMLResponse:
        await families.pause(facts)
        return HTMLResponse(f"<!DOCTYPE html><html lang='zh'><title>{facts.name}</title><h1>{facts.name}</h1></html>")

    return Starlette(routes=[Route("/", home)])


def _listen(port: int) -> socket.socket:
    listening = socket.socket()
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind(("127.0.0.1", port))
    except OSError as taken:
        listening.close()
        raise BadInput(f"port {port} is taken", where="--port", mend="name another one, or 0 for a free one") from taken
    return listening
