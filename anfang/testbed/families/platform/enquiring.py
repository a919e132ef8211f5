"""Consultation and complaint: the page that leads to both, and what is behind each."""

from __future__ import annotations

from typing import Literal

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from anfang.testbed.families.platform.answers import fault, not_found, page
from anfang.testbed.families.platform.faults import page_fault
from anfang.testbed.families.platform.frame import Frame
from anfang.testbed.families.platform.site import Site

Kind = Literal["consult", "complaint"]


def routes(site: Site) -> list[Route]:
    async def both(request: Request) -> Response:
        return page(site, "interact.html") if Frame(site).interact else not_found(site)

    async def consult(request: Request) -> Response:
        return _channel(site, "consult")

    async def complaint(request: Request) -> Response:
        return _channel(site, "complaint")

    return [
        Route(site.at["interact"].path, both),
        Route(site.at["consult"].path, consult),
        Route(site.at["complaint"].path, complaint),
    ]


def _channel(site: Site, kind: Kind) -> Response:
    code = site.facts.consult if kind == "consult" else site.facts.complaint
    if code == "open":
        return page(site, "enquiry.html", kind=kind)
    if code == "login":
        return RedirectResponse(site.at["gate"].url(returnUrl=site.at[kind].url()), 302)
    if code == "app_only":
        return page(site, "app.html", title=site.pick.word(kind))
    return fault(site, page_fault(site.pick, kind)) if code == "broken" else not_found(site)
