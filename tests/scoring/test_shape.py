from __future__ import annotations

from dataclasses import replace

from scoring.shape import Shape
from tests.scoring.sample import CATALOGUE
from tests.scoring.test_tree import CATALOGUE as DEEP


def test_the_shape_of_the_shipped_catalogue() -> None:
    found = Shape.of(CATALOGUE)
    assert found.below == {"": ["guide", "tech", "processing", "interaction", "mobile", "crosscutting", "survey"]}
    assert found.optional == ("survey",)
    assert found.rows["survey"] == {"sat_survey": 60, "sat_review": 40}
    assert "gate" not in found.dimensions


def test_a_dimension_that_holds_rows_only_further_down_is_in_it() -> None:
    moved = replace(DEEP, indicators=tuple(row for row in DEEP.indicators if row.id != "c"))
    found = Shape.of(moved)
    assert found.below == {"": ["guide", "tech", "apart"], "guide": ["text"]}
    assert "guide" not in found.rows
