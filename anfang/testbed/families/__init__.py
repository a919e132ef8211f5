"""Families of simulated portals: one file, one family, one way of building a portal.

A family's module decorates `build(facts) -> Starlette` with `@family("its name")` and defines beside it `links(facts)`:
the distinct links of the home page and of the guides that can be found, path (with query) -> whether it is dead.
It awaits `pause(facts)` before it sends the main document of the home page and of every guide. docs/testbed.md tells all.
"""

from __future__ import annotations

import asyncio
import importlib
import pkgutil
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from starlette.applications import Starlette

from anfang.testbed.facts import Lang, PortalFacts

Build = Callable[[PortalFacts], Starlette]
Extra = Literal["combined", "off_site"]
"""What not every family can show: guides of several steps, enquiries on a host of their own."""


@dataclass(frozen=True, slots=True)
class Family:
    name: str
    build: Build
    lang: Lang
    plants: frozenset[Extra]


FAMILIES: dict[str, Family] = {}


def family(name: str, *, lang: Lang = "zh", plants: Iterable[Extra] = ()) -> Callable[[Build], Build]:
    """Register the builder of a family's portals under `name`."""

    def register(build: Build) -> Build:
        FAMILIES[name] = Family(name, build, lang, frozenset(plants))
        return build

    return register


def load() -> dict[str, Family]:
    """All families, by name."""
    for module in pkgutil.iter_modules(__path__):
        importlib.import_module(f"{__name__}.{module.name}")
    return FAMILIES


def links(facts: PortalFacts) -> Mapping[str, bool]:
    """Links of the portal's home page and findable guides, in document order: path -> dead.

    Raises KeyError for a family that is not registered.
    """
    module = sys.modules[load()[facts.family].build.__module__]
    of_family: Callable[[PortalFacts], Mapping[str, bool]] = module.links
    return of_family(facts)


async def pause(facts: PortalFacts) -> None:
    """The portal's planted slowness: await it before the home page's and every guide's main document."""
    if facts.delay:
        await asyncio.sleep(facts.delay)
