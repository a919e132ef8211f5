"""Three cities by hand: r and s weigh 50 each. a (100, 0), b (60, 60), c (0, 50): 50, 60, 25."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from scipy.stats import spearmanr

from scoring.leaveout import leave_one_out, spearman
from scoring.matrix import Matrix
from scoring.tree import Node

TREE = Node("headline", 100, "arithmetic", nodes=(Node("d", 50, "arithmetic", (("r", 100),)), Node("e", 50, "arithmetic", (("s", 100),))))
HELD = Matrix(("a", "b", "c"), (("r", ""), ("s", "")), np.array([[100.0, 0], [60, 60], [0, 50]]), TREE)


def test_every_row_and_every_dimension_in_turn() -> None:
    """Without r: 0, 60, 50, so a falls from 2 to 3 and c rises to 2. Without s: 100, 60, 0, so a and b change places."""
    found = {one.part: one for one in leave_one_out(HELD)}
    assert list(found) == ["r", "s", "d", "e"]
    assert (found["r"].mean_shift, found["r"].largest_shift, found["r"].city) == (pytest.approx(2 / 3), -1, "a")
    assert (found["s"].largest_shift, found["s"].city) == (1, "a")
    assert found["d"] == replace(found["r"], part="d")
    assert found["r"].correlation == pytest.approx(spearmanr([50, 60, 25], [0, 60, 50])[0])


def test_nothing_is_tried_that_leaves_nothing() -> None:
    alone = Matrix(("a", "b"), (("r", ""),), np.array([[1.0], [2.0]]), Node("headline", 100, "arithmetic", (("r", 100),)))
    assert leave_one_out(alone) == ()


def test_cities_all_alike_do_not_move() -> None:
    same = Matrix(HELD.cities, HELD.cells, np.full((3, 2), 40.0), TREE)
    assert {(one.mean_shift, one.largest_shift, one.correlation) for one in leave_one_out(same)} == {(0, 0, None)}


def test_one_city() -> None:
    one = Matrix(("a",), HELD.cells, HELD.points[:1], TREE)
    assert {one.mean_shift for one in leave_one_out(one)} == {0}


def test_rank_correlation_with_ties() -> None:
    one, two = np.array([1.0, 2, 2, 5, 7]), np.array([3.0, 1, 4, 4, 9])
    assert spearman(one, two) == pytest.approx(spearmanr(one, two)[0])
    assert spearman(np.array([1.0]), np.array([2.0])) is None
