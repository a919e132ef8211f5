"""A distribution without assuming its shape: quartiles, trimmed mean, median absolute deviation, Hodges-Lehmann."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, slots=True)
class Summary:
    n: int
    mean: float
    median: float
    lower: float
    """First quartile."""
    upper: float
    """Third quartile."""
    low: float
    high: float
    trimmed: float
    """Mean without the lowest and the highest tenth."""
    deviation: float
    """Median distance from the median."""


def summary(figures: Iterable[float | None]) -> Summary | None:
    """Of the figures that are known; None where none is."""
    known = np.sort(np.array([figure for figure in figures if figure is not None], dtype=np.float64))
    if not len(known):
        return None
    lower, median, upper = (float(one) for one in np.quantile(known, [0.25, 0.5, 0.75]))
    cut = int(0.1 * len(known))
    return Summary(
        len(known), float(known.mean()), median, lower, upper, float(known[0]), float(known[-1]),
        float(known[cut : len(known) - cut].mean()), float(np.median(np.abs(known - median))),
    )  # fmt: skip


def hodges_lehmann(changes: Iterable[float]) -> float | None:
    """Median of the means of all pairs (each figure with itself too): the typical change, whatever a few cities did."""
    known = np.array(list(changes), dtype=np.float64)
    if not len(known):
        return None
    one, two = np.triu_indices(len(known))
    return float(np.median((known[one] + known[two]) / 2))
