"""A judgement by evidence from several sources: signs with weights, added up. The weights are in weights.yaml."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML


@lru_cache
def weights() -> Mapping[str, Any]:
    """The numbers of weights.yaml."""
    return YAML(typ="safe").load((Path(__file__).parent / "weights.yaml").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Sign:
    """One piece of evidence: how strongly it is there (0-1, or a count) and the words that show it."""

    name: str
    strength: float = 1.0
    words: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the signs add up to against a threshold."""

    score: float
    threshold: float
    signs: tuple[tuple[Sign, float], ...]
    """Each sign with what it added."""

    @property
    def holds(self) -> bool:
        return self.score >= self.threshold

    def told(self) -> str:
        """The sum on one line, the strongest evidence first."""
        parts = sorted(self.signs, key=lambda one: -abs(one[1]))
        terms = (f"{added:+.0f} {sign.name}{f' ({sign.words})' if sign.words else ''}" for sign, added in parts if added)
        return f"{self.score:.0f} of {self.threshold:.0f}: {', '.join(terms) or 'no sign'}"


def weigh(table: Mapping[str, Any], signs: Iterable[Sign]) -> Verdict:
    """The verdict over the signs by a table of weights.yaml ({threshold, signs}); a sign without a weight says nothing."""
    added = tuple((sign, table["signs"].get(sign.name, 0) * sign.strength) for sign in signs)
    return Verdict(sum(value for _, value in added), table["threshold"], added)
