"""What pages are made of: style sheet, script, pictures, captchas and the icon."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from anfang.testbed.families.county import view
from anfang.testbed.families.county.look import look
from anfang.testbed.families.county.pictures import captcha, icon, landscape, matrix
from anfang.testbed.families.county.site import Site

_SVG = "image/svg+xml"


def routes(site: Site) -> list[Route]:
    style = (view.HERE / "static" / "gov.css").read_text(encoding="utf-8")
    script = (view.HERE / "static" / "gov.js").read_text(encoding="utf-8")

    async def sheet(request: Request) -> Response:
        return Response(style, media_type="text/css")

    async def code(request: Request) -> Response:
        return Response(script, media_type="text/javascript")

    async def picture(request: Request) -> Response:
        name = request.path_params["name"]
        drawn = matrix(site.dice) if name == "qr" else landscape(site.dice, name)
        return Response(drawn, media_type=_SVG)

    async def verify(request: Request) -> Response:
        key = request.query_params.get("t", ""), request.query_params.get("r", "")
        return Response(captcha(site.dice, key), media_type=_SVG)

    async def favicon(request: Request) -> Response:
        return Response(icon(look(site.dice).colour), media_type=_SVG)

    return [
        Route("/style/2019/gov.css", sheet),
        Route("/script/2019/gov.js", code),
        Route("/picture/0/{name}.svg", picture),
        Route("/jact/verifycode.do", verify),
        Route("/favicon.ico", favicon),
    ]
