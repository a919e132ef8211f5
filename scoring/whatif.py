"""What would lift a city: the gain of each row, and the shortest way up some ranks. Nobody else is taken to move."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from anfang.errors import BadInput
from anfang.model import RoundResults
from scoring.frame import EQUAL
from scoring.matrix import headline_of
from scoring.tree import Node, worth

FULL = 100.0


@dataclass(frozen=True, slots=True)
class Gain:
    row: str
    points: float
    """Of the row now."""
    weight: float
    """What one more point of the row adds to the headline, 0-1."""
    gain: float
    """What full points of the row would add to the headline."""
    rank: int
    """The city's rank with that alone."""


@dataclass(frozen=True, slots=True)
class WayUp:
    """The fewest rows that, at full points, take a city up so many ranks."""

    ranks: int
    rows: tuple[str, ...]
    points: float
    """The headline then."""
    rank: int


@dataclass(frozen=True, slots=True)
class WhatIf:
    city: str
    points: float
    rank: int
    gains: tuple[Gain, ...]
    """Rows of the headline below full points, the greatest gain first."""
    ways: tuple[WayUp, ...]
    """For 1, 2, ... ranks as far as full points in every row lead."""


def what_if(results: RoundResults, city: str) -> WhatIf:
    """Raises BadInput for a city that is not in the round or not ranked."""
    card = results.scorecards.get(city)
    if card is None or not card.ranked or card.headline is None:
        reason = f" ({card.reason})" if card else ""
        raise BadInput(f"{city} is not ranked{reason}", where=results.name, mend="see `anfang rank` for the ranked cities")
    root = headline_of(results)
    points = {row: card.indicators[row].points for row in root.leaves()}
    known = {row: figure for row, figure in points.items() if figure is not None}
    others = sorted((row.points for row in results.ranking.rows if row.points is not None and row.city != city), reverse=True)
    gains = _gains(root, known, others, card.headline)
    ways = _ways(root, known, gains, others, card.headline)
    return WhatIf(city, card.headline, _rank(card.headline, others), gains, ways)


def headline_with(root: Node, points: Mapping[str, float], changed: Mapping[str, float]) -> float:
    """The headline of a city with other points of some rows."""
    found = worth(root, lambda row: changed.get(row, points.get(row)))
    assert found is not None
    return found


def _gains(root: Node, points: Mapping[str, float], others: Sequence[float], now: float) -> tuple[Gain, ...]:
    gains = [_gain(root, points, row, others, now) for row, figure in points.items() if figure < FULL - EQUAL]
    return tuple(sorted(gains, key=lambda one: (-one.gain, one.row)))


def _gain(root: Node, points: Mapping[str, float], row: str, others: Sequence[float], now: float) -> Gain:
    full = headline_with(root, points, {row: FULL})
    step = min(1.0, FULL - points[row])
    slope = (headline_with(root, points, {row: points[row] + step}) - now) / step
    return Gain(row, points[row], slope, full - now, _rank(full, others))


def _ways(
    root: Node, points: Mapping[str, float], gains: Sequence[Gain], others: Sequence[float], now: float
) -> tuple[WayUp, ...]:
    """Greatest gains first: with arithmetic means no fewer rows can add up to as much."""
    rank, found, taken, made = _rank(now, others), list[WayUp](), list[str](), now
    for gain in gains:
        taken.append(gain.row)
        made = headline_with(root, points, dict.fromkeys(taken, FULL))
        reached = _rank(made, others)
        for up in range(len(found) + 1, rank - reached + 1):
            found.append(WayUp(up, tuple(taken), made, reached))
    return tuple(found)


def _rank(points: float, others: Sequence[float]) -> int:
    """Rank among the others, ties sharing the smallest."""
    return 1 + sum(other > points + EQUAL for other in others)
