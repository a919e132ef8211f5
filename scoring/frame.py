"""What is the same for every city of a round: the plan, the weights and the tree of the rows that it scores."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from anfang.model import Catalogue, Indicator, IndicatorScore, Plan, Weights
from scoring.tree import Node, root, trees, without

EQUAL = 1e-9
"""Figures nearer to each other than this are the same."""


@dataclass(frozen=True, slots=True)
class Frame:
    catalogue: Catalogue
    plan: Plan
    weights: Weights
    basket: tuple[Indicator, ...]
    """The scored rows of the basket."""
    trees: tuple[Node, ...]
    """The dimensions right below the headline, over those rows of the basket that weigh something."""
    unplanned: Mapping[str, IndicatorScore]
    """The scored rows outside the basket, alike for every city."""

    @classmethod
    def of(cls, catalogue: Catalogue, plan: Plan, weights: Weights) -> Frame:
        planned = set(plan.basket)
        scored = [row for row in catalogue.indicators if row.score is not None]
        basket = tuple(row for row in scored if row.id in planned)
        outside = {row.id: IndicatorScore(row.id, None, "not_planned") for row in scored if row.id not in planned}
        return cls(catalogue, plan, weights, basket, trees(catalogue, weights, basket), outside)

    @property
    def headline(self) -> tuple[str, ...]:
        """The dimensions that make the headline in this round."""
        return tuple(node.id for node in self.trees if self.weights.headline(node.id))

    @property
    def counted(self) -> tuple[str, ...]:
        """The rows of the headline, tree by tree."""
        return tuple(self.root().leaves())

    def root(self, left_out: Iterable[str] = ()) -> Node:
        """The tree of the headline, without the rows that left it for all."""
        return without(root(self.trees, self.weights), left_out)

    def kept(self, left_out: Iterable[str]) -> tuple[Node, ...]:
        """All trees, without the rows that left the headline for all."""
        gone = set(left_out)
        return tuple(without(node, gone) for node in self.trees)


def basket_share(frame: Frame) -> Mapping[str, float]:
    """Dimension -> weight of the basket's rows / weight of all rows of the instrument, 0-1."""
    scored = (row for row in frame.catalogue.indicators if row.score is not None)
    whole = {node.id: node for tree in trees(frame.catalogue, frame.weights, scored) for node in tree.all()}
    planned = {row.id for row in frame.basket}
    found = {name: node.leaves() for name, node in whole.items()}
    shares = {name: math.fsum(share for row, share in leaves.items() if row in planned) for name, leaves in found.items()}
    return {name: shares.get(name, 0.0) for name in frame.weights.dimensions}
