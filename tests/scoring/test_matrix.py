from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from scoring.matrix import Matrix, headline_of, matrix_of, ranked
from scoring.tree import Node
from tests.scoring.sample import PLAN, portal, scored, without


def test_steps_of_averaged_rows_are_cells_and_sums_are_whole() -> None:
    found = matrix_of(scored([*portal("b", tech_load=3), *portal("a")]))
    assert found.cities == ("a", "b")
    assert found.cells[:3] == (("guide_blank_form", "registration"), ("guide_blank_form", "seal"), ("guide_scenario", ""))
    points = {cell: tuple(column) for cell, column in zip(found.cells, found.points.T, strict=True)}
    assert points["guide_blank_form", "seal"] == (0, 0)
    assert points["tech_load", ""] == (50, 100)
    assert points["proc_trips", ""] == (65, 65)
    by_row = dict(zip(found.rows, found.by_row().T, strict=True))
    assert tuple(by_row["guide_blank_form"]) == (50, 50)


def test_a_gap_is_not_known_and_the_mean_is_over_the_steps_that_are() -> None:
    seen = [*without(portal("a"), "proc_apply", "seal"), *portal("b"), *portal("c")]
    found = matrix_of(scored(seen, plan=replace(PLAN, left_out_share=0.5)))
    column = found.cells.index(("proc_apply", "seal"))
    assert np.isnan(found.points[0, column])
    assert found.by_row()[:, found.columns["proc_apply"]].tolist() == [100, 50, 50]


def test_cities_that_are_not_ranked_and_rows_left_out_for_all_are_not_in_it() -> None:
    """One of three cities lacks half of a row: 0.5 of 3 is more than the tenth, so the row leaves for all."""
    results = scored([*without(portal("a"), "proc_apply", "seal"), *without(portal("b"), "tech_load"), *portal("c")])
    assert ranked(results) == ("a", "c")
    assert "proc_apply" not in headline_of(results).leaves()
    assert "proc_apply" not in matrix_of(results).rows


def test_other_points_of_the_same_cells() -> None:
    tree = Node("headline", 100, "arithmetic", rows=(("r", 1), ("s", 1)))
    held = Matrix(("a",), (("r", "1"), ("r", "2"), ("s", "")), np.array([[1.0, 3.0, 5.0]]), tree)
    drawn = np.array([[[1.0, 3.0, 5.0]], [[np.nan, 3.0, 5.0]], [[np.nan, np.nan, 7.0]]])
    assert held.by_row(drawn).tolist()[:2] == [[[2, 5]], [[3, 5]]]
    assert np.isnan(held.by_row(drawn)[2, 0, 0])
    assert held.by_row() == pytest.approx(np.array([[2.0, 5.0]]))
