"""Groups of cities side by side: are they more apart than chance would put them, and which pairs are?

The cities are a census: there is no sampling error, and the test asks whether so large differences would come out if the
cities were dealt to the groups at random. What a group's mean may be off by is the error of measurement alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from scoring.holm import holm
from scoring.matrix import Floats
from scoring.scipystats import stats
from scoring.spread import Spread
from scoring.summary import Summary, summary

SMALLEST = 3
"""A group of fewer cities is shown and not tested."""


@dataclass(frozen=True, slots=True)
class PairTest:
    """Dunn's test of two groups after Kruskal and Wallis."""

    one: str
    two: str
    z: float
    chance: float
    corrected: float
    """p after Holm over all pairs."""


@dataclass(frozen=True, slots=True)
class GroupTest:
    tested: tuple[str, ...]
    small: tuple[str, ...]
    """Groups of one or two cities, left out of the test."""
    statistic: float | None
    """Kruskal and Wallis's H; None for fewer than two groups that can be tested."""
    chance: float | None
    effect: float | None
    """Epsilon squared: share of the differences of ranks that the groups make, 0-1."""
    pairs: tuple[PairTest, ...]


@dataclass(frozen=True, slots=True)
class Group:
    name: str
    summary: Summary | None
    """Of its ranked cities; None without one."""
    low: float | None
    high: float | None
    """What the mean may be by the error of measurement; None where no retest says it."""


def group_test(points: Mapping[str, Sequence[float]]) -> GroupTest:
    """`points`: group -> points of its ranked cities."""
    tested = {name: held for name, held in points.items() if len(held) >= SMALLEST}
    small = tuple(name for name, held in points.items() if 0 < len(held) < SMALLEST)
    everyone: Floats = np.round(np.array([one for held in tested.values() for one in held], dtype=np.float64), 9)
    if len(tested) < 2:
        return GroupTest(tuple(tested), small, None, None, None, ())
    if np.ptp(everyone) == 0:
        return GroupTest(tuple(tested), small, 0.0, 1.0, 0.0, ())
    found = stats.kruskal(*(np.round(np.array(held), 9) for held in tested.values()))
    effect = float(found.statistic) / (len(everyone) - 1)
    return GroupTest(tuple(tested), small, float(found.statistic), float(found.pvalue), effect, dunn(tested))


def dunn(points: Mapping[str, Sequence[float]]) -> tuple[PairTest, ...]:
    """Every pair of groups by the mean ranks of their cities among all, ties corrected for; the first is the better one."""
    sizes = {name: len(held) for name, held in points.items()}
    everyone: Floats = np.round(np.array([one for held in points.values() for one in held], dtype=np.float64), 9)
    order: Floats = stats.rankdata(everyone)
    ends = np.cumsum(list(sizes.values()))
    means = {name: float(order[end - sizes[name] : end].mean()) for name, end in zip(points, ends, strict=True)}
    n, ties = len(everyone), np.unique(everyone, return_counts=True)[1]
    spread = n * (n + 1) / 12 - float((ties**3 - ties).sum()) / (12 * (n - 1))
    found = {(one, two) if means[one] >= means[two] else (two, one): 0.0 for one, two in combinations(points, 2)}
    for one, two in found:
        error = (spread * (1 / sizes[one] + 1 / sizes[two])) ** 0.5
        found[one, two] = (means[one] - means[two]) / error if error else 0.0
    chances = {f"{one}\n{two}": float(2 * stats.norm.sf(z)) for (one, two), z in found.items()}
    corrected = holm(chances)
    return tuple(
        PairTest(one, two, z, chances[f"{one}\n{two}"], corrected[f"{one}\n{two}"] or 0.0) for (one, two), z in found.items()
    )


def group_of(name: str, points: Mapping[str, float], error: Spread | None) -> Group:
    """`points`: ranked city of the group -> points; `error`: the round measured again and again."""
    if not points or error is None:
        return Group(name, summary(points.values()), None, None)
    places = [at for at, city in enumerate(error.cities) if city in points]
    means = error.points[:, places].mean(axis=1, dtype=np.float64)
    low, high = np.quantile(means, [error.tail, 1 - error.tail])
    return Group(name, summary(points.values()), float(low), float(high))
