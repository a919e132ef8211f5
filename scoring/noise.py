"""The round as it might have been measured: points drawn again with the errors that retests showed.

In every draw each city copies, from a pair of visits picked at random, *which* cells came out otherwise (so that faults
that come together stay together); in half of the draws, since only one of the two visits is the wrong one. *How* they
come out follows the row's own confusions: the partners that its points had in the retests, else the distances seen in that
row, else what other cities have. On top, every cell may err as often as one more pair with the overall rate would say, so
that a row without any disagreement is not taken for perfect.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from scoring.matrix import Floats, Matrix
from scoring.retest import Retest

Flags = NDArray[np.bool_]
WRONG = 0.5
"""Of two visits that disagree, one is taken to be wrong."""


@dataclass(frozen=True)
class Noise:
    matrix: Matrix
    retest: Retest
    patterns: Flags
    """Pairs of visits x cells of the matrix: what came out otherwise."""
    unknown: Flags
    """Pairs of visits x cells of the matrix: not compared there."""
    rates: Floats
    """Cells: how often the row's pairs disagree."""
    extra: Floats
    """Cells: what one more pair with the overall rate would add."""
    pools: dict[tuple[int, float], Floats] = field(default_factory=dict[tuple[int, float], Floats], repr=False)
    """(cell, points) -> the points it may come out with; filled as they are asked for."""

    @classmethod
    def of(cls, matrix: Matrix, retest: Retest) -> Noise:
        place = {cell: at for at, cell in enumerate(retest.cells)}
        size = (len(retest.cities), len(matrix.cells))
        patterns, unknown = np.zeros(size, dtype=bool), np.ones(size, dtype=bool)
        for at, cell in enumerate(matrix.cells):
            if cell in place:
                patterns[:, at] = retest.differing[:, place[cell]]
                unknown[:, at] = np.isnan(retest.first[:, place[cell]])
        rates, extra = _rates(matrix, retest)
        return cls(matrix, retest, patterns, unknown, rates, extra)

    def redraw(self, count: int, rng: np.random.Generator) -> Floats:
        """count x cities x cells of the matrix."""
        flags = self._flags(count, rng)
        found = np.broadcast_to(self.matrix.points, flags.shape).copy()
        for at in range(len(self.matrix.cells)):
            draw, city = np.nonzero(flags[:, :, at])
            if len(draw):
                found[draw, city, at] = self._again(at, self.matrix.points[city, at], rng)
        return found

    def _flags(self, count: int, rng: np.random.Generator) -> Flags:
        size = (count, len(self.matrix.cities))
        visit = rng.integers(len(self.patterns), size=size)
        wrong = rng.random(size) < WRONG
        flags = self.patterns[visit] & wrong[..., None]
        chance = WRONG * (self.extra + np.where(self.unknown[visit], self.rates, 0.0))
        flags |= rng.random(flags.shape) < chance
        return flags

    def _again(self, at: int, points: Floats, rng: np.random.Generator) -> Floats:
        """Other points for these points of one cell; NaN stays NaN."""
        found = points.copy()
        for level in np.unique(points[~np.isnan(points)]):
            same = points == level
            found[same] = rng.choice(self.partners(at, float(level)), size=int(same.sum()))
        return found

    def partners(self, at: int, level: float) -> Floats:
        """The points that a cell of so many points may come out with, each as often as it is there."""
        if (at, level) not in self.pools:
            self.pools[at, level] = self._partners(at, level)
        return self.pools[at, level]

    def _partners(self, at: int, level: float) -> Floats:
        row = self.matrix.cells[at][0]
        pairs = [pair for pair in self.retest.pairs_of(row) if abs(pair[0] - pair[1]) > 1e-9]
        both = np.array([*pairs, *((two, one) for one, two in pairs)]).reshape(-1, 2)
        partners = both[np.abs(both[:, 0] - level) < 1e-6, 1]
        if len(partners):
            return partners
        if len(both):
            return np.clip(level + both[:, 1] - both[:, 0], 0.0, 100.0)
        held = self.matrix.points[:, at]
        others = held[~np.isnan(held) & (held != level)]
        return others if len(others) else np.array([level])


def _rates(matrix: Matrix, retest: Retest) -> tuple[Floats, Floats]:
    known = {one.row: one for one in retest.rows()}
    pairs, differing = sum(one.pairs for one in known.values()), sum(one.differing for one in known.values())
    overall = (differing + 0.5) / (pairs + 1)
    rates, extra = np.full(len(matrix.cells), overall), np.zeros(len(matrix.cells))
    for at, (row, _) in enumerate(matrix.cells):
        if row in known and known[row].pairs:
            rates[at] = known[row].differing / known[row].pairs
            extra[at] = overall / (known[row].pairs + 1)
    return rates, extra
