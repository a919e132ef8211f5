"""Rounds over the matched panel: what was scored in all of them, and nothing else.

A step of a mean row counts where every round scored it; a row combined by sum, or given for the whole portal, where every
round scored the row. What one round left out is left out of all, so that a change is a change of the portals and not
of what could be measured. Rows that left the headline of one round leave that of all.
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
class Panel:
    """Any number of rounds of one instrument."""

    frame: Frame
    cities: tuple[City, ...]
    """Those that all rounds hold, in the order of the last one."""
    cards: tuple[Mapping[str, Scorecard], ...]
    """By round."""
    left_out: Mapping[str, str]
    cells: tuple[Cells, ...]
    """By round, over the panel."""

    @property
    def root(self) -> Node:
        """The tree of all headlines."""
        return self.frame.root(self.left_out)

    @property
    def ranked(self) -> tuple[str, ...]:
        """The cities with a headline in every round, in the order of their ids."""
        return tuple(sorted(city.id for city in self.cities if all(held[city.id].ranked for held in self.cards)))

    @property
    def before(self) -> Mapping[str, Scorecard]:
        return self.cards[0]

    @property
    def after(self) -> Mapping[str, Scorecard]:
        return self.cards[-1]


def panel(rounds: Sequence[RoundResults], weights: Weights) -> Panel:
    """Scores the rounds again over the panel; raises BadInput where they cannot be compared."""
    last = rounds[-1]
    for round_ in rounds[:-1]:
        _comparable(round_, last)
    cities = tuple(city for city in last.cities if all(city.id in round_.scorecards for round_ in rounds))
    frame = Frame.of(last.catalogue, _common([round_.plan for round_ in rounds]), weights)
    names = [city.id for city in cities]
    sides = _matched([cells(round_.observations, frame.catalogue, frame.plan) for round_ in rounds], names, frame)
    out = _left_out(rounds, frame)
    scored = [scorecards(side, names, frame, left_out=out) for side in sides]
    gone = {row: why for one in scored for row, why in one.left_out.items()}
    return Panel(frame, cities, tuple(one.cards for one in scored), gone, tuple(sides))


def matched(before: RoundResults, after: RoundResults, weights: Weights) -> Panel:
    """The panel of two rounds."""
    return panel((before, after), weights)


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


def _common(plans: Sequence[Plan]) -> Plan:
    """The last plan over the rows that every round planned."""
    planned = set[str].intersection(*(set(plan.basket) for plan in plans))
    return replace(plans[-1], basket=tuple(name for name in plans[-1].basket if name in planned))


def _left_out(rounds: Sequence[RoundResults], frame: Frame) -> Mapping[str, str]:
    basket = {row.id for row in frame.basket}
    return {
        name: f"{round_.name}: {reason}"
        for round_ in reversed(rounds)
        for name, reason in round_.ranking.left_out.items()
        if name in basket
    }


def _matched(sides: Sequence[Cells], cities: Iterable[str], frame: Frame) -> list[Cells]:
    found: list[dict[tuple[str, str], Mapping[str, Cell]]] = [{} for _ in sides]
    for city in cities:
        for row in frame.basket:
            key = (city, row.id)
            told = _aligned(row, [side.get(key, {}) for side in sides], frame.plan.steps)
            for side, steps in zip(found, told, strict=True):
                side[key] = steps
    return list(found)


_Steps = Mapping[str, Cell]


def _aligned(row: Indicator, sides: Sequence[_Steps], steps: Sequence[str]) -> Sequence[_Steps]:
    """The cells of one city and row, by round, that may be compared."""
    if row.per == "portal" or row.over == "sum" or any(WHOLE in side for side in sides):
        made = [combine(row, side, steps) for side in sides]
        if all(one.score.points is not None for one in made):
            return sides
        return [{WHOLE: _gap(all(one.applicable for one in made))}] * len(sides)
    by_step = {step: _cells([side.get(step, ABSENT) for side in sides]) for step in steps}
    return [{step: held[at] for step, held in by_step.items()} for at in range(len(sides))]


def _cells(held: Sequence[Cell]) -> Sequence[Cell]:
    if all(cell.points is not None for cell in held):
        return held
    return [_gap(all(cell.status not in OUTSIDE for cell in held))] * len(held)


def _gap(applicable: bool) -> Cell:
    return Cell("not_observed" if applicable else "not_applicable", reason="not scored in both rounds")
