"""A round's survey: written once, read back, outside the headline unless weights say so."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from anfang.errors import BadInput
from anfang.model import Evidence, Observation
from anfang.survey import FILE, keep, load, planned
from tests.scoring.sample import CATALOGUE, PLAN, WEIGHTS, portal, scored

SAID = Observation("a", "survey", "", "sat_survey", "observed", {"satisfied": 90, "asked": 100, "groups": {}}, None, (Evidence(note="own"),), None, "", "survey")


def test_written_once_and_read_back(tmp_path: Path) -> None:
    assert load(tmp_path) == ()
    assert keep(tmp_path, [SAID])
    assert load(tmp_path) == (SAID,)
    assert not keep(tmp_path, [SAID])
    with pytest.raises(BadInput, match="has a survey already") as bad:
        keep(tmp_path, [replace(SAID, value={"satisfied": 99, "asked": 100, "groups": {}})])
    assert "never changed" in bad.value.mend


def test_a_damaged_file_is_named(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("[{}]", encoding="utf-8")
    with pytest.raises(BadInput, match="damaged") as bad:
        load(tmp_path)
    assert FILE in (bad.value.where or "")


def test_its_rows_join_the_plan_and_leave_the_headline_alone() -> None:
    plan = planned(PLAN, [SAID], CATALOGUE)
    assert plan.basket == (*PLAN.basket, "sat_survey")
    assert planned(PLAN, [], CATALOGUE) is PLAN
    alone, both = (scored([*portal("a"), *said], plan=plan).scorecards["a"] for said in ([], [SAID]))
    assert alone.headline == both.headline
    assert both.dimensions["survey"].points == 90


def test_weights_may_let_it_count() -> None:
    """A fifth of the headline: 0.8 x 65.476 + 0.2 x 90."""
    dimensions = {name: weight * 0.8 for name, weight in WEIGHTS.dimensions.items()} | {"survey": 20.0}
    found = scored([*portal("a"), SAID], plan=planned(PLAN, [SAID], CATALOGUE), weights=replace(WEIGHTS, dimensions=dimensions))
    assert found.scorecards["a"].headline == pytest.approx(0.8 * 65.47619 + 18)
