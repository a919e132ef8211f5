"""The answers of one portal: a shell for every document, JSON for every view, 405 for every other POST."""

from __future__ import annotations

import asyncio
from importlib.resources import files as resources
from typing import Any
from zlib import crc32

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from anfang.testbed import families
from anfang.testbed.facts import PortalFacts
from anfang.testbed.families.spa import decoys, pictures
from anfang.testbed.families.spa.directory import Directory, token
from anfang.testbed.families.spa.files import Files
from anfang.testbed.families.spa.guide import Guides
from anfang.testbed.families.spa.home import Home
from anfang.testbed.families.spa.routes import Routes
from anfang.testbed.families.spa.search import Search
from anfang.testbed.families.spa.services import Broken, Services
from anfang.testbed.families.spa.wording import Words

_STATIC = resources("anfang.testbed.families.spa") / "static"
_TYPES = {"app.js": "text/javascript", "app.css": "text/css"}
_GONE = (
    "<!DOCTYPE html><html lang='zh'><meta charset='utf-8'><title>404</title><h2>404 页面不存在</h2></html>"
)


class Portal:
    """Everything that one portal says."""

    def __init__(self, facts: PortalFacts) -> None:
        self.facts = facts
        words = Words(facts.seed)
        self.routes = Routes(words)
        self.directory = Directory(facts)
        self.files = Files(self.directory, words)
        self.home = Home(facts, self.directory, self.routes)
        self.guides = Guides(self.directory, self.routes, self.files)
        self.services = Services(facts, self.directory, self.routes, self.home)
        self.search = Search(self.directory, self.routes, self.home)

    def app(self) -> Starlette:
        return Starlette(
            routes=[
                Route("/api/search", self.found, methods=["GET", "POST"]),
                Route("/api/case", self.case),
                Route("/api/{view}", self.view),
                Route("/static/{name}", _static),
                Route("/pictures/{name}.svg", _picture),
                Route("/favicon.ico", _favicon),
                Route("/{path:path}", self.document),
            ]
        )

    async def document(self, request: Request) -> Response:
        """The empty shell, a download, or a 404 for a file that is not there."""
        path = request.url.path
        if path.startswith("/files/"):
            return self.files.send(path) or HTMLResponse(_GONE, status_code=404)
        if "." in path or (self.routes.hash and path != "/"):
            return HTMLResponse(_GONE, status_code=404)
        await families.pause(self.facts)
        return HTMLResponse((_STATIC / "index.html").read_text("utf-8"))

    async def view(self, request: Request) -> Response:
        await _latency(request)
        view, key = request.path_params["view"], request.query_params.get("key", "")
        try:
            page = self.page(view, key, request.query_params.getlist("answer"))
        except Broken:
            return JSONResponse({"code": 500, "msg": "系统异常"}, status_code=500)
        return JSONResponse(page) if page is not None else JSONResponse({"code": 404}, status_code=404)

    async def case(self, request: Request) -> Response:
        await _latency(request)
        answer = self.services.case(request.query_params.get("number", "").strip())
        return JSONResponse(answer or {})

    async def found(self, request: Request) -> Response:
        await _latency(request)
        if self.facts.search != "works":
            return JSONResponse({"code": 404}, status_code=404)
        if request.method == "GET":
            return JSONResponse(self.search.results(request.query_params.get("q", "")))
        if request.headers.get("content-type") != "application/json":
            return Response(status_code=405)
        query: str = (await request.json()).get("q", "")
        return JSONResponse(self.search.results(query))

    def page(self, view: str, key: str = "", answers: list[str] | None = None) -> dict[str, Any] | None:
        """The data of a view, or None where there is nothing under this key. Raises Broken."""
        pages = {
            "frame": self.home.frame,
            "home": self.home.page,
            "hall": lambda: self._hall(key),
            "guide": lambda: self.guides.page(key),
            "faq": lambda: self.guides.faq(key),
            "news": lambda: {"title": self.routes.words["news"], "entries": self._news()},
            "article": lambda: self._article(key),
            "interaction": lambda: {
                "title": self.routes.words["interaction"],
                "entries": self.home.channels(),
            },
            "consult": lambda: self.services.enquiry("consult", self.facts.consult),
            "complaint": lambda: self.services.enquiry("complaint", self.facts.complaint),
            "progress": self.services.progress,
            "login": lambda: self.services.login(key),
            "apply": lambda: self.services.apply(key),
            "topic": self.services.topic,
            "wizard": lambda: self.services.wizard(answers or []),
        }
        return pages[view]() if view in pages else None

    def _hall(self, key: str) -> dict[str, Any] | None:
        category = self.directory.find(key)
        if category is None:
            return None
        routes, words = self.routes, self.routes.words
        trail = self.directory.trail(key)
        return {
            "title": category.name if key else words["hall"],
            "crumbs": [
                routes.anchor(words["hall"], "hall"),
                *(routes.anchor(at.name, "hall", at.key) for at in trail),
            ],
            "tabs": [words["business"], words["personal"]],
            "all": routes.entry(words["all"], "hall"),
            "themes": [
                routes.entry(theme.name, "hall", theme.key, theme=theme.key)
                for theme in self.directory.root.children
            ],
            "active": key.partition("-")[0],
            "folders": [routes.entry(child.name, "hall", child.key) for child in category.children]
            if key
            else [],
            "items": [routes.entry(name, "guide", token(name)) for name in category.items],
            "personal": [routes.entry(name, "guide", token(name)) for name in decoys.PERSONAL],
            "guide": words["guide"],
        }

    def _news(self) -> list[dict[str, Any]]:
        return [
            self.routes.anchor(text, "article", str(number))
            for number, text in enumerate(self.home.articles())
        ]

    def _article(self, key: str) -> dict[str, Any] | None:
        articles = {str(number): text for number, text in enumerate(self.home.articles())}
        articles |= {"about0": "关于我们", "about1": "网站声明", "about2": "使用帮助"}
        if key not in articles:
            return None
        text = f"{articles[key]}。各有关单位要提高认识，加强组织领导，结合实际认真抓好贯彻落实。"
        return {"title": articles[key], "source": f"来源：{self.home.city}政务服务数据管理局", "text": text}


async def _latency(request: Request) -> None:
    """50 to 300 ms, always the same for the same request."""
    await asyncio.sleep(0.05 + crc32(str(request.url.query + request.url.path).encode()) % 250 / 1000)


async def _static(request: Request) -> Response:
    name = request.path_params["name"]
    if name not in _TYPES:
        return HTMLResponse(_GONE, status_code=404)
    return Response((_STATIC / name).read_bytes(), media_type=_TYPES[name])


async def _picture(request: Request) -> Response:
    return Response(pictures.draw(request.path_params["name"]), media_type="image/svg+xml")


async def _favicon(request: Request) -> Response:
    return Response(pictures.emblem(), media_type="image/svg+xml")
