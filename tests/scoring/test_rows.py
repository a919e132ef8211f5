"""Steps that do not apply are left out; a gap in a sum leaves the row out, a gap in a mean leaves the step out."""

from __future__ import annotations

import pytest

from anfang.errors import BadInput
from anfang.model import Status
from scoring.cells import Cell
from scoring.rows import combine
from tests.scoring.sample import CATALOGUE

APPLY, TRIPS, LOAD = CATALOGUE["proc_apply"], CATALOGUE["proc_trips"], CATALOGUE["tech_load"]
STEPS = ("registration", "seal", "invoice", "social_insurance")


def points(*figures: float | None, status: Status = "blocked") -> dict[str, Cell]:
    return {
        step: Cell(status, reason="captcha") if figure is None else Cell("observed", figure)
        for step, figure in zip(STEPS, figures, strict=True)
    }


def used(*trips: int | None) -> dict[str, Cell]:
    return {
        step: Cell("blocked", reason="captcha") if count is None else Cell("observed", value={"used": count})
        for step, count in zip(STEPS, trips, strict=True)
    }


def test_mean_over_the_steps() -> None:
    row = combine(APPLY, points(100, 60, 0, 100), STEPS)
    assert (row.score.points, row.share, row.score.status) == (65, 1, "observed")
    assert row.score.step_points == {"registration": 100, "seal": 60, "invoice": 0, "social_insurance": 100}


def test_mean_over_the_steps_that_were_scored_counts_by_its_share() -> None:
    row = combine(APPLY, points(100, None, 0, 80), STEPS)
    assert (row.score.points, row.share) == (60, 0.75)
    assert row.score.reason == "3 of 4 steps (blocked)"


def test_a_step_that_does_not_apply_costs_no_share() -> None:
    row = combine(APPLY, points(100, None, 0, 80, status="not_applicable"), STEPS)
    assert (row.score.points, row.share, row.score.reason) == (60, 1, "")


def test_a_planned_step_without_an_observation_is_a_gap() -> None:
    row = combine(APPLY, {"seal": Cell("observed", 40)}, STEPS)
    assert (row.score.points, row.share) == (40, 0.25)


def test_nothing_scored_takes_the_worst_state() -> None:
    held = points(None, None, None, None)
    held["seal"] = Cell("error", reason="the browser died")
    row = combine(APPLY, held, STEPS)
    assert (row.score.points, row.score.status, row.share) == (None, "error", 0)
    assert row.score.reason == "4 of 4 steps: the browser died"


def test_no_step_applies() -> None:
    row = combine(APPLY, points(None, None, None, None, status="not_applicable"), STEPS)
    assert (row.score.status, row.applicable) == ("not_applicable", False)
    assert (
        combine(APPLY, points(None, None, None, None, status="not_planned"), STEPS).score.status
        == "not_planned"
    )


def test_sum_before_scoring() -> None:
    row = combine(TRIPS, used(1, 0, 1, 1), STEPS)
    assert (row.score.points, row.score.value) == (40, 3)


def test_a_sum_with_a_gap_is_left_out() -> None:
    """Else a city that blocks a step would seem to need fewer trips."""
    row = combine(TRIPS, used(1, None, 0, 0), STEPS)
    assert (row.score.points, row.score.value, row.score.status, row.share) == (None, None, "blocked", 0)


def test_a_combined_guide_counts_once_in_a_sum() -> None:
    held = used(1, 0, 0, 0) | {"seal": Cell("not_applicable", reason="combined_with:registration")}
    row = combine(TRIPS, held, STEPS)
    assert (row.score.points, row.score.value) == (85, 1)


def test_the_whole_wins_over_the_steps() -> None:
    row = combine(
        CATALOGUE["proc_days"], {"": Cell("observed", 90, 2), "seal": Cell("observed", value=5)}, STEPS
    )
    assert (row.score.points, row.score.value) == (90, 2)


def test_a_row_of_the_portal() -> None:
    assert combine(LOAD, {"": Cell("observed", 50, 9)}, STEPS).score.points == 50
    missing = combine(LOAD, {}, STEPS)
    assert (missing.score.status, missing.score.reason, missing.share) == (
        "not_observed",
        "no observation",
        0,
    )


def test_a_sum_that_does_not_fit_names_city_and_row() -> None:
    with pytest.raises(BadInput, match="changsha / proc_trips"):
        combine(TRIPS, {step: Cell("observed", value="two") for step in STEPS}, STEPS, city="changsha")
