"""The headline of many cities under many weights at once: the same means up the tree as scoring/tree.py, on arrays."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np

from scoring.matrix import Floats
from scoring.means import SHIFT
from scoring.tree import Node

Drawn = Mapping[str, Floats]
"""Node -> draws x (its rows, then its nodes): the weights inside it."""


def given(root: Node) -> Drawn:
    """The weights as they are: one draw."""
    return {node.id: np.array([_weights(node)]) for node in root.all()}


def drawn(root: Node, spread: float, count: int, rng: np.random.Generator) -> Drawn:
    """Every weight of every level times U(1 - spread, 1 + spread); the means renormalise them."""
    found: dict[str, Floats] = {}
    for node in root.all():
        own = np.array(_weights(node))
        found[node.id] = own * rng.uniform(1 - spread, 1 + spread, (count, len(own)))
    return found


def evaluate(node: Node, points: Floats, columns: Mapping[str, int], weights: Drawn) -> Floats:
    """Draws x cities: points of the node; NaN where nothing below it is known.

    `points`: cities x rows, the same for every draw, or draws x cities x rows. `weights` hold one draw or as many.
    """
    own = weights[node.id]
    there = SCALES[node.method]
    places = [columns[row] for row, _ in node.rows]
    total, known = _summed(there(points[..., places]), own[:, : len(places)])
    for at, below in enumerate(node.nodes, len(places)):
        value = there(evaluate(below, points, columns, weights))
        missing = np.isnan(value)
        total = total + np.where(missing, 0.0, value) * own[:, at, None]
        known = known + np.where(missing, 0.0, own[:, at, None])
    mean = np.divide(total, known, out=np.full(np.broadcast(total, known).shape, np.nan), where=known > 0)
    return BACKS[node.method](mean)


def _weights(node: Node) -> list[float]:
    return [*(weight for _, weight in node.rows), *(below.weight for below in node.nodes)]


def _summed(points: Floats, weights: Floats) -> tuple[Floats, Floats]:
    """Weighted sum over the last axis of what is known, and the weight of what is known."""
    missing = np.isnan(points)
    figures = np.where(missing, 0.0, points) if missing.any() else points
    total = _over(figures, weights)
    if not missing.any():
        return total, np.broadcast_to(weights.sum(axis=-1)[:, None], total.shape)
    return total, _over((~missing).astype(np.float64), weights)


def _over(figures: Floats, weights: Floats) -> Floats:
    if figures.ndim == 2:
        return weights @ figures.T
    if len(weights) == 1:
        return figures @ weights[0]
    return np.einsum("kcr,kr->kc", figures, weights)


SCALES: Mapping[str, Callable[[Floats], Floats]] = {
    "arithmetic": lambda points: points,
    "geometric": lambda points: np.log(points + SHIFT),
    "harmonic": lambda points: -1.0 / (points + SHIFT),
}
BACKS: Mapping[str, Callable[[Floats], Floats]] = {
    "arithmetic": lambda mean: mean,
    "geometric": lambda mean: np.exp(mean) - SHIFT,
    "harmonic": lambda mean: -1.0 / mean - SHIFT,
}
