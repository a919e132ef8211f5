"""How far a ranking rests on the weights and on the luck of measuring: shown apart and together."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from anfang.errors import BadInput
from anfang.model import RoundResults
from scoring.bands import bands
from scoring.evaluate import drawn, evaluate, given
from scoring.matrix import Floats, Matrix, matrix_of
from scoring.noise import Noise
from scoring.retest import Retest
from scoring.settings import Settings
from scoring.spread import Spread, spread

_CELLS = 4_000_000
"""Figures that one chunk of draws holds at most, so that memory does not grow with the cities."""


@dataclass(frozen=True)
class Robustness:
    settings: Settings
    """With the seed."""
    matrix: Matrix
    weights: Mapping[float, Spread]
    """By how far the weights move."""
    error: Spread | None
    """By measuring again; None where no retest says how far that goes."""
    both: Spread | None
    retest: Retest | None
    standings: Mapping[str, Standing]
    """What the draws say of each ranked city: both kinds where the error is known, else the weights alone."""

    @property
    def told(self) -> Spread:
        """The draws of the standings."""
        return self.both or self.weights[self.settings.spreads[0]]


@dataclass(frozen=True, slots=True)
class Standing:
    city: str
    median: int
    low: int
    high: int
    """Interval of the ranks."""
    top: float
    """P(among the first `top`)."""
    points_low: float
    points_high: float
    band: int


def robustness(results: RoundResults, settings: Settings, retest: Retest | None = None) -> Robustness:
    """Draws weights, measurements and both; raises BadInput where no city is ranked."""
    held = matrix_of(results)
    if not held.cities:
        raise BadInput("no city is ranked", where=results.name, mend="see `anfang score` for the reasons")
    draws = _Draws(held, settings, retest)
    weights = {a: draws.spread(draws.weights(a)) for a in settings.spreads}
    error = draws.spread(draws.error()) if retest else None
    both = draws.spread(draws.both(settings.spreads[0])) if retest else None
    order = [row.city for row in results.ranking.rows if row.rank is not None]
    told = both or weights[settings.spreads[0]]
    return Robustness(settings, held, weights, error, both, retest, standings(told, order, settings))


def standings(found: Spread, order: Sequence[str], settings: Settings) -> Mapping[str, Standing]:
    """City -> its standing, in the order given (best first)."""
    banded = bands(found, order, settings.apart)
    (low, high), (bottom, top) = found.interval, found.scores()
    columns = [column.tolist() for column in (found.median, low, high, found.within(settings.top), bottom, top)]
    told = {city: row for city, *row in zip(found.cities, *columns, strict=True)}
    return {city: Standing(city, *told[city], band=banded[city]) for city in order}


def chunk(matrix: Matrix, *, cells: bool) -> int:
    """How many draws fit into a chunk: of headlines, or of whole matrices."""
    each = max(1, len(matrix.cities)) * (max(1, len(matrix.cells)) if cells else 4)
    return max(1, _CELLS // each)


class _Draws:
    """The three kinds of draws, each with a generator of its own, so that one does not depend on another."""

    def __init__(self, held: Matrix, settings: Settings, retest: Retest | None) -> None:
        self.held, self.settings = held, settings
        self.noise = Noise.of(held, retest) if retest else None

    def spread(self, draw: tuple[int, Callable[[int], Floats]]) -> Spread:
        size, how = draw
        return spread(self.held.cities, self.settings.draws, size, how, tail=self.settings.tail)

    def weights(self, a: float) -> tuple[int, Callable[[int], Floats]]:
        rng, rows = self._rng(round(1000 * a)), self.held.by_row()
        return chunk(self.held, cells=False), lambda count: self._worth(rows, drawn(self.held.root, a, count, rng))

    def error(self) -> tuple[int, Callable[[int], Floats]]:
        rng, fixed = self._rng(1_000_001), given(self.held.root)
        return chunk(self.held, cells=True), lambda count: self._worth(self._again(count, rng), fixed)

    def both(self, a: float) -> tuple[int, Callable[[int], Floats]]:
        rng = self._rng(1_000_002)
        return chunk(self.held, cells=True), lambda count: self._worth(
            self._again(count, rng), drawn(self.held.root, a, count, rng)
        )

    def _again(self, count: int, rng: np.random.Generator) -> Floats:
        assert self.noise is not None
        return self.held.by_row(self.noise.redraw(count, rng))

    def _worth(self, points: Floats, weights: Mapping[str, Floats]) -> Floats:
        return evaluate(self.held.root, points, self.held.columns, weights)

    def _rng(self, kind: int) -> np.random.Generator:
        return np.random.default_rng([self.settings.seed, kind])
