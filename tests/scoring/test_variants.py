"""The sample by other goalposts: tech_load of 9 s is 50 points, strict (2..10 s) 12.5, lenient (5..30 s) 84."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from anfang.errors import BadInput
from scoring.matrix import matrix_of
from scoring.tree import Node
from scoring.variants import averaged, filled, load_variant, min_max, other_points, variant
from tests.scoring.sample import CATALOGUE, portal, scored, seen

ROUND = scored([*portal("a"), *portal("b", tech_load=3)])


@pytest.mark.parametrize(("name", "load", "trips"), [("strict", 12.5, 40), ("lenient", 84, 85)])
def test_other_goalposts_score_the_same_values(name: str, load: float, trips: float) -> None:
    held = matrix_of(ROUND)
    found = dict(zip(held.cells, other_points(held, ROUND, variant(name, CATALOGUE))[0], strict=True))
    assert found["tech_load", ""] == load
    assert found["proc_trips", ""] == trips
    assert found["int_rating", ""] == 50


def test_points_that_came_without_a_value_stay_and_given_points_are_no_contradiction() -> None:
    alone = [one for one in portal("a") if one.indicator != "tech_load"]
    round_ = scored([*alone, seen("a", "tech_load", score=70.0), *portal("b")])
    held = matrix_of(round_)
    assert other_points(held, round_, variant("strict", CATALOGUE))[0, held.cells.index(("tech_load", ""))] == 70
    both = scored([*alone, seen("a", "tech_load", 9, score=50.0), *portal("b")])
    assert other_points(held, both, variant("strict", CATALOGUE))[0, held.cells.index(("tech_load", ""))] == 12.5


def test_min_max_of_a_row() -> None:
    rows = np.array([[20.0, 5, np.nan], [60, 5, 40], [40, 5, 80]])
    found = min_max(rows)
    assert found[:, :2].tolist() == [[0, 5], [100, 5], [50, 5]]
    assert np.isnan(found[0, 2])
    assert found[1:, 2].tolist() == [0, 100]


def test_rules_for_gaps() -> None:
    rows = np.array([[np.nan, 10.0], [30, 20], [50, 30]])
    assert np.isnan(filled(rows, "left_out")[0, 0])
    assert filled(rows, "zero")[0].tolist() == [0, 10]
    assert filled(rows, "mean")[0].tolist() == [40, 10]
    assert filled(np.stack([rows, rows]), "mean")[1, 0, 0] == 40


def test_one_kind_of_mean_at_every_level() -> None:
    tree = Node("headline", 100, "arithmetic", nodes=(Node("d", 100, "harmonic", (("r", 1),)),))
    assert {node.method for node in averaged(tree, "geometric").all()} == {"geometric"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("scores: {tech_laod: {kind: linear, through: [[3, 100], [15, 0]]}}", "did you mean 'tech_load'"),
        ("scores: {proc_trips: {kind: linear, through: [[3, 100], [15, 0]]}}", "go together"),
        ("scores: {tech_load: {kind: linear, through: [[15, 100], [3, 0]]}}", "must rise"),
    ],
)
def test_refused(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(f"source: me\n{text}\n", encoding="utf-8")
    with pytest.raises(BadInput, match=message) as bad:
        load_variant(path, CATALOGUE)
    assert bad.value.where.startswith(f"{path}:2:")


def test_an_unknown_set_of_goalposts() -> None:
    with pytest.raises(BadInput, match="no goalposts named 'stirct'"):
        variant("stirct", CATALOGUE)
