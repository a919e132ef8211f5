"""A portal of this family: all its pages by address, and what stands behind what a visitor fills in."""

from __future__ import annotations

from collections.abc import Iterator

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from anfang.testbed import families
from anfang.testbed.facts import PortalFacts
from anfang.testbed.families.frames import (
    album,
    applying,
    around,
    assets,
    details,
    doors,
    enquiries,
    home,
    lists,
    news,
    progress,
    scene,
    search,
    signin,
    troubles,
)
from anfang.testbed.families.frames.asked import fields
from anfang.testbed.families.frames.desk import opened
from anfang.testbed.families.frames.site import Answer, Site


def application(facts: PortalFacts) -> Starlette:
    """Only GET and HEAD are answered: whatever is sent in a form is a 405."""
    site = opened(facts)
    fixed, filled, slow = dict(_fixed(site)), dict(_filled(site)), {"/", *details.slow(site)}

    async def answer(request: Request) -> Response:
        path, query = request.url.path, request.url.query
        address = f"{path}?{query}" if query else path
        if address in slow:
            await families.pause(facts)
        found = fixed.get(address) or filled.get(path) or _picture(path, site)
        return found(fields(query)) if found else troubles.missing(site)

    return Starlette(routes=[Route("/{path:path}", answer, methods=["GET"])])


def _fixed(site: Site) -> Iterator[tuple[str, Answer]]:
    """Pages whose address says everything."""
    yield "/", lambda asked: home.page(site)
    yield from lists.pages(site)
    yield from details.pages(site)
    yield from around.pages(site)
    for enquiry in enquiries.BOTH:
        yield site.url(enquiry), lambda asked, one=enquiry: enquiries.answer(one, site)
        yield site.url("letter", enquiry), lambda asked, one=enquiry: enquiries.form(one, site)
    for key in scene.OTHERS:
        yield site.url("scene", key), lambda asked, one=key: scene.private(one, site)
    yield site.url("login"), lambda asked: signin.page(site)
    yield site.url("town"), lambda asked: site.page("town")


def _filled(site: Site) -> Iterator[tuple[str, Answer]]:
    """Pages that read what a visitor asks."""
    yield site.url.asked("search"), lambda asked: _found(asked, site)
    yield site.url.asked("archive"), lambda asked: _archive(asked, site)
    yield site.url.asked("status"), lambda asked: progress.page(site)
    yield site.url.asked("answer"), lambda asked: progress.answer(asked, site)
    yield site.url.asked("scene"), lambda asked: scene.startup(asked, site)
    yield site.url.asked("wall"), lambda asked: applying.wall(asked, site)
    yield site.url.files, lambda asked: assets.handed_out(asked.get("path", ""), site)
    yield "/css/main.css", lambda asked: assets.styles(site)
    yield "/js/common.js", lambda asked: site.text("common.js", "text/javascript")
    yield "/favicon.ico", lambda asked: assets.favicon()


def _found(asked: dict[str, str], site: Site) -> Response:
    if site.facts.search != "works":
        return troubles.missing(site)
    words = asked.get("keyword", "")
    return site.page("found", asked=words, results=search.found(words, site), kind="search")


def _archive(asked: dict[str, str], site: Site) -> Response:
    words, how = asked.get("keyword", ""), doors.how("results", site)
    results = [
        search.Found(doors.Entry(one.title, site.url("article", one.number), how), "news", one.date)
        for one in (news.matching(words, site.taste) if words else [])
    ]
    return site.page("found", asked=words, results=results[: search.MOST], kind="archive")


def _picture(path: str, site: Site) -> Answer | None:
    if not (path.startswith("/images/") and path.endswith(".gif")):
        return None
    drawn = album.picture(path.removeprefix("/images/").removesuffix(".gif"), site)
    return (lambda asked: drawn) if drawn else None


