"""What a city works from: every problem with who answers for it, what mending it would add, and since when it is known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from anfang.model import Department, RoundResults, Scorecard
from anfang.problems import FULL, Problem, problems
from anfang.recurrence import Past, recurrence
from scoring.matrix import headline_of
from scoring.tree import Node
from scoring.whatif import headline_with


@dataclass(frozen=True, slots=True)
class Item:
    problem: Problem
    department: Department | None
    gain: float | None
    """Points of the headline that full points here would add; None where the row does not count or the city is not ranked."""
    past: Past


def worklist(results: RoundResults, earlier: Sequence[RoundResults] = ()) -> tuple[Item, ...]:
    """The problems in their order; `earlier`: rounds before this one, in the order of time."""
    held = problems(results)
    gains = _Gains.of(results, held)
    past = recurrence(held, earlier)
    return tuple(
        Item(one, results.catalogue.department(one.indicator, one.step), gains.of_problem(one), past[at])
        for at, one in enumerate(held)
    )


def by_city(items: Sequence[Item]) -> Mapping[str, Sequence[Item]]:
    found: dict[str, list[Item]] = {}
    for one in items:
        found.setdefault(one.problem.city, []).append(one)
    return found


def repeated(items: Sequence[Item]) -> int:
    """How many were there in the round before already."""
    return sum(one.past.history == "repeated" for one in items)


@dataclass(frozen=True, slots=True)
class _Gains:
    root: Node | None
    cards: Mapping[str, Scorecard]
    lost: Mapping[tuple[str, str, str], float]
    """(city, row, step) -> what its problems weigh together: the deductions of rules, else how many there are."""

    @classmethod
    def of(cls, results: RoundResults, held: Sequence[Problem]) -> _Gains:
        lost: dict[tuple[str, str, str], float] = {}
        for one in held:
            lost[_place(one)] = lost.get(_place(one), 0.0) + _weight(one)
        return cls(headline_of(results) if results.weights else None, results.scorecards, lost)

    def of_problem(self, one: Problem) -> float | None:
        card = self.cards.get(one.city)
        if self.root is None or card is None or not card.ranked or card.headline is None or one.points is None:
            return None
        points = {row: score.points for row, score in card.indicators.items()}
        now = points.get(one.indicator.id)
        if now is None or one.indicator.id not in self.root.leaves():
            return None
        known = {row: figure for row, figure in points.items() if figure is not None}
        full = headline_with(self.root, known, {one.indicator.id: now + self._rise(one, card, now)})
        return (full - card.headline) * _weight(one) / self.lost[_place(one)]

    def _rise(self, one: Problem, card: Scorecard, now: float) -> float:
        """Points of the row that full points of this cell would add."""
        steps = [points for points in card.indicators[one.indicator.id].step_points.values() if points is not None]
        if one.indicator.over == "sum" or one.step not in card.indicators[one.indicator.id].step_points:
            return FULL - now
        return (FULL - (one.points or 0.0)) / len(steps)


def _place(one: Problem) -> tuple[str, str, str]:
    """Problems that share the points of one cell, or of one sum."""
    return one.city, one.indicator.id, "" if one.indicator.over == "sum" else one.step


def _weight(one: Problem) -> float:
    """A rule's deduction; 1 for any other problem, 0 for a contradiction that costs nothing."""
    if one.points is None:
        return 0.0
    rule = one.indicator.score or {}
    return float(rule.get("severe", {}).get(one.rule, rule["each"])) if one.rule and "each" in rule else 1.0
