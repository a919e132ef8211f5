"""Is a problem new, or was it there before, and since when? From earlier rounds, each compared cell by cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from anfang.model import RoundResults
from anfang.problems import Problem, problems

History = Literal["", "first", "repeated", "unknown"]
"""'' without an earlier round; unknown: the round before did not look at it."""
Key = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Past:
    history: History
    since: str = ""
    """The first round of an unbroken row of rounds that had the problem."""


@dataclass(frozen=True, slots=True)
class _Round:
    name: str
    problems: frozenset[Key]
    looked: frozenset[tuple[str, str, str]]
    """(city, row, step) that were observed; the step is '' for a sum too."""


def recurrence(held: Sequence[Problem], earlier: Sequence[RoundResults]) -> tuple[Past, ...]:
    """For each problem; `earlier` in the order of time."""
    rounds = [_round(one) for one in earlier][::-1]
    return tuple(_past(one, rounds) for one in held)


def _past(one: Problem, rounds: Sequence[_Round]) -> Past:
    since = ""
    for round_ in rounds:
        if _key(one) not in round_.problems:
            looked = (one.city, one.indicator.id, one.step) in round_.looked
            return Past("repeated", since) if since else Past("first" if looked else "unknown")
        since = round_.name
    return Past("repeated", since) if since else Past("")


def _round(results: RoundResults) -> _Round:
    seen = {(one.city, one.indicator, one.step) for one in results.observations if one.status == "observed"}
    sums = {(city, row, "") for city, card in results.scorecards.items() for row, score in card.indicators.items() if score.points is not None}
    return _Round(results.name, frozenset(map(_key, problems(results))), frozenset(seen | sums))


def _key(one: Problem) -> Key:
    return one.city, one.indicator.id, one.step, one.rule
