"""What many draws say of the ranks: how often each city was where, and how often it was before another one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scoring.frame import EQUAL
from scoring.matrix import Floats

Whole = NDArray[np.int64]


@dataclass(frozen=True)
class Spread:
    """Ranks and points of the cities over all draws; arrays run over the cities, in their order."""

    cities: tuple[str, ...]
    draws: int
    counts: Whole
    """Cities x ranks: in how many draws the city had that rank."""
    points: NDArray[np.float32]
    """Draws x cities."""
    tail: float
    """Share of the draws on either side of an interval."""

    def ranks(self, share: float) -> Whole:
        """The smallest rank that at least this share of the draws does not exceed."""
        reached = self.counts.cumsum(axis=1) >= share * self.draws - 1e-9
        return reached.argmax(axis=1) + 1

    @property
    def median(self) -> Whole:
        return self.ranks(0.5)

    @property
    def interval(self) -> tuple[Whole, Whole]:
        return self.ranks(self.tail), self.ranks(1 - self.tail)

    def probability(self, city: str) -> Floats:
        """P(rank = k) for k = 1, 2, ..."""
        return self.counts[self.cities.index(city)] / self.draws

    def within(self, first: int) -> Floats:
        """P(rank <= first)."""
        return self.counts[:, :first].sum(axis=1) / self.draws

    def scores(self) -> tuple[Floats, Floats]:
        """The interval of the points."""
        found = np.quantile(self.points, [self.tail, 1 - self.tail], axis=0).astype(np.float64)
        return found[0], found[1]

    def beats(self, city: str) -> Floats:
        """How often this city has more points than each other one."""
        return _beats(self.points, self.cities.index(city))

    def pairwise(self) -> Floats:
        """Cities x cities: how often the first has more points than the second."""
        return np.array([_beats(self.points, at) for at in range(len(self.cities))])


def ranks(points: Floats) -> Whole:
    """Draws x cities: ranks of points, ties (within 1e-9 of the next better) share the smallest; NaN is behind all."""
    figures: Floats = np.where(np.isnan(points), -np.inf, points)
    order: Whole = np.argsort(-figures, axis=1, kind="stable")
    sorted_ = np.take_along_axis(figures, order, axis=1)
    with np.errstate(invalid="ignore"):
        lower = sorted_[:, :-1] - sorted_[:, 1:] > EQUAL
    first = np.ones(figures.shape, dtype=np.bool_)
    first[:, 1:] = lower
    starts: Whole = first * np.arange(len(figures[0]), dtype=np.int64)
    place = np.maximum.accumulate(starts, axis=1)
    found = np.empty_like(order)
    np.put_along_axis(found, order, place + 1, axis=1)
    return found


def spread(
    cities: Sequence[str], draws: int, chunk: int, draw: Callable[[int], Floats], *, tail: float = 0.05
) -> Spread:
    """Takes `draws` draws from `draw(count)` (count x cities), `chunk` at a time."""
    size = len(cities)
    counts = np.zeros(size * size, dtype=np.int64)
    points = np.empty((draws, size), dtype=np.float32)
    for start in range(0, draws, chunk):
        count = min(chunk, draws - start)
        found = draw(count)
        points[start : start + count] = found
        counts += np.bincount((np.arange(size) * size + ranks(found) - 1).ravel(), minlength=size * size)
    return Spread(tuple(cities), draws, counts.reshape(size, size), points, tail)


def _beats(points: NDArray[np.float32], at: int) -> Floats:
    # Four bytes hold points to a hundred-thousandth: what is nearer than that is no lead.
    return (points[:, at, None] > points + 1e-4).mean(axis=0)
