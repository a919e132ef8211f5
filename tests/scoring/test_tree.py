"""A tree of three levels: headline > guide 60 (text 75 > a 1, b 1; row c 25), tech 40 > d."""

from __future__ import annotations

from dataclasses import replace

import pytest

from anfang.model import Catalogue, Dimension, Indicator, Weights
from scoring.tree import ROOT, Node, root, trees, without, worth


def row(name: str, dimension: str) -> Indicator:
    return Indicator(name, name, name, dimension, "portal", "browser", 1, "", {"kind": "codes"})


CATALOGUE = Catalogue(
    dimensions=(
        Dimension("guide", "指南", "Guide", 60),
        Dimension("text", "文字", "Text", 75, parent="guide"),
        Dimension("tech", "技术", "Tech", 40),
        Dimension("apart", "单列", "Apart", 0),
    ),
    indicators=(row("a", "text"), row("b", "text"), row("c", "guide"), row("d", "tech"), row("e", "apart")),
    steps=(),
    core_elements=(),
    extended_elements=(),
)
WEIGHTS = Weights(
    {"guide": 60, "text": 75, "tech": 40, "apart": 0}, {"a": 50, "b": 50, "c": 25, "d": 100, "e": 100}
)
POINTS: dict[str, float | None] = {"a": 100, "b": 0, "c": 80, "d": 50, "e": 10}


def headline(weights: Weights = WEIGHTS) -> Node:
    return root(trees(CATALOGUE, weights, CATALOGUE.indicators), weights)


def test_a_row_weighs_what_its_way_up_multiplies_to() -> None:
    assert headline().leaves() == pytest.approx({"c": 0.15, "a": 0.225, "b": 0.225, "d": 0.4})


def test_points_of_every_node() -> None:
    """text (100 + 0) / 2 = 50; guide 0.75 x 50 + 0.25 x 80 = 57.5; headline 0.6 x 57.5 + 0.4 x 50 = 54.5."""
    found: dict[str, float | None] = {}
    assert worth(headline(), POINTS.get, found) == pytest.approx(54.5)
    assert found == pytest.approx({"text": 50, "guide": 57.5, "tech": 50, ROOT: 54.5})


def test_each_level_may_have_its_own_mean() -> None:
    """text by the geometric mean: (101 x 1) ** 0.5 - 1 = 9.0499; guide 0.75 x 9.0499 + 20 = 26.787."""
    found: dict[str, float | None] = {}
    worth(headline(replace(WEIGHTS, methods={"text": "geometric"})), POINTS.get, found)
    assert found["text"] == pytest.approx(101**0.5 - 1)
    assert found["guide"] == pytest.approx(0.75 * (101**0.5 - 1) + 20)
    methods = {node.id: node.method for node in headline(replace(WEIGHTS, methods={"headline": "harmonic", "dimensions": "geometric"})).all()}
    assert methods == {ROOT: "harmonic", "guide": "geometric", "text": "geometric", "tech": "geometric"}


def test_what_is_missing_leaves_its_weight_to_the_others() -> None:
    """Without b text is 100, guide 0.75 x 100 + 20 = 95; without all of tech the headline is guide."""
    assert worth(headline(), {**POINTS, "b": None, "d": None}.get) == pytest.approx(95)
    assert worth(headline(), dict[str, float | None]().get) is None


def test_pruned_where_nothing_is_left() -> None:
    pruned = without(headline(), ["a", "b", "d"])
    assert [node.id for node in pruned.all()] == [ROOT, "guide"]
    assert pruned.leaves() == {"c": 1}


def test_separate_indices_are_trees_of_their_own() -> None:
    found = trees(CATALOGUE, WEIGHTS, CATALOGUE.indicators)
    assert [node.id for node in found] == ["guide", "tech", "apart"]
    assert [node.id for node in root(found, WEIGHTS).nodes] == ["guide", "tech"]


def test_a_row_without_a_weight_is_not_in_the_tree() -> None:
    assert "a" not in headline(replace(WEIGHTS, indicators={"b": 100.0, "c": 25.0, "d": 100.0})).leaves()
