"""Did a city improve, decline, or stay within the noise? Both rounds drawn again, with the weights and the errors moved.

A draw has one set of weights for both rounds (a change of weights is no change of a city) and, where a retest says how
far measuring errs, errors of its own for each round.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np

from scoring.evaluate import drawn, evaluate
from scoring.frame import EQUAL
from scoring.matched import Panel
from scoring.matrix import Floats, Matrix, points_of
from scoring.noise import Noise
from scoring.retest import Retest
from scoring.robustness import chunk
from scoring.settings import Settings
from scoring.spread import ranks

Class = Literal["improved", "declined", "unchanged"]


@dataclass(frozen=True, slots=True)
class Movement:
    """The change of one city over the draws."""

    kind: Class
    low: float
    high: float
    """Interval of the change in points."""
    rose: float
    """Share of the draws in which it rose."""
    rank_low: int
    rank_high: int
    """Interval of the places gained (negative: lost)."""


@dataclass(frozen=True, slots=True)
class Movements:
    cities: Mapping[str, Movement]
    mean_low: float
    mean_high: float
    """Interval of the mean change over the draws."""
    error_known: bool
    """Whether a retest says how far measuring errs; else the weights alone were moved."""


def movements(held: Panel, settings: Settings, retest: Retest | None = None) -> Movements | None:
    """Of the cities with a headline in both rounds; None without one."""
    cities = held.ranked
    if not cities:
        return None
    changes, moves = _drawn(_pair(held), settings, retest)
    shares = [settings.tail, 1 - settings.tail]
    low, high = np.quantile(changes, shares, axis=0)
    down, up = np.quantile(moves, shares, axis=0, method="inverted_cdf").astype(int)
    rose = (changes > EQUAL).mean(axis=0)
    told = {
        city: Movement(_kind(low[at], high[at]), float(low[at]), float(high[at]), float(rose[at]), int(down[at]), int(up[at]))
        for at, city in enumerate(cities)
    }
    mean = np.quantile(changes.mean(axis=1), shares)
    return Movements(told, float(mean[0]), float(mean[1]), retest is not None)


def _kind(low: float, high: float) -> Class:
    if low > EQUAL:
        return "improved"
    return "declined" if high < -EQUAL else "unchanged"


def _pair(held: Panel) -> tuple[Matrix, Matrix]:
    """Both rounds over the same cells."""
    root, cities = held.root, held.ranked
    cells = tuple(
        (row, step)
        for row in root.leaves()
        for step in (dict.fromkeys(step for city in cities for step in held.after[city].indicators[row].step_points) or [""])
    )
    one, two = (points_of(cards, cities, cells) for cards in (held.before, held.after))
    return Matrix(cities, cells, one, root), Matrix(cities, cells, two, root)


def _drawn(pair: tuple[Matrix, Matrix], settings: Settings, retest: Retest | None) -> tuple[Floats, Floats]:
    """Draws x cities: change in points, places gained."""
    before = pair[0]
    rng = np.random.default_rng([settings.seed, 3_000_000])
    again = [_again(one, retest, rng) for one in pair]
    size = chunk(before, cells=retest is not None)
    changes, moves = (np.empty((settings.draws, len(before.cities))) for _ in range(2))
    for start in range(0, settings.draws, size):
        count = min(size, settings.draws - start)
        weights = drawn(before.root, settings.spreads[0], count, rng)
        was, now = (evaluate(one.root, draw(count), one.columns, weights) for one, draw in zip(pair, again, strict=True))
        changes[start : start + count] = now - was
        moves[start : start + count] = ranks(was) - ranks(now)
    return changes, moves


def _again(one: Matrix, retest: Retest | None, rng: np.random.Generator) -> Callable[[int], Floats]:
    if retest is None:
        rows = one.by_row()
        return lambda _: rows
    noise = Noise.of(one, retest)
    return lambda count: one.by_row(noise.redraw(count, rng))
