"""Four cities, two dimensions of 60 and 40 with one row each: what the weights say and what they do."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.stats import pearsonr

from scoring.matrix import Matrix
from scoring.structure import alpha, structure
from scoring.tree import ROOT, Node

TREE = Node(ROOT, 100, "arithmetic", nodes=(Node("d", 60, "arithmetic", (("r", 100),)), Node("e", 40, "arithmetic", (("s", 50), ("t", 50)))))
POINTS = np.array([[0.0, 100, 70], [40, 60, 70], [60, 80, 70], [100, 20, 70]])
HELD = Matrix(tuple("abcd"), (("r", ""), ("s", ""), ("t", "")), POINTS, TREE)
HEADLINE = 0.6 * POINTS[:, 0] + 0.2 * POINTS[:, 1] + 0.2 * 70


def test_weights_as_written_and_as_they_work() -> None:
    """r varies by 1300, s by 875, together by -950: the headline varies by 0.36 x 1300 + 0.04 x 875 - 0.24 x 950 = 275."""
    rows = {one.row: one for one in structure(HELD).weights}
    assert {name: one.nominal for name, one in rows.items()} == pytest.approx({"r": 0.6, "s": 0.2, "t": 0.2})
    assert rows["r"].effective == pytest.approx((0.36 * 1300 - 0.12 * 950) / 275)
    assert rows["s"].effective == pytest.approx((0.04 * 875 - 0.12 * 950) / 275)
    assert (rows["t"].effective, rows["t"].correlation) == (0, None)
    assert sum(one.effective or 0 for one in rows.values()) == pytest.approx(1)
    assert rows["s"].correlation == pytest.approx(pearsonr(POINTS[:, 1], HEADLINE)[0])


def test_correlations_of_dimensions_and_rows() -> None:
    found = structure(HELD)
    (dimensions,) = found.nodes
    assert (dimensions.one, dimensions.two) == ("d", "e")
    assert dimensions.pearson == pytest.approx(pearsonr(POINTS[:, 0], POINTS[:, 1])[0])
    assert dimensions.spearman == pytest.approx(-0.8)
    assert [(pair.one, pair.two) for pair in found.rows] == [("r", "s")]


def test_cronbachs_alpha_by_hand() -> None:
    """Two rows (1, 2, 3, 4) and (2, 1, 4, 3): variances 5/3 each, of the sum (3, 3, 7, 7) 16/3; 2 x (1 - 10/16) = 0.75."""
    one, two = np.array([1.0, 2, 3, 4]), np.array([2.0, 1, 4, 3])
    assert alpha([one, two]) == pytest.approx(0.75)
    assert alpha([one, two, np.full(4, 9.0)]) == pytest.approx(0.75)
    assert alpha([one]) is None
    assert alpha([one[:1], two[:1]]) is None
    assert alpha([one, np.array([np.nan, 1, 4, 3])]) == pytest.approx(alpha([one[1:], two[1:]]))
    assert structure(HELD).alphas["e"] is None


def test_cities_all_alike_have_no_structure() -> None:
    found = structure(Matrix(HELD.cities, HELD.cells, np.full((4, 3), 50.0), TREE))
    assert {(one.effective, one.correlation) for one in found.weights} == {(None, None)}
    assert (found.nodes, found.rows, set(found.alphas.values())) == ((), (), {None})
