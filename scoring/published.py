"""From one round's own headlines to those of the next: what cities did, what rows and weights did, who came and who went.

The comparison is made over the matched panel, so its figures may differ from those that the rounds printed. This is the
bridge: the change of the printed means, taken apart without a rest.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from anfang.model import RoundResults, Weights
from scoring.decompose import Decomposition, averaged, decompose
from scoring.frame import Frame
from scoring.tree import Node


@dataclass(frozen=True, slots=True)
class Published:
    before: float
    after: float
    """The means of the ranked cities, as the rounds have them."""
    cities: Mapping[str, Decomposition]
    """City ranked in both rounds -> the change of its own headline."""
    both: Decomposition | None
    """The mean of those."""
    came: float
    """What cities did that are ranked in the later round only: that much better or worse than the others."""
    went: float

    @property
    def change(self) -> float:
        return self.after - self.before


def published(before: RoundResults, after: RoundResults, weights: Weights) -> Published | None:
    """None where one of the rounds has no ranked city, or where their means are made in different ways.

    `weights`: for rounds that do not say what they were scored by.
    """
    one, two = _headlines(before), _headlines(after)
    trees = tuple(_tree(round_, round_.weights or weights) for round_ in (before, after))
    if not one or not two or _methods(trees[0]) != _methods(trees[1]):
        return None
    shared = sorted(one.keys() & two.keys())
    found = {city: part for city in shared if (part := _city(before, after, trees, city))}
    mean = averaged(list(found.values()))
    first, second = _mean(one), _mean(two)
    came = second - (mean.after if mean else first)
    went = mean.before - first if mean else 0.0
    return Published(first, second, found, mean, came, went)


def _headlines(results: RoundResults) -> Mapping[str, float]:
    cards = results.scorecards.items()
    return {city: card.headline for city, card in cards if card.headline is not None}


def _tree(results: RoundResults, weights: Weights) -> Node:
    return Frame.of(results.catalogue, results.plan, weights).root(results.ranking.left_out)


def _methods(tree: Node) -> set[str]:
    return {node.method for node in tree.all()}


def _city(before: RoundResults, after: RoundResults, trees: tuple[Node, ...], city: str) -> Decomposition | None:
    was, now = (
        {name: score.points for name, score in round_.scorecards[city].indicators.items()} for round_ in (before, after)
    )
    return decompose(trees[0], was.get, trees[1], now.get)


def _mean(headlines: Mapping[str, float]) -> float:
    return math.fsum(headlines.values()) / len(headlines)
