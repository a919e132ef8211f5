"""What a set of weights does: every row's share of the headline, how far it is from another set, what is odd about it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from anfang.model import Catalogue, Indicator, Weights
from scoring.study import Possible, Study, possible
from scoring.tree import ROOT, root, trees

Oddity = Literal["no_source", "heavy_row", "silent_row", "light_dimension"]
HEAVY = 0.2
"""A row with a larger share of the headline than this decides much alone."""
LIGHT = 0.05


@dataclass(frozen=True, slots=True)
class WeightCheck:
    weights: Weights
    dimensions: Mapping[str, float]
    """Dimensions of the headline, of any depth -> their share of it."""
    rows: Mapping[str, float]
    """Row -> its share of the headline, 0-1, the heaviest first."""
    moved: float
    """Share of the headline that would have to be moved to make it the other set (half the sum of the differences)."""
    study: Possible
    oddities: tuple[tuple[Oddity, str], ...]
    """What a reader should know, with the row or dimension that it is about."""


def weight_check(weights: Weights, catalogue: Catalogue, other: Weights, study: Study) -> WeightCheck:
    """Checks weights that were read from a file (and so are whole) against the usual ones and a published study."""
    rows, usual = shares(weights, catalogue), shares(other, catalogue)
    moved = math.fsum(abs(rows.get(row, 0.0) - usual.get(row, 0.0)) for row in {*rows, *usual}) / 2
    tree = root(trees(catalogue, weights, _scored(catalogue)), weights)
    nodes = {node.id: math.fsum(rows[row] for row in node.leaves()) for node in tree.all() if node is not tree}
    heaviest = dict(sorted(rows.items(), key=lambda one: -one[1]))
    odd = tuple(_oddities(weights, catalogue, rows, nodes))
    return WeightCheck(weights, nodes, heaviest, moved, possible(nodes, weights.method(ROOT), study), odd)


def shares(weights: Weights, catalogue: Catalogue) -> Mapping[str, float]:
    """Row -> its share of the headline over the whole instrument."""
    return root(trees(catalogue, weights, _scored(catalogue)), weights).leaves()


def _scored(catalogue: Catalogue) -> list[Indicator]:
    return [row for row in catalogue.indicators if row.score is not None]


def _oddities(
    weights: Weights, catalogue: Catalogue, rows: Mapping[str, float], nodes: Mapping[str, float]
) -> Iterator[tuple[Oddity, str]]:
    if not weights.source.strip():
        yield "no_source", ""
    yield from _each("heavy_row", (row for row, share in rows.items() if share > HEAVY))
    yield from _each("light_dimension", (name for name, share in nodes.items() if share < LIGHT))
    silent = (row.id for row in _scored(catalogue) if row.dimension in nodes and row.id not in rows)
    yield from _each("silent_row", silent)


def _each(kind: Oddity, names: Iterable[str]) -> Iterator[tuple[Oddity, str]]:
    return ((kind, name) for name in names)
