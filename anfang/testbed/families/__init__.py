"""Families of simulated portals: one file, one family, one way of building a portal."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable

from starlette.applications import Starlette

from anfang.testbed.facts import PortalFacts

Build = Callable[[PortalFacts], Starlette]
FAMILIES: dict[str, Build] = {}


def family(name: str) -> Callable[[Build], Build]:
    """Register the builder of a family's portals under `name`."""

    def register(build: Build) -> Build:
        FAMILIES[name] = build
        return build

    return register


def load() -> dict[str, Build]:
    """All families, by name."""
    for module in pkgutil.iter_modules(__path__):
        importlib.import_module(f"{__name__}.{module.name}")
    return FAMILIES
