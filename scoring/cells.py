"""Observations sorted into cells: city x row x step, each with its points or the state that leaves it out."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from anfang.errors import BadInput
from anfang.model import Catalogue, Indicator, Json, Observation, Plan, Status
from anfang.schema import did_you_mean
from scoring.goalposts import applies, points

AGREE = 0.01
"""How far the points given with a value may be off those that follow from it."""
WHOLE = ""
"""The step of portal rows; on a row per step it stands for all of them and wins over them."""
OUTSIDE: frozenset[Status] = frozenset({"not_planned", "not_applicable"})
"""States that take a cell out of what the city had to show; every other state without points counts as missing."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One observation as scoring sees it; `points` is None on the steps of rows that are summed before scoring."""

    status: Status
    points: float | None = None
    value: Json = None
    reason: str = ""

    @property
    def missing(self) -> bool:
        return self.status != "observed" and self.status not in OUTSIDE


Cells = Mapping[tuple[str, str], Mapping[str, Cell]]
"""(city, row) -> step -> cell."""
ABSENT = Cell("not_observed", reason="no observation")


def cells(observations: Iterable[Observation], catalogue: Catalogue, plan: Plan) -> Cells:
    """The cells of the rows in the basket; raises BadInput for what cannot be an observation of this instrument.

    Observations of rows outside the basket, of steps outside the plan and of channels that a row does not use are
    left aside: they were not planned.
    """
    rows, held = {row.id: row for row in catalogue.indicators}, tuple(observations)
    planned = {name: rows[name].channels for name in plan.basket if name in rows}
    channels, steps = _channels(held, planned), {WHOLE, *plan.steps}
    found: dict[tuple[str, str], Mapping[str, Cell]] = {}
    known, shared, outside = dict[_Likeness, Cell](), _Shared(), set[tuple[str, str]]()
    for one in held:
        name, step = one.indicator, one.step
        if one.channel not in planned.get(name, ()):
            if name not in rows:
                raise _refused(one, f"unknown row{did_you_mean(name, rows)}", "name a row of the catalogue")
            continue
        key = (one.city, name)
        if key in channels and channels[key] != one.channel:
            continue
        before = found.get(key, NONE)
        if step in before:
            raise _refused(one, "there is a second observation of the same", "keep the one that counts")
        if step not in steps:
            outside.add(key)
        cell = _cell(rows[name], one, known) if step in steps else ABSENT
        # Like observations share their cells, and like cities the mapping of their steps.
        found[key] = shared.get((id(before), step, id(cell))) or shared.with_(before, step, cell)
    for key in outside:
        found[key] = {step: cell for step, cell in found[key].items() if step in steps}
    return found


NONE: Mapping[str, Cell] = {}
"""The cells of a row without an observation."""


class _Shared(dict[tuple[int, str, int], Mapping[str, Cell]]):
    """(identity of the steps so far, step, identity of its cell) -> the steps with it, once for all cities seen alike.

    What is kept here lives as long as its identity is asked for.
    """

    def with_(self, before: Mapping[str, Cell], step: str, cell: Cell) -> Mapping[str, Cell]:
        found = self[id(before), step, id(cell)] = {**before, step: cell}
        return found


_Likeness = tuple[str, bool, Status, str, float | None, str, bool]
"""All of an observation that scoring looks at: the same few come from thousands of cities."""


def _channels(
    observations: Iterable[Observation], planned: Mapping[str, tuple[str, ...]]
) -> Mapping[tuple[str, str], str]:
    """(city, row) -> the first of the row's channels that has an observation; only of rows with several channels."""
    several = {name: channels for name, channels in planned.items() if len(channels) > 1}
    found: dict[tuple[str, str], str] = {}
    for one in [one for one in observations if one.indicator in several]:
        channels = several[one.indicator]
        if one.channel not in channels:
            continue
        held = found.setdefault((one.city, one.indicator), one.channel)
        if channels.index(one.channel) < channels.index(held):
            found[one.city, one.indicator] = one.channel
    return found


def _cell(row: Indicator, one: Observation, known: dict[_Likeness, Cell]) -> Cell:
    word = type(one.value) is str
    key = (row.id, one.step == WHOLE, one.status, one.reason, one.score, one.value if word else repr(one.value), word)
    found = known.get(key)
    if found is None:
        found = known[key] = _made(row, one)
    return found


def _made(row: Indicator, one: Observation) -> Cell:
    if one.status != "observed":
        return Cell(one.status, value=one.value, reason=one.reason)
    if row.score is None:
        return Cell("observed", value=one.value)
    if one.value is None:
        return Cell("observed", points=_given(row, one))
    if row.over == "sum" and one.step != WHOLE:
        return _term(one)
    return _scored(row.score, one)


def _term(one: Observation) -> Cell:
    if one.score is not None:
        raise _refused(
            one, "points for one step of a row that is summed", "give its points once, with an empty step"
        )
    return Cell("observed", value=one.value)


def _scored(rule: Mapping[str, Json], one: Observation) -> Cell:
    try:
        worth = points(rule, one.value)
    except BadInput as bad:
        raise _refused(one, bad.message, bad.mend) from bad
    if one.score is not None and (worth is None or abs(worth - one.score) > AGREE):
        follows = "no points" if worth is None else f"{worth:.4g}"
        raise _refused(
            one, f"points {one.score:g} where {follows} follow from the value", "mend the value or the points"
        )
    if worth is not None:
        return Cell("observed", points=worth, value=one.value, reason=one.reason)
    if not applies(rule, one.value):
        return Cell("not_applicable", value=one.value, reason=str(one.value))
    return Cell("not_observed", value=one.value, reason=one.reason or "too few facts to decide")


def _given(row: Indicator, one: Observation) -> float:
    """The points of a row that came with points alone (import)."""
    if one.score is None or not math.isfinite(one.score) or not 0 <= one.score <= 100:
        raise _refused(
            one, "observed, but with neither a value nor points of 0 to 100", "give the value or the points"
        )
    if row.over == "sum" and one.step != WHOLE:
        _term(one)
    return one.score


def _refused(one: Observation, message: str, mend: str) -> BadInput:
    place = " / ".join(part for part in (one.city, one.channel, one.step, one.indicator) if part)
    return BadInput(message, where=place, mend=mend)
