"""How much of what was planted was seen: accuracy per indicator, and the list of what was missed.

A row without a true value is seen rightly by its status. A value is equal when its JSON is equal, `raw` (depth) and `units` (time limits) left out: they are wordings. A share of
links is equal within 0.0005, a load time when its points are equal within 5. Points are equal within 0.01.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import cast

from anfang.model import Json, Observation
from anfang.testbed.truth import Left

Points = Callable[[str, Json], float | None]
"""(indicator, value) -> points of the single observation; None where the value decides nothing."""

WORDINGS = ("raw", "units")


@dataclass(frozen=True, slots=True)
class Accuracy:
    """`overall` and `indicators` have the form of summary.json: shares over n (value_equal, points_equal) and counts.

    wrong: observed with another value; missing: not observed. majority_baseline: the share that always answering the
    most frequent true value would get right.
    """

    overall: Mapping[str, float]
    indicators: Mapping[str, Mapping[str, float]]
    misses: tuple[Mapping[str, Json], ...]
    """{city, step, indicator, truth, seen, status} of every row that is missing or wrong."""


@dataclass(frozen=True, slots=True)
class _Row:
    city: str
    step: str
    indicator: str
    truth: Json
    seen: Json
    status: str
    value_equal: bool
    points_equal: bool

    def miss(self) -> dict[str, Json]:
        return {name: getattr(self, name) for name in ("city", "step", "indicator", "truth", "seen", "status")}


def accuracy(
    truth: Mapping[str, Mapping[tuple[str, str], Json | Left]], observations: Iterable[Observation], points: Points
) -> Accuracy:
    """Compare what was observed (channel `portal`) with the truth by city.

    A planted row without an observation counts as not observed; an observation without a planted truth is ignored.
    """
    seen = {(o.city, o.step, o.indicator): o for o in observations if o.channel == "portal"}
    rows = [
        _compare(city, step, indicator, value, seen.get((city, step, indicator)), points)
        for city, values in truth.items()
        for (step, indicator), value in values.items()
    ]
    by_indicator = {name: [row for row in rows if row.indicator == name] for name in sorted({r.indicator for r in rows})}
    return Accuracy(
        overall=_tally(rows),
        indicators={name: {**_tally(own), "majority_baseline": _majority(own)} for name, own in by_indicator.items()},
        misses=tuple(row.miss() for row in rows if not row.value_equal),
    )


def _compare(
    city: str, step: str, indicator: str, truth: Json | Left, observation: Observation | None, points: Points
) -> _Row:
    status = observation.status if observation else "not_observed"
    seen = observation.value if observation and status == "observed" else None
    if isinstance(truth, Left):
        right = status == truth.status
        return _Row(city, step, indicator, truth.status, seen, status, value_equal=right, points_equal=right)
    equal = status == "observed" and _equal(indicator, truth, seen, points)
    return _Row(
        city=city,
        step=step,
        indicator=indicator,
        truth=truth,
        seen=seen,
        status=status,
        value_equal=equal,
        points_equal=equal or (status == "observed" and _near(points(indicator, truth), points(indicator, seen), 0.01)),
    )


def _equal(indicator: str, truth: Json, seen: Json, points: Points) -> bool:
    if _plain(truth) == _plain(seen):
        return True
    if indicator == "tech_load":
        return _near(points(indicator, truth), points(indicator, seen), 5.0)
    return indicator == "tech_links" and _near(truth, seen, 0.0005)


def _plain(value: Json) -> Json:
    """The value without its wordings."""
    if not isinstance(value, Mapping):
        return value
    return {name: part for name, part in cast("Mapping[str, Json]", value).items() if name not in WORDINGS}


def _near(one: Json, other: Json, within: float) -> bool:
    numbers = isinstance(one, int | float) and isinstance(other, int | float)
    return numbers and abs(one - other) <= within


def _tally(rows: list[_Row]) -> dict[str, float]:
    n = len(rows)
    missing = sum(row.status != "observed" and not row.value_equal for row in rows)
    return {
        "value_equal": sum(row.value_equal for row in rows) / n if n else 0.0,
        "points_equal": sum(row.points_equal for row in rows) / n if n else 0.0,
        "wrong": sum(not row.value_equal for row in rows) - missing,
        "missing": missing,
        "n": n,
    }


def _majority(rows: list[_Row]) -> float:
    values = Counter(json.dumps(_plain(row.truth), sort_keys=True, ensure_ascii=False) for row in rows)
    return max(values.values()) / len(rows)
