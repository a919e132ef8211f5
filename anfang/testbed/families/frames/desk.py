"""Opening a portal: the site with what every one of its pages shows."""

from __future__ import annotations

from anfang.testbed.facts import PortalFacts
from anfang.testbed.families.frames import doors, home
from anfang.testbed.families.frames.site import Site


def opened(facts: PortalFacts) -> Site:
    site = Site(facts)
    site.shared = {
        "menu": home.menu(site),
        "head_how": doors.how("head", site),
        "drop": site.taste.pick("drop", ("style", "script")),
        "search": facts.search,
        "search_in_head": site.taste.flag("search in head"),
        "width": site.taste.pick("width", (1000, 980, 1003, 990)),
    }
    return site
