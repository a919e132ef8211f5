"""A single-page app: the server sends an empty shell, a script fetches JSON and renders it."""

from __future__ import annotations

from collections.abc import Mapping

from starlette.applications import Starlette

from anfang.testbed.facts import PortalFacts
from anfang.testbed.families import family
from anfang.testbed.families.spa.api import Portal
from anfang.testbed.families.spa.directory import token
from anfang.testbed.families.spa.routes import hrefs


@family("spa")
def build(facts: PortalFacts) -> Starlette:
    """A portal of this family; the seed chooses fragment or history routes."""
    return Portal(facts).app()


def links(facts: PortalFacts) -> Mapping[str, bool]:
    """Distinct links of the home page and of the guides that can be found, path with fragment -> dead."""
    if facts.home != "normal":
        return {}
    portal = Portal(facts)
    dead = {*portal.home.dead_paths(), *portal.files.dead()}
    guides = [portal.guides.page(token(step.name)) for step in portal.directory.planted]
    frame = portal.home.frame()
    found = hrefs([frame["sign"], frame["menu"], portal.home.page(), frame["footer"], *guides])
    return {f"/{path}" if path.startswith("#") else path: path in dead for path in found}
