"""The portal of an Italian town hall after the national model for municipal sites: services in categories, topics, offices."""

from __future__ import annotations

from collections.abc import Mapping

from starlette.applications import Starlette

from anfang.testbed.facts import PortalFacts
from anfang.testbed.families import family
from anfang.testbed.families.comune.portal import Portal


@family("comune", lang="it", plants=("combined", "off_site"))
def build(facts: PortalFacts) -> Starlette:
    """The portal's application."""
    return Portal(facts).application()


def links(facts: PortalFacts) -> Mapping[str, bool]:
    """Links of the home page and of every guide, in document order: path with query -> dead."""
    return Portal(facts).links()
