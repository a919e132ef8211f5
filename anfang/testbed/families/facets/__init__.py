"""A single-page portal as a provincial vendor built it around 2020, in the manner of Vue and Element UI.

Menu entries are no links, routes stand behind the #, every pane fetches its data when its tab is clicked, services are
found by facets. The stages of a way are in plans.py, the places that they lead through in catalogue.py.
"""

from __future__ import annotations

from collections.abc import Mapping

from starlette.applications import Starlette

from anfang.testbed.facts import PortalFacts
from anfang.testbed.families import family
from anfang.testbed.families.facets import guide, home
from anfang.testbed.families.facets.app import application
from anfang.testbed.families.facets.portal import Portal


@family("facets", lang="zh", plants=("combined", "off_site"))
def build(facts: PortalFacts) -> Starlette:
    """The portal that shows these facts."""
    return application(Portal(facts))


def links(facts: PortalFacts) -> Mapping[str, bool]:
    """The links of the home page and of every guide that can be found."""
    portal = Portal(facts)
    found = home.anchors(portal)
    for matter in portal.matters.planted:
        if matter.guide.way != "search" or matter.guide.search_rank is not None:
            found = {**found, **guide.anchors(portal, matter)}
    return found
