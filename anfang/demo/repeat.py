"""Are two rounds over the same portals the same? Identical in status and value; timings by what they are worth."""

from __future__ import annotations

from dataclasses import dataclass

from anfang.model import Json, Observation, RoundResults

TIMINGS = ("tech_load",)
"""Rows whose value is a stopwatch's: never twice the same."""
NEAR = 5.0
"""Points by which two timings may differ: 0.6 s of page load where it earns less than everything."""

Key = tuple[str, str, str, str]
"""(city, channel, step, indicator)"""


@dataclass(frozen=True, slots=True)
class Difference:
    """A row that two rounds tell differently: (status, value) on each side, None where a side lacks it."""

    city: str
    channel: str
    step: str
    indicator: str
    one: tuple[str, Json] | None
    other: tuple[str, Json] | None


def differences(one: RoundResults, other: RoundResults) -> tuple[Difference, ...]:
    """Every observation in which the rounds are not identical, in a fixed order; () where the second repeats the first."""
    first, second = _rows(one), _rows(other)
    return tuple(
        Difference(*key, _told(first.get(key)), _told(second.get(key)))
        for key in sorted(first.keys() | second.keys())
        if not _same(first.get(key), second.get(key), one, other)
    )


def _rows(results: RoundResults) -> dict[Key, Observation]:
    return {(row.city, row.channel, row.step, row.indicator): row for row in results.observations}


def _told(row: Observation | None) -> tuple[str, Json] | None:
    return None if row is None else (row.status, row.value)


def _same(
    first: Observation | None, second: Observation | None, one: RoundResults, other: RoundResults
) -> bool:
    if first is None or second is None or first.status != second.status:
        return False
    if first.indicator not in TIMINGS:
        return first.value == second.value
    earned = [
        results.points.get((row.city, row.step, row.indicator))
        for results, row in ((one, first), (other, second))
    ]
    return _near(*earned)


def _near(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return abs(one - other) <= NEAR
