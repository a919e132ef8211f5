"""The style sheet, the page's little picture, and files asked for by script."""

from __future__ import annotations

from starlette.responses import Response

from anfang.testbed.families.frames import album, pictures, troubles
from anfang.testbed.families.frames.details import lost_or_handed_out
from anfang.testbed.families.frames.files import address, downloads
from anfang.testbed.families.frames.site import Site


def styles(site: Site) -> Response:
    light, dark = album.colors(site)
    sheet = bytes(site.text("main.css", "text/css").body).decode()
    return Response(sheet.replace("LIGHT", light).replace("DARK", dark), media_type="text/css")


def favicon() -> Response:
    return Response(pictures.icon(1, "#c33"), media_type="image/svg+xml")


def handed_out(path: str, site: Site) -> Response:
    """The file that downLoadFile() asks for by its path on the old server."""
    for item in site.items.guides.values():
        for link in downloads(item, item.guide, site) if item.guide else ():
            if path and path == address(link.kind, item, site, scripted=True) and item.guide:
                return lost_or_handed_out(link.kind, item, item.guide, site)
    return troubles.missing(site)
