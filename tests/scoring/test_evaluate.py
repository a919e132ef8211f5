"""Arrays of headlines are what the tree says one by one; a draw of weights by hand."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from scoring.evaluate import drawn, evaluate, given
from scoring.matrix import Floats
from scoring.means import METHODS
from scoring.tree import Node, worth
from tests.scoring.test_tree import CATALOGUE, WEIGHTS, headline

COLUMNS = {"a": 0, "b": 1, "c": 2, "d": 3}
POINTS = np.array([[100.0, 0, 80, 50], [60, 60, 60, 60], [100, np.nan, 80, np.nan], [np.nan] * 4])


def one_by_one(tree: Node, points: Floats) -> list[float | None]:
    return [worth(tree, lambda row, city=city: _known(city[COLUMNS[row]])) for city in points]


def _known(figure: float) -> float | None:
    return None if np.isnan(figure) else float(figure)


@pytest.mark.parametrize("method", METHODS)
def test_the_tree_says_the_same(method: str) -> None:
    tree = headline(replace(WEIGHTS, methods={"headline": method, "text": method}))
    found = evaluate(tree, POINTS, COLUMNS, given(tree))
    assert found.shape == (1, 4)
    assert found[0, :3] == pytest.approx(one_by_one(tree, POINTS[:3]), abs=1e-9)
    assert np.isnan(found[0, 3])


def test_a_draw_of_weights_by_hand() -> None:
    """guide twice as heavy in the second draw: (120 x 57.5 + 40 x 50) / 160 = 55.625."""
    tree = headline()
    weights = given(tree) | {"headline": np.array([[60.0, 40.0], [120.0, 40.0]])}
    weights = {name: np.broadcast_to(own, (2, own.shape[1])) for name, own in weights.items()}
    assert evaluate(tree, POINTS[:1], COLUMNS, weights)[:, 0] == pytest.approx([54.5, 55.625])


def test_points_of_every_draw_of_their_own() -> None:
    tree = headline()
    twice = np.stack([POINTS[:2], POINTS[1::-1]])
    assert evaluate(tree, twice, COLUMNS, given(tree)) == pytest.approx(np.array([[54.5, 60], [60, 54.5]]))
    weights = drawn(tree, 0.25, 2, np.random.default_rng(1))
    both = evaluate(tree, twice, COLUMNS, weights)
    apart = np.stack([evaluate(tree, part, COLUMNS, {name: own[at, None] for name, own in weights.items()})[0] for at, part in enumerate(twice)])
    assert both == pytest.approx(apart)


def test_weights_stay_inside_their_spread_at_every_level() -> None:
    tree = headline()
    found = drawn(tree, 0.25, 4000, np.random.default_rng(7))
    assert set(found) == {"headline", "guide", "text", "tech"}
    # rows first, then nodes: guide holds the row c (25) and the node text (75)
    low, high = found["guide"].min(axis=0), found["guide"].max(axis=0)
    assert low == pytest.approx([18.75, 56.25], rel=0.01)
    assert high == pytest.approx([31.25, 93.75], rel=0.01)
    assert drawn(tree, 0.25, 3, np.random.default_rng(7))["guide"].tolist() == drawn(tree, 0.25, 3, np.random.default_rng(7))["guide"].tolist()


def test_scaling_the_weights_of_a_level_changes_nothing() -> None:
    scaled = replace(WEIGHTS, dimensions={name: 7 * weight for name, weight in WEIGHTS.dimensions.items()},
                     indicators={row.id: 7 * WEIGHTS.indicators[row.id] for row in CATALOGUE.indicators})  # fmt: skip
    one, two = (evaluate(tree, POINTS[:2], COLUMNS, given(tree)) for tree in (headline(), headline(scaled)))
    assert one == pytest.approx(two, abs=1e-9)
