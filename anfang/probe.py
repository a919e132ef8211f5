"""A probe: one question about a visit, answered from its trail. `@probe(id)` registers the function for an indicator.

A probe of a row per step gets the trail and the step; one of a row per portal gets the trail. Its docstring is the question.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from anfang.model import Finding

Question = Callable[..., Finding]


@dataclass(frozen=True, slots=True)
class Probe:
    indicator: str
    per_step: bool
    ask: Question

    @property
    def question(self) -> str:
        return inspect.getdoc(self.ask) or ""


PROBES: dict[str, Probe] = {}


def probe(indicator: str) -> Callable[[Question], Question]:
    """Register the function that answers an indicator's question."""

    def register(ask: Question) -> Question:
        PROBES[indicator] = Probe(indicator, "step" in inspect.signature(ask).parameters, ask)
        return ask

    return register


def load_probes() -> dict[str, Probe]:
    """All probes of the study's and the shipped probes/, by indicator."""
    package: Any = importlib.import_module("probes")
    for module in pkgutil.iter_modules(package.__path__):
        importlib.import_module(f"probes.{module.name}")
    return PROBES
