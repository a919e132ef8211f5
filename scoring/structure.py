"""What a headline really rests on: weights as written and as they work, correlations, and whether rows go together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from scoring.evaluate import evaluate, given
from scoring.leaveout import spearman
from scoring.matrix import Floats, Matrix
from scoring.tree import ROOT, Node


@dataclass(frozen=True, slots=True)
class RowWeight:
    """A row's weight in the headline, and what becomes of it."""

    row: str
    nominal: float
    """Share of the headline that the weights give it, 0-1."""
    effective: float | None
    """Share of the differences between cities that it makes (its covariance with the headline); None where cities are alike."""
    correlation: float | None
    """Of its points with the headline (Pearson); None where it is the same for all."""


@dataclass(frozen=True, slots=True)
class Pair:
    one: str
    two: str
    pearson: float
    spearman: float


@dataclass(frozen=True, slots=True)
class Structure:
    cities: int
    weights: tuple[RowWeight, ...]
    nodes: tuple[Pair, ...]
    """Correlations of the dimensions that make the headline, each pair once."""
    rows: tuple[Pair, ...]
    """Correlations of rows, the strongest first; rows that are the same for all have none."""
    alphas: Mapping[str, float | None]
    """Node -> Cronbach's alpha of what is right below it; None for fewer than two parts that vary."""


def structure(held: Matrix) -> Structure:
    values = {node.id: evaluate(node, held.by_row(), held.columns, given(node))[0] for node in held.root.all()}
    by_row = held.by_row()
    rows = {row: by_row[:, at] for row, at in held.columns.items()}
    below = {node.id: [*(rows[row] for row, _ in node.rows), *(values[one.id] for one in node.nodes)] for node in held.root.all()}
    return Structure(
        len(held.cities),
        tuple(_weight(row, nominal, held.root, rows, values) for row, nominal in held.root.leaves().items()),
        _pairs({node.id: values[node.id] for node in held.root.nodes}),
        tuple(sorted(_pairs(rows), key=lambda pair: -abs(pair.pearson))),
        {name: alpha(parts) for name, parts in below.items()},
    )


def alpha(parts: Sequence[Floats]) -> float | None:
    """Cronbach's alpha over the cities where every part is known; parts that do not vary are left out."""
    table = np.array(parts).T
    table = table[~np.isnan(table).any(axis=1)] if table.size else table
    if len(table) < 2:
        return None
    table = table[:, table.var(axis=0) > 1e-12]
    count, whole = table.shape[1], float(table.sum(axis=1).var(ddof=1)) if table.shape[1] else 0.0
    if count < 2 or not whole:
        return None
    return count / (count - 1) * (1 - float(table.var(axis=0, ddof=1).sum()) / whole)


def _weight(row: str, nominal: float, root: Node, rows: Mapping[str, Floats], values: Mapping[str, Floats]) -> RowWeight:
    headline = values[ROOT]
    known = ~np.isnan(rows[row]) & ~np.isnan(headline)
    points, made = rows[row][known], headline[known]
    if len(points) < 2 or made.var() < 1e-12:
        return RowWeight(row, nominal, None, None)
    together = float(np.cov(points, made, ddof=0)[0, 1])
    varies = points.var() > 1e-12
    correlation = together / float(points.std() * made.std()) if varies else None
    return RowWeight(row, nominal, nominal * together / float(made.var()), correlation)


def _pairs(columns: Mapping[str, Floats]) -> tuple[Pair, ...]:
    found = (_pair(one, two, columns[one], columns[two]) for one, two in combinations(columns, 2))
    return tuple(pair for pair in found if pair)


def _pair(one: str, two: str, left: Floats, right: Floats) -> Pair | None:
    known = ~np.isnan(left) & ~np.isnan(right)
    left, right = left[known], right[known]
    if len(left) < 3 or left.var() < 1e-12 or right.var() < 1e-12:
        return None
    return Pair(one, two, float(np.corrcoef(left, right)[0, 1]), spearman(left, right) or 0.0)
