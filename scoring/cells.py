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
    rows = {row.id: row for row in catalogue.indicators}
    steps = {WHOLE, *plan.steps}
    basket = set(plan.basket)
    chosen = _chosen(observations, rows, basket)
    known: _Known = {}
    return {
        key: {step: _cell(rows[key[1]], one, known) for step, one in found.items() if step in steps}
        for key, found in chosen.items()
    }


_Found = dict[str, Observation]
_Known = dict[tuple[str, str], Cell]
"""(row, value as text) -> its cell: the same few values come from thousands of cities."""


def _chosen(
    observations: Iterable[Observation], rows: Mapping[str, Indicator], basket: set[str]
) -> Mapping[tuple[str, str], _Found]:
    """(city, row) -> the observations, by step, of the first of the row's channels that has any."""
    found: dict[tuple[str, str], tuple[int, _Found]] = {}
    for one in observations:
        row = rows.get(one.indicator)
        if row is None:
            raise _refused(
                one, f"unknown row{did_you_mean(one.indicator, rows)}", "name a row of the catalogue"
            )
        if one.indicator not in basket or one.channel not in row.channels:
            continue
        place = row.channels.index(one.channel)
        held = found.get((one.city, one.indicator))
        if held is None or place < held[0]:
            held = found[one.city, one.indicator] = (place, {})
        if place == held[0]:
            if one.step in held[1]:
                raise _refused(one, "there is a second observation of the same", "keep the one that counts")
            held[1][one.step] = one
    return {key: steps for key, (_, steps) in found.items()}


def _cell(row: Indicator, one: Observation, known: _Known) -> Cell:
    if one.status != "observed":
        return Cell(one.status, value=one.value, reason=one.reason)
    if row.score is None:
        return Cell("observed", value=one.value)
    if one.value is None:
        return Cell("observed", points=_given(row, one))
    if row.over == "sum" and one.step != WHOLE:
        return _term(one)
    if one.score is not None or one.reason:
        return _scored(row.score, one)
    key = (row.id, repr(one.value))
    if key not in known:
        known[key] = _scored(row.score, one)
    return known[key]


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
