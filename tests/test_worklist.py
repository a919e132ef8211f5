"""What mending a problem would add, who answers for it: reckoned by hand on the portal of tests/scoring/sample.py."""

from __future__ import annotations

from dataclasses import replace

import pytest

from anfang.model import Observation, RoundResults
from anfang.worklist import Item, by_city, repeated, worklist
from tests.scoring.sample import PLAN, portal, scored, seen, without


def items(results: RoundResults, *earlier: RoundResults) -> dict[tuple[str, str, str], Item]:
    return {(one.problem.indicator.id, one.problem.step, one.problem.rule): one for one in worklist(results, earlier)}


def test_gains_are_points_lost_times_weight() -> None:
    """form at one of two steps 0.3 x 6 / 14 x 50; trips (the sum) 0.3 x 24 / 36 x 35; scenario 0.3 x 8 / 14 x 20."""
    found = items(scored(portal("a")))
    gains = {key[:2]: one.gain for key, one in found.items() if one.gain}
    assert gains == pytest.approx({
        ("guide_scenario", ""): 24 / 7, ("guide_blank_form", "seal"): 45 / 7, ("tech_load", ""): 20 / 3,
        ("proc_trips", ""): 7, ("proc_apply", "seal"): 5, ("int_rating", ""): 6,
    })  # fmt: skip


def test_a_contradiction_that_costs_nothing_adds_nothing() -> None:
    """1 trip declared where 2 are implied."""
    gap = items(scored(portal("a")))["proc_trips", "seal", ""]
    assert gap.problem.points is None
    assert gap.gain is None


def test_failed_rules_share_the_gain_by_what_they_cost() -> None:
    """W05 takes 25 points, W12 takes 10: of the gain of the cell 25 / 35 and 10 / 35."""
    value = {"applicable": ["W03", "W05", "W07", "W12", "W13"], "failed": ["W05", "W12"]}
    plan = replace(PLAN, basket=(*PLAN.basket, "guide_logic"), coverage=0.3)
    found = items(scored([*portal("a"), *(seen("a", "guide_logic", value, step=step) for step in PLAN.steps)], plan=plan))
    severe, plain = (found["guide_logic", "seal", rule].gain for rule in ("W05", "W12"))
    # both steps stand at 65: one of them at 100 lifts the row by 17.5, of weight 8 in 22, in guide's 30 %
    assert severe == pytest.approx(0.3 * 8 / 22 * 17.5 * 25 / 35)
    assert plain == pytest.approx(0.3 * 8 / 22 * 17.5 * 10 / 35)


def test_a_city_without_a_rank_gains_nothing_that_is_known() -> None:
    assert {one.gain for one in worklist(scored(without(portal("a"), "tech_load")))} == {None}


def test_the_step_answers_for_its_rows_and_the_dimension_for_the_rest() -> None:
    found = items(scored(portal("a")))
    assert [(found[key].department or found[key]).id for key in (("guide_blank_form", "seal", ""), ("proc_trips", "", ""), ("int_rating", "", ""))] == ["police", "service", "hotline"]  # type: ignore[union-attr]


def test_items_by_city_and_the_repeated_ones() -> None:
    one = scored([*portal("a"), *portal("b")], name="one")
    found = worklist(one, [replace(one, name="zero")])
    assert {city: len(held) for city, held in by_city(found).items()} == {"a": 7, "b": 7}
    assert repeated(found) == 14


def given(city: str) -> list[Observation]:
    """A row that came with points alone."""
    return [*(one for one in portal(city) if one.indicator != "tech_load"), seen(city, "tech_load", score=40.0)]


def test_points_without_a_value_are_a_problem_too() -> None:
    assert items(scored(given("a")))["tech_load", "", ""].gain == pytest.approx(0.2 * 8 / 12 * 60)
