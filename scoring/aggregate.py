"""Rows -> dimensions -> headline, with coverage and bounds: the scorecards of a round.

In this order: (1) coverage of every city over the whole basket; a city below the plan's coverage in a dimension of the
headline is not ranked; (2) among the cities that are left, a row missing in more than the plan's share leaves the headline
for all; a failure on our side counts like any other gap, since no row may rest on cities picked by our faults;
(3) weighted means over the rows that remain, weights renormalised; (4) bounds: what is missing at 0 and at 100.
Cities that are not ranked do not count in (2): portals that keep the shopper out altogether would else take every row
away from everybody.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from anfang.model import Catalogue, DimensionScore, Indicator, IndicatorScore, Plan, Scorecard
from scoring.cells import WHOLE, Cell, Cells
from scoring.gates import gates
from scoring.rows import Row, combine
from scoring.weights import Weights

EQUAL = 1e-9
"""Figures nearer to each other than this are the same."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What is the same for every city: the plan, the weights and the rows that it scores."""

    catalogue: Catalogue
    plan: Plan
    weights: Weights
    basket: tuple[Indicator, ...]
    """The scored rows of the basket."""
    rows: Mapping[str, tuple[Indicator, ...]]
    """Dimension -> those of them that weigh something."""
    unplanned: Mapping[str, IndicatorScore]
    """The scored rows outside the basket, alike for every city."""
    headline: tuple[str, ...]
    """The dimensions that make the headline in this round."""

    @classmethod
    def of(cls, catalogue: Catalogue, plan: Plan, weights: Weights) -> Frame:
        planned = set(plan.basket)
        scored = [row for row in catalogue.indicators if row.score is not None]
        basket = tuple(row for row in scored if row.id in planned)
        rows: dict[str, tuple[Indicator, ...]] = {}
        for row in basket:
            if weights.indicators.get(row.id, 0.0) > 0:
                rows[row.dimension] = (*rows.get(row.dimension, ()), row)
        outside = {
            row.id: IndicatorScore(row.id, None, "not_planned") for row in scored if row.id not in planned
        }
        headline = tuple(name for name in rows if weights.headline(name))
        return cls(catalogue, plan, weights, basket, rows, outside, headline)


@dataclass(frozen=True, slots=True)
class Scored:
    """The scorecards by city, and the rows that left the headline for all, with the reason."""

    cards: Mapping[str, Scorecard]
    left_out: Mapping[str, str]


def scorecards(
    found: Cells,
    cities: Iterable[str],
    frame: Frame,
    *,
    left_out: Mapping[str, str] | None = None,
    apart: Mapping[str, str] | None = None,
) -> Scored:
    """Scorecards of the cities; `left_out` adds rows that are to leave the headline whatever their share.

    `apart`: city -> why it is not ranked, whatever its coverage.
    """
    known: _Known = {}
    measured = {city: _rows(found, city, frame, known) for city in cities}
    coverage = {city: _coverages(rows, frame) for city, rows in measured.items()}
    reasons = {city: _too_little(covered, frame) for city, covered in coverage.items()} | dict(apart or {})
    panel = [rows for city, rows in measured.items() if not reasons[city]]
    out = {**_scarce(panel, frame), **(left_out or {})}
    kept = _kept(frame, out)
    cards = {
        city: _card(
            city,
            rows,
            coverage[city],
            reasons[city],
            kept,
            frame,
            gates(found, city, frame.catalogue, frame.plan),
        )
        for city, rows in measured.items()
    }
    return Scored(cards, out)


_Rows = Mapping[str, Row]
_Known = dict[tuple[str | int, ...], Row]
"""Row and the identities of its cells -> what they combine to: cities that were seen alike share their cells."""


def _rows(found: Cells, city: str, frame: Frame, known: _Known) -> _Rows:
    return {row.id: _row(row, found.get((city, row.id), {}), frame, city, known) for row in frame.basket}


def _row(row: Indicator, cells: Mapping[str, Cell], frame: Frame, city: str, known: _Known) -> Row:
    steps = frame.plan.steps
    key = (row.id, *map(id, map(cells.get, (WHOLE, *steps))))
    if key not in known:
        known[key] = combine(row, cells, steps, city=city)
    return known[key]


def _coverages(rows: _Rows, frame: Frame) -> Mapping[str, float | None]:
    """Dimension -> weight of what was scored / weight of what applies; None where no row applies."""
    return {
        name: _coverage(rows, dimension, frame.weights.indicators) for name, dimension in frame.rows.items()
    }


def _coverage(rows: _Rows, dimension: Sequence[Indicator], weights: Mapping[str, float]) -> float | None:
    applicable = [row.id for row in dimension if rows[row.id].applicable]
    if not applicable:
        return None
    scored = math.fsum(weights[name] * rows[name].share for name in applicable)
    return scored / math.fsum(weights[name] for name in applicable)


def _too_little(covered: Mapping[str, float | None], frame: Frame) -> str:
    low = [
        f"{name} {share:.0%}"
        for name in frame.headline
        if (share := covered[name]) is not None and share < frame.plan.coverage - EQUAL
    ]
    if low:
        return f"coverage below {frame.plan.coverage:.0%}: {', '.join(low)}"
    return (
        "" if any(covered[name] is not None for name in frame.headline) else "no row of the headline applies"
    )


def _scarce(panel: Sequence[_Rows], frame: Frame) -> Mapping[str, str]:
    out: dict[str, str] = {}
    for row in (row for name in frame.headline for row in frame.rows[name]):
        gaps = [rows[row.id] for rows in panel if rows[row.id].applicable and rows[row.id].share < 1]
        lacking = math.fsum(1 - gap.share for gap in gaps)
        if lacking > frame.plan.left_out_share * len(panel) + EQUAL:
            out[row.id] = _why(gaps, lacking, len(panel), frame.plan.left_out_share)
    return out


def _why(gaps: Sequence[Row], lacking: float, of: int, allowed: float) -> str:
    kinds = Counter("partly" if gap.score.points is not None else gap.score.status for gap in gaps)
    told = ", ".join(f"{kind} {count}" for kind, count in sorted(kinds.items()))
    return f"missing in {lacking:g} of {of} cities, more than {allowed:.0%} ({told})"


def _card(
    city: str,
    rows: _Rows,
    covered: Mapping[str, float | None],
    reason: str,
    kept: _Kept,
    frame: Frame,
    raised: Mapping[str, bool | None],
) -> Scorecard:
    means = {name: _means(rows, dimension) for name, dimension in kept.items()}
    reason = reason or _empty(means, covered, frame)
    headline, low, high = (_headline(means, at, frame) for at in (0, 1, 2))
    return Scorecard(
        city=city,
        headline=None if reason else headline,
        ranked=not reason,
        reason=reason,
        dimensions={
            row.id: DimensionScore(
                row.id, means[row.id][0] if row.id in means else None, covered.get(row.id) or 0.0
            )
            for row in frame.catalogue.dimensions
            if row.id in frame.weights.dimensions
        },
        indicators={**frame.unplanned, **{name: row.score for name, row in rows.items()}},
        low=low,
        high=high,
        gates=raised,
    )


_Kept = Mapping[str, Sequence[tuple[float, str]]]
"""Dimension -> weight and id of its rows that stay in the headline."""
_Means = tuple[float | None, float | None, float | None]
"""Points of a dimension, and with what is missing at 0 and at 100."""


def _kept(frame: Frame, out: Mapping[str, str]) -> _Kept:
    weights = frame.weights.indicators
    return {
        name: tuple((weights[row.id], row.id) for row in dimension if row.id not in out)
        for name, dimension in frame.rows.items()
    }


def _means(rows: _Rows, dimension: Sequence[tuple[float, str]]) -> _Means:
    kept = ((weight, rows[name]) for weight, name in dimension)
    applicable = [
        (weight, row, row.share * (row.score.points or 0.0)) for weight, row in kept if row.applicable
    ]
    return (
        _mean([(weight, row.score.points) for weight, row, _ in applicable if row.score.points is not None]),
        _mean([(weight, sure) for weight, _, sure in applicable]),
        _mean([(weight, sure + (1 - row.share) * 100) for weight, row, sure in applicable]),
    )


def _mean(parts: Sequence[tuple[float, float]]) -> float | None:
    if not parts:
        return None
    return math.fsum(weight * points for weight, points in parts) / math.fsum(weight for weight, _ in parts)


def _headline(means: Mapping[str, _Means], at: int, frame: Frame) -> float | None:
    found = ((frame.weights.dimensions[name], means[name][at]) for name in frame.headline)
    return _mean([(weight, points) for weight, points in found if points is not None])


def _empty(means: Mapping[str, _Means], covered: Mapping[str, float | None], frame: Frame) -> str:
    """Why a city has no headline although enough was measured: nothing that counts for all is left of a dimension."""
    for name in frame.headline:
        points, bound, _ = means[name]
        if points is None and bound is not None and covered[name] is not None:
            return f"no scored row of {name} is left"
    return (
        "" if any(means[name][0] is not None for name in frame.headline) else "no row of the headline is left"
    )
