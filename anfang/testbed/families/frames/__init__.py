"""An old county portal of about 2010: frames and dialogs, GBK pages, scripted links, picture buttons, layout tables."""

from __future__ import annotations

from starlette.applications import Starlette

from anfang.testbed.facts import PortalFacts
from anfang.testbed.families import family
from anfang.testbed.families.frames.hrefs import links
from anfang.testbed.families.frames.portal import application

__all__ = ["build", "links"]


@family("frames", lang="zh", plants=("combined", "off_site"))
def build(facts: PortalFacts) -> Starlette:
    return application(facts)
