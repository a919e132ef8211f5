"""The classic: a server-rendered portal of nested tables, in which nearly every link opens a window of its own."""

from __future__ import annotations

from collections.abc import Mapping

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from anfang.testbed.facts import PortalFacts
from anfang.testbed.families import family, pause
from anfang.testbed.families.table import site
from anfang.testbed.families.table.portal import Portal

ICON = (
    b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x9e\x1b\x1b\xff\xff\xff!\xf9\x04\x00\x00\x00\x00\x00,"
    b"\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;"
)

CAPTCHA = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="70" height="24"><path fill="#e8eef4" d="M0 0h70v24H0z"/>'
    '<path stroke="#8aa" d="M2 19L66 4"/><text x="9" y="18" font-size="17" font-style="italic" fill="#446">7k3Q</text></svg>'
)


@family("table")
def build(facts: PortalFacts) -> Starlette:
    """The portal; every page answers GET, and a form that is sent is answered 405."""
    portal = Portal(facts)
    pages, slow = site.pages(portal), site.slow(portal)

    async def page(request: Request) -> Response:
        path, query = request.url.path, request.url.query
        if path in slow or f"{path}?{query}" in slow:
            await pause(facts)
        return site.answer(pages, portal, path, query)

    async def icon(request: Request) -> Response:
        return Response(ICON, media_type="image/gif")

    async def captcha(request: Request) -> Response:
        return Response(CAPTCHA, media_type="image/svg+xml")

    return Starlette(
        routes=[Route("/favicon.ico", icon), Route("/rand.svg", captcha), Route("/{rest:path}", page)]
    )


def links(facts: PortalFacts) -> Mapping[str, bool]:
    """Distinct links of the home page and of the guides that can be found, in document order: address -> dead."""
    return site.links(Portal(facts)) if facts.home == "normal" else {}
