"""What a ranking would be without one of its parts: every row, and every dimension, left out in turn."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from scoring.evaluate import evaluate, given
from scoring.matrix import Floats, Matrix
from scoring.scipystats import stats
from scoring.spread import ranks
from scoring.tree import Node, without


@dataclass(frozen=True, slots=True)
class LeftOut:
    """The ranking without a part, beside the ranking as it is."""

    part: str
    rows: int
    """So many rows of the headline were left out with it."""
    mean_shift: float
    """Places that a city moves, on average over the cities."""
    largest_shift: int
    """Places gained by the city that moves most; negative where it loses them."""
    city: str
    """That city."""
    correlation: float | None
    """Spearman's correlation of the points; None where all points are alike, or without any row."""


def leave_one_out(held: Matrix) -> tuple[LeftOut, ...]:
    """Rows in the order of the tree, then dimensions. Parts whose loss leaves nothing are not tried."""
    base = _points(held, held.root)
    parts: list[tuple[str, tuple[str, ...]]] = [(row, (row,)) for row in held.root.leaves()]
    parts += [(node.id, tuple(node.leaves())) for node in held.root.all() if node is not held.root]
    trees = ((part, rows, without(held.root, rows)) for part, rows in parts)
    return tuple(_left_out(held, base, part, rows, tree) for part, rows, tree in trees if tree.leaves())


def spearman(one: Floats, two: Floats) -> float | None:
    """Rank correlation; None where one of them does not vary."""
    left: Floats = stats.rankdata(one)
    right: Floats = stats.rankdata(two)
    if len(left) < 2 or not left.std() or not right.std():
        return None
    return float(np.corrcoef(left, right)[0, 1])


def _left_out(held: Matrix, base: Floats, part: str, rows: Iterable[str], tree: Node) -> LeftOut:
    points = _points(held, tree)
    moved = (ranks(base[None]) - ranks(points[None]))[0]
    at = int(np.argmax(np.abs(moved)))
    known = ~np.isnan(points)
    told = spearman(base[known], points[known])
    return LeftOut(part, len(tuple(rows)), float(np.abs(moved).mean()), int(moved[at]), held.cities[at], told)


def _points(held: Matrix, tree: Node) -> Floats:
    # Rounded, so that cities which are alike stay tied whatever the last digit of a sum.
    points: Floats = evaluate(tree, held.by_row(), held.columns, given(tree))[0]
    return points.round(9)
