"""The tree of indicators: headline, dimensions of any depth, rows. A weight counts inside the node above it."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from anfang.model import Catalogue, Indicator, Weights
from scoring.means import mean

ROOT = "headline"
"""The node above all dimensions that count; separate indices are trees of their own."""


@dataclass(frozen=True, slots=True)
class Node:
    id: str
    weight: float
    """Inside the node above."""
    method: str
    """How the mean of what is below is made (scoring/means.py)."""
    rows: tuple[tuple[str, float], ...] = ()
    """The rows right below, each with its weight."""
    nodes: tuple[Node, ...] = ()

    def leaves(self) -> Mapping[str, float]:
        """Every row below with its share of the node, adding up to 1."""
        return dict(_leaves(self, 1.0))

    def all(self) -> Iterator[Node]:
        """The node and those below it, each before its own."""
        yield self
        for node in self.nodes:
            yield from node.all()


def trees(catalogue: Catalogue, weights: Weights, rows: Iterable[Indicator]) -> tuple[Node, ...]:
    """The trees of the dimensions right below the headline that hold one of `rows` with a weight, in their order."""
    held: dict[str, list[tuple[str, float]]] = {}
    for row in rows:
        if weights.indicators.get(row.id, 0.0) > 0:
            held.setdefault(row.dimension, []).append((row.id, weights.indicators[row.id]))
    below: dict[str, list[str]] = {}
    for one in catalogue.dimensions:
        below.setdefault(one.parent, []).append(one.id)
    return tuple(node for name in below.get("", []) if (node := _node(name, below, held, weights)))


def root(nodes: Sequence[Node], weights: Weights) -> Node:
    """The headline over those of the trees that count in it."""
    counted = tuple(node for node in nodes if weights.headline(node.id))
    return Node(ROOT, 100.0, weights.method(ROOT), nodes=counted)


def without(node: Node, out: Iterable[str]) -> Node:
    """The same without these rows; nodes under which nothing is left are gone, the node itself is not."""
    gone = set(out)
    kept = tuple(pruned for below in node.nodes if (pruned := without(below, gone)).rows or pruned.nodes)
    return replace(node, rows=tuple(row for row in node.rows if row[0] not in gone), nodes=kept)


def worth(
    node: Node, points: Callable[[str], float | None], found: dict[str, float | None] | None = None
) -> float | None:
    """Points of a node from the points of its rows; `found` collects those of every node on the way."""
    parts = [(weight, points(row)) for row, weight in node.rows]
    parts += [(below.weight, worth(below, points, found)) for below in node.nodes]
    made = mean(node.method, parts)
    if found is not None:
        found[node.id] = made
    return made


def _node(
    name: str, below: Mapping[str, Sequence[str]], held: Mapping[str, Sequence[tuple[str, float]]], weights: Weights
) -> Node | None:
    nodes = tuple(node for child in below.get(name, []) if (node := _node(child, below, held, weights)) and node.weight)
    rows = tuple(held.get(name, ()))
    if not rows and not nodes:
        return None
    return Node(name, weights.dimensions.get(name, 0.0), weights.method(name), rows, nodes)


def _leaves(node: Node, share: float) -> Iterator[tuple[str, float]]:
    total = math.fsum([*(weight for _, weight in node.rows), *(below.weight for below in node.nodes)])
    yield from ((row, share * weight / total) for row, weight in node.rows)
    for below in node.nodes:
        yield from _leaves(below, share * below.weight / total)
