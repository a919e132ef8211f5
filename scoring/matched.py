"""Two rounds over the matched panel: what was scored in both, and nothing else.

A step of a mean row counts where both rounds scored it; a row combined by sum, or given for the whole portal, where both
rounds scored the row. What one round left out is left out of both, so that a change is a change of the portals and not
of what could be measured. Rows that left the headline of either round leave both.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from anfang.errors import BadInput
from anfang.model import City, Indicator, Plan, RoundResults, Scorecard, Weights
from scoring.aggregate import scorecards
from scoring.cells import ABSENT, OUTSIDE, WHOLE, Cell, Cells, cells
from scoring.frame import Frame
from scoring.rows import combine
from scoring.tree import Node


@dataclass(frozen=True, slots=True)
class Matched:
    frame: Frame
    cities: tuple[City, ...]
    """Those that both rounds hold, in the order of the later one."""
    before: Mapping[str, Scorecard]
    after: Mapping[str, Scorecard]
    left_out: Mapping[str, str]
    cells: tuple[Cells, Cells]
    """Of both rounds, over the panel."""

    @property
    def root(self) -> Node:
        """The tree of both headlines."""
        return self.frame.root(self.left_out)

    @property
    def ranked(self) -> tuple[str, ...]:
        """The cities with a headline in both rounds, in the order of their ids."""
        return tuple(sorted(city for city, card in self.before.items() if card.ranked and self.after[city].ranked))


def matched(before: RoundResults, after: RoundResults, weights: Weights) -> Matched:
    """Scores both rounds again over the panel; raises BadInput where they cannot be compared."""
    _comparable(before, after)
    cities = tuple(city for city in after.cities if city.id in before.scorecards)
    frame = Frame.of(after.catalogue, _common(before.plan, after.plan), weights)
    names = [city.id for city in cities]
    left, right = (cells(round_.observations, frame.catalogue, frame.plan) for round_ in (before, after))
    pair = _matched(left, right, names, frame)
    out = _left_out(before, after, frame)
    one, two = (scorecards(side, names, frame, left_out=out) for side in pair)
    return Matched(frame, cities, one.cards, two.cards, {**one.left_out, **two.left_out}, pair)


def _comparable(before: RoundResults, after: RoundResults) -> None:
    differ = {
        "instruments": (before.instrument, after.instrument),
        "scenarios": (before.plan.scenario, after.plan.scenario),
        "steps": (before.plan.steps, after.plan.steps),
    }
    for what, (one, two) in differ.items():
        if one != two:
            raise BadInput(
                f"the rounds have different {what}: {one} and {two}",
                where=f"{before.name}, {after.name}",
                mend="measure one of them again from its archive with the instrument of the other, then compare",
            )


def _common(before: Plan, after: Plan) -> Plan:
    """The later plan over the rows that both rounds planned."""
    return replace(after, basket=tuple(name for name in after.basket if name in set(before.basket)))


def _left_out(before: RoundResults, after: RoundResults, frame: Frame) -> Mapping[str, str]:
    basket = {row.id for row in frame.basket}
    return {
        name: f"{round_.name}: {reason}"
        for round_ in (after, before)
        for name, reason in round_.ranking.left_out.items()
        if name in basket
    }


def _matched(left: Cells, right: Cells, cities: Iterable[str], frame: Frame) -> tuple[Cells, Cells]:
    one: dict[tuple[str, str], Mapping[str, Cell]] = {}
    two: dict[tuple[str, str], Mapping[str, Cell]] = {}
    for city in cities:
        for row in frame.basket:
            key = (city, row.id)
            one[key], two[key] = _pair(row, left.get(key, {}), right.get(key, {}), frame.plan.steps)
    return one, two


_Steps = Mapping[str, Cell]


def _pair(row: Indicator, left: _Steps, right: _Steps, steps: Sequence[str]) -> tuple[_Steps, _Steps]:
    """The cells of one city and row that may be compared."""
    if row.per == "portal" or row.over == "sum" or WHOLE in left or WHOLE in right:
        one, two = combine(row, left, steps), combine(row, right, steps)
        if one.score.points is not None and two.score.points is not None:
            return left, right
        gap = {WHOLE: _gap(one.applicable and two.applicable)}
        return gap, gap
    pairs = {step: _cells(left.get(step, ABSENT), right.get(step, ABSENT)) for step in steps}
    return {step: pair[0] for step, pair in pairs.items()}, {step: pair[1] for step, pair in pairs.items()}


def _cells(left: Cell, right: Cell) -> tuple[Cell, Cell]:
    if left.points is not None and right.points is not None:
        return left, right
    gap = _gap(left.status not in OUTSIDE and right.status not in OUTSIDE)
    return gap, gap


def _gap(applicable: bool) -> Cell:
    return Cell("not_observed" if applicable else "not_applicable", reason="not scored in both rounds")
