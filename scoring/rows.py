"""From the cells of the steps to one figure per city and row.

A step that does not apply or was not planned is left out. A row combined by sum needs every other step: with one of them
missing it is left out, since a sum of some steps would be better than the truth. A row combined by mean keeps the steps
that were scored and counts in the coverage, and in the share of cities that lack it, by the share of its steps: hiding
a step never helps to be ranked, and the bounds show what it could be worth.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from anfang.errors import BadInput
from anfang.model import Indicator, IndicatorScore, Status
from scoring.cells import ABSENT, OUTSIDE, WHOLE, Cell
from scoring.goalposts import summed

_WORST: tuple[Status, ...] = ("error", "blocked", "censored", "not_observed")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of one city: its score, and the share of its applicable steps that were scored (0-1)."""

    score: IndicatorScore
    share: float
    applicable: bool = field(init=False)

    def __post_init__(self) -> None:
        # Asked for hundreds of thousands of times: settled once.
        object.__setattr__(self, "applicable", self.score.status not in OUTSIDE)


def combine(row: Indicator, found: Mapping[str, Cell], steps: Sequence[str], *, city: str = "") -> Row:
    """One row of one city from its cells; a planned step without an observation is `not_observed`."""
    if row.per == "portal" or WHOLE in found:
        return _whole(row, found.get(WHOLE, ABSENT))
    held = {step: found.get(step, ABSENT) for step in steps}
    inside = {step: cell for step, cell in held.items() if cell.missing or cell.status == "observed"}
    if not inside:
        return _outside(row, held)
    return _sum(row, inside, city) if row.over == "sum" else _mean(row, inside)


def _whole(row: Indicator, cell: Cell) -> Row:
    total = float(cell.value) if row.over == "sum" and isinstance(cell.value, int | float) else None
    score = IndicatorScore(row.id, cell.points, cell.status, cell.reason, value=total)
    return Row(score, 0.0 if cell.points is None else 1.0)


def _outside(row: Indicator, held: Mapping[str, Cell]) -> Row:
    planned = not held or any(cell.status == "not_applicable" for cell in held.values())
    reason = next((cell.reason for cell in held.values() if cell.reason), "no step that applies")
    return Row(IndicatorScore(row.id, None, "not_applicable" if planned else "not_planned", reason), 0.0)


def _sum(row: Indicator, inside: Mapping[str, Cell], city: str) -> Row:
    assert row.score is not None
    missing = [cell for cell in inside.values() if cell.missing]
    if missing:
        return Row(_left_out(row, missing, len(inside)), 0.0)
    try:
        worth, total = summed(row.score, [cell.value for cell in inside.values()])
    except BadInput as bad:
        raise BadInput(bad.message, where=f"{city} / {row.id}", mend=bad.mend) from bad
    return Row(IndicatorScore(row.id, worth, "observed", value=total), 1.0)


def _mean(row: Indicator, inside: Mapping[str, Cell]) -> Row:
    scored = [cell.points for cell in inside.values() if cell.points is not None]
    missing = [cell for cell in inside.values() if cell.missing]
    if not scored:
        return Row(_left_out(row, missing, len(inside)), 0.0)
    by_step = {step: cell.points for step, cell in inside.items()}
    reason = f"{len(scored)} of {len(inside)} steps ({_worst(missing)})" if missing else ""
    mean = math.fsum(scored) / len(scored)
    return Row(IndicatorScore(row.id, mean, "observed", reason, by_step), len(scored) / len(inside))


def _left_out(row: Indicator, missing: Sequence[Cell], of: int) -> IndicatorScore:
    status = _worst(missing)
    reasons = sorted({cell.reason for cell in missing if cell.reason and cell.status == status})
    told = f"{len(missing)} of {of} steps" + (f": {'; '.join(reasons)}" if reasons else "")
    return IndicatorScore(row.id, None, status, told)


def _worst(missing: Sequence[Cell]) -> Status:
    states = {cell.status for cell in missing}
    return next(status for status in _WORST if status in states)
