"""Answers that any page may give: a page, a page that is not there, a server error."""

from __future__ import annotations

from typing import Literal

from starlette.responses import HTMLResponse

from anfang.testbed.families.platform.frame import Frame
from anfang.testbed.families.platform.site import Site

_TOMCAT = (
    "<html><head><title>Error report</title></head><body><h1>HTTP Status 500 - Internal Server Error</h1>"
    "<hr size='1'><p><b>type</b> Exception report</p><p><b>description</b> The server encountered an internal error that "
    "prevented it from fulfilling this request.</p><pre>java.lang.NullPointerException</pre><hr size='1'></body></html>"
)


def page(site: Site, template: str, **context: object) -> HTMLResponse:
    return HTMLResponse(site.render(template, frame=Frame(site), **context))


def not_found(site: Site, *, soft: bool = False) -> HTMLResponse:
    """The portal's page for what does not exist, at times with the status of success."""
    return HTMLResponse(site.render("lost.html"), status_code=200 if soft else 404)


def fault(site: Site, kind: Literal["error", "soft"]) -> HTMLResponse:
    """What is broken answers so."""
    return HTMLResponse(_TOMCAT, status_code=500) if kind == "error" else not_found(site, soft=True)
