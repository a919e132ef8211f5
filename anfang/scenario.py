"""A scenario: one errand, written as the shopper's diary. `@scenario(...)` registers the function under its name."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from anfang.errors import BadInput

if TYPE_CHECKING:
    from anfang.shopper.shopper import Shopper

Diary = Callable[["Shopper"], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Scenario:
    """An errand: its title, the steps of the business that every city must offer, and the diary that walks it."""

    name: str
    title: str
    title_en: str
    steps: tuple[str, ...]
    walk: Diary


SCENARIOS: dict[str, Scenario] = {}


def scenario(title: str, *, title_en: str, steps: tuple[str, ...]) -> Callable[[Diary], Diary]:
    """Register a diary as a scenario; its name is the function's."""

    def register(walk: Diary) -> Diary:
        name = getattr(walk, "__name__", title)
        SCENARIOS[name] = Scenario(name, title, title_en, steps, walk)
        return walk

    return register


def load_scenario(name: str) -> Scenario:
    """The scenario of that name, from the study's scenarios/ or the shipped ones.

    Raises BadInput naming the scenarios there are.
    """
    package = importlib.import_module("scenarios")
    known = sorted(module.name for module in pkgutil.iter_modules(package.__path__))
    if name not in known:
        raise BadInput(f"no scenario {name!r}", where="--scenario", mend=f"one of: {', '.join(known)}")
    importlib.import_module(f"scenarios.{name}")
    return SCENARIOS[name]
