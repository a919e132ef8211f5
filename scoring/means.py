"""Weighted means: arithmetic, geometric, harmonic; each leaves out what is not known.

The geometric and the harmonic mean are taken of points + 1 (and 1 is taken off again): a single 0 then costs much, but
does not wipe out everything else, nothing but zeros is 0, and a better value never lowers the mean.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Literal, get_args

Method = Literal["arithmetic", "geometric", "harmonic"]
METHODS: tuple[Method, ...] = get_args(Method)
SHIFT = 1.0
"""What is added to points before a geometric or a harmonic mean."""


def mean(method: str, parts: Sequence[tuple[float, float | None]]) -> float | None:
    """Mean of (weight, points), None where no part with a weight is known. It lies between the least and the greatest."""
    known = [(weight, points) for weight, points in parts if points is not None and weight > 0]
    if not known:
        return None
    there = scale(method)
    total = math.fsum([weight for weight, _ in known])
    found = back(method)(math.fsum([weight * there(points) for weight, points in known]) / total)
    figures = [points for _, points in known]
    return min(max(found, min(figures)), max(figures))


def scale(method: str) -> Callable[[float], float]:
    """The scale on which the mean of this method is an arithmetic one."""
    return _THERE[method]


def back(method: str) -> Callable[[float], float]:
    """The way back from `scale`."""
    return _BACK[method]


def slope(method: str, low: float, high: float) -> float:
    """Rise of `scale` from `low` to `high`, for each point; where both are the same, its slope there."""
    if abs(high - low) < 1e-12:
        return _SLOPE[method](low)
    there = scale(method)
    return (there(high) - there(low)) / (high - low)


def _same(points: float) -> float:
    return points


_THERE: Mapping[str, Callable[[float], float]] = {
    "arithmetic": _same,
    "geometric": lambda points: math.log(points + SHIFT),
    "harmonic": lambda points: -1.0 / (points + SHIFT),
}
_BACK: Mapping[str, Callable[[float], float]] = {
    "arithmetic": _same,
    "geometric": lambda mean: math.exp(mean) - SHIFT,
    "harmonic": lambda mean: -1.0 / mean - SHIFT,
}
_SLOPE: Mapping[str, Callable[[float], float]] = {
    "arithmetic": lambda _: 1.0,
    "geometric": lambda points: 1.0 / (points + SHIFT),
    "harmonic": lambda points: 1.0 / (points + SHIFT) ** 2,
}
