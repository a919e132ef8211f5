"""A city's branch of a province's integrated platform, about 2016 to 2020: pages from a server, with a script of its own.

The address leads on to the real home page by script, some menu entries to the province's platform, and a browser that looks
like a telephone's to a page for telephones. Guides have tab boxes and tables with two pairs of label and value in a row.
"""

from __future__ import annotations

from starlette.applications import Starlette

from anfang.testbed.facts import PortalFacts
from anfang.testbed.families import family
from anfang.testbed.families.platform import (
    applying,
    browse,
    enquiring,
    extras,
    home,
    progress,
    scenario,
    searching,
    signing,
)  # fmt: skip
from anfang.testbed.families.platform.crawl import links
from anfang.testbed.families.platform.site import Site

__all__ = ["build", "links"]

_AREAS = (home, browse, applying, signing, searching, progress, enquiring, scenario, extras)


@family("platform", plants=("off_site",))
def build(facts: PortalFacts) -> Starlette:
    """One portal."""
    site = Site(facts)
    return Starlette(routes=[*(route for area in _AREAS for route in area.routes(site)), extras.lost(site)])
