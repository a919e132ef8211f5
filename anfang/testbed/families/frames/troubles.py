"""Pages that are not there, and pages that fail."""

from __future__ import annotations

from starlette.responses import Response

from anfang.testbed.families.frames.site import Site


def missing(site: Site) -> Response:
    return site.page("missing", http=404)


def gone(site: Site) -> Response:
    """Answered 200, but the page says that it is not there."""
    return site.page("gone")


def failed(site: Site) -> Response:
    return site.page("failed", http=500)


def broken(key: str, site: Site) -> Response:
    """One of the three, for an entry that leads nowhere."""
    return site.taste.pick(f"broken/{key}", (missing, gone, failed))(site)
