"""The scorecard of sample.py reckoned by hand, then the same with gaps."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anfang.model import Observation, Scorecard, Status
from tests.scoring.sample import PLAN, WEIGHTS, city, portal, scored, seen, without

NAMES = tuple(f"city{at:02}" for at in range(12))
MANY = [one for name in NAMES for one in portal(name)]
"""Twelve cities: one of them is 8.3% and two are 16.7%, more than the plan's 10%."""


def card(observations: list[Observation]) -> Scorecard:
    return scored(observations).scorecards["a"]


def test_rows_dimensions_headline() -> None:
    found = card(portal("a"))
    assert {name: row.points for name, row in found.indicators.items() if row.status == "observed"} == {
        "guide_scenario": 80,
        "guide_blank_form": 50,
        "tech_load": 50,
        "tech_errors": 100,
        "proc_trips": 65,
        "proc_apply": 50,
        "int_rating": 50,
        "int_tracking": 100,
    }
    seen_points = {name: row.points for name, row in found.dimensions.items() if row.points is not None}
    assert seen_points == pytest.approx(
        {"guide": 940 / 14, "tech": 800 / 12, "processing": 60, "interaction": 70}
    )
    assert found.headline == pytest.approx(0.3 * 940 / 14 + 0.2 * 800 / 12 + 0.3 * 60 + 0.2 * 70)
    assert (found.low, found.high) == (pytest.approx(found.headline), pytest.approx(found.headline))
    assert (found.ranked, found.reason) == (True, "")


def test_rows_outside_the_basket_are_not_planned() -> None:
    found = card(portal("a"))
    assert found.indicators["tech_sso"].status == "not_planned"
    assert (found.dimensions["mobile"].points, found.dimensions["mobile"].coverage) == (None, 0)


def test_a_gap_leaves_the_row_out_and_renormalises() -> None:
    """tech is errors alone (100), coverage 4 / 12: with a plan that allows it, 0.3 x 67.143 + 0.2 x 100 + 18 + 14 = 72.143."""
    gap = [*without(portal("a"), "tech_load"), *(one for name in "bcdefghijk" for one in portal(name))]
    results = scored(gap, plan=replace(PLAN, coverage=0.3))
    found = results.scorecards["a"]
    assert results.ranking.left_out == {}
    assert found.dimensions["tech"].coverage == pytest.approx(4 / 12)
    assert found.headline == pytest.approx(0.3 * 940 / 14 + 20 + 18 + 14)
    low, high = 0.3 * 940 / 14 + 0.2 * 400 / 12 + 18 + 14, 0.3 * 940 / 14 + 0.2 * 100 + 18 + 14
    assert (found.low, found.high) == (pytest.approx(low), pytest.approx(high))


def test_too_little_coverage_is_not_ranked() -> None:
    found = card(without(portal("a"), "tech_load"))
    assert (found.headline, found.ranked, found.reason) == (None, False, "coverage below 70%: tech 33%")
    assert found.dimensions["guide"].points == pytest.approx(940 / 14)
    assert found.low is not None


def test_the_share_of_the_steps_counts_in_the_coverage() -> None:
    """processing: trips 24 whole, apply 12 by half: (24 + 6) / 36."""
    found = card(without(portal("a"), "proc_apply", "seal"))
    assert found.dimensions["processing"].coverage == pytest.approx(30 / 36)
    assert found.indicators["proc_apply"].points == 100


def test_a_row_that_does_not_apply_is_no_gap() -> None:
    found = card(without(portal("a"), "tech_load", status="not_applicable"))
    assert (found.dimensions["tech"].coverage, found.dimensions["tech"].points) == (1, 100)
    assert found.ranked


def test_a_dimension_outside_the_basket_leaves_the_headline() -> None:
    """Without interaction: (0.3 x 67.143 + 0.2 x 66.667 + 0.3 x 60) / 0.8."""
    basket = tuple(name for name in PLAN.basket if not name.startswith("int_"))
    found = scored(portal("a"), plan=replace(PLAN, basket=basket)).scorecards["a"]
    assert found.headline == pytest.approx((0.3 * 940 / 14 + 0.2 * 800 / 12 + 18) / 0.8)


def test_one_city_in_twelve_does_not_take_a_row_from_all() -> None:
    found = scored(without(portal(NAMES[0]), "int_tracking") + MANY[11:], plan=replace(PLAN, coverage=0.5))
    assert found.ranking.left_out == {}
    assert found.scorecards[NAMES[0]].dimensions["interaction"].points == 50
    assert found.scorecards[NAMES[1]].dimensions["interaction"].points == 70


@pytest.mark.parametrize("status", ["blocked", "not_observed", "censored", "error"])
def test_two_cities_in_twelve_take_a_row_from_all(status: Status) -> None:
    gaps = [one for name in NAMES[:2] for one in without(portal(name), "int_tracking", status=status)]
    found = scored(gaps + MANY[22:], plan=replace(PLAN, coverage=0.5))
    assert found.ranking.left_out == {
        "int_tracking": f"missing in 2 of 12 cities, more than 10% ({status} 2)"
    }
    assert {held.dimensions["interaction"].points for held in found.scorecards.values()} == {50}
    assert found.scorecards[NAMES[5]].indicators["int_tracking"].points == 100


def test_half_the_steps_in_two_cities_are_one_city() -> None:
    gaps = [one for name in NAMES[:2] for one in without(portal(name), "proc_apply", "seal")]
    assert scored(gaps + MANY[22:]).ranking.left_out == {}


def test_cities_that_are_not_ranked_take_no_row_from_the_others() -> None:
    walls = [replace(one, status="blocked", value=None) for name in NAMES[:4] for one in portal(name)]
    found = scored(walls + MANY[44:])
    assert found.ranking.left_out == {}
    assert [found.scorecards[name].ranked for name in NAMES[:5]] == [False] * 4 + [True]


def test_a_city_without_any_scored_row_of_a_dimension_is_not_ranked() -> None:
    """Coverage counts what was measured; when that row then leaves for all, nothing is left of the dimension."""
    plan = replace(PLAN, coverage=0.3)
    gaps = [one for name in NAMES[:3] for one in without(portal(name), "int_tracking")]
    gaps += without(portal(NAMES[3]), "int_rating")
    found = scored(gaps + MANY[44:], plan=plan)
    assert list(found.ranking.left_out) == ["int_tracking"]
    assert found.scorecards[NAMES[3]].reason == "no scored row of interaction is left"


def test_a_row_of_no_weight_is_scored_and_does_not_count() -> None:
    weights = replace(WEIGHTS, indicators={**WEIGHTS.indicators, "tech_load": 0.0, "tech_errors": 12.0})
    found = scored(portal("a"), weights=weights).scorecards["a"]
    assert (found.dimensions["tech"].points, found.indicators["tech_load"].points) == (100, 50)


def test_a_city_without_observations_is_not_ranked() -> None:
    waiting = city("z", portals={"portal": "https://z.example/"})
    found = scored(portal("a"), cities=(city("a"), waiting)).scorecards["z"]
    assert found.headline is None
    assert found.reason == "coverage below 70%: guide 0%, tech 0%, processing 0%, interaction 0%"


def test_the_dead_home_page_scores_nothing_everywhere() -> None:
    dead = [replace(one, value="unreachable") for one in portal("a")]
    assert card(dead).headline == 0


@settings(max_examples=25, deadline=None)
@given(shuffled=st.permutations(MANY[:33]))
def test_the_order_of_the_observations_does_not_matter(shuffled: list[Observation]) -> None:
    one, two = scored(MANY[:33]), scored(shuffled)
    assert one.scorecards == two.scorecards
    assert (one.ranking, one.regions, one.derived) == (two.ranking, two.regions, two.derived)


MIXED = [
    one
    for at, name in enumerate(NAMES)
    for one in portal(name, tech_load=3 + at, guide_scenario="wizard" if at % 3 else "absent")
]


@settings(max_examples=60, deadline=None)
@given(
    at=st.integers(0, len(MIXED) - 1),
    status=st.sampled_from(["blocked", "not_observed", "censored", "error"]),
)
def test_what_is_hidden_in_one_city_raises_no_other(at: int, status: Status) -> None:
    """One city in twelve is below the share that takes a row from all, so nothing may move but that city."""
    before = scored(MIXED)
    hidden = [
        replace(one, status=status, value=None) if place == at else one for place, one in enumerate(MIXED)
    ]
    after = scored(hidden)
    mine = MIXED[at].city
    for name, held in after.scorecards.items():
        if name != mine:
            assert held == before.scorecards[name]


@settings(max_examples=40, deadline=None)
@given(
    hidden=st.sets(st.integers(0, len(MIXED) - 1), max_size=40),
    status=st.sampled_from(["blocked", "not_observed", "censored", "error"]),
)
def test_whatever_is_hidden_the_points_of_what_was_seen_stay(hidden: set[int], status: Status) -> None:
    """Rows may leave the headline for all; no observation's points and no row without a gap ever changes."""
    before = scored(MIXED)
    after = scored(
        [replace(one, status=status, value=None) if at in hidden else one for at, one in enumerate(MIXED)]
    )
    touched = {(MIXED[at].city, MIXED[at].indicator) for at in hidden}
    for (name, step, row), worth in after.points.items():
        assert worth in (None, before.points[name, step, row])
    for name, held in after.scorecards.items():
        for row, score in held.indicators.items():
            if (name, row) not in touched:
                assert score == before.scorecards[name].indicators[row]


def test_bounds_hold_the_headline() -> None:
    gaps = without(without(MIXED, "proc_apply", "seal"), "guide_blank_form", "registration")
    for held in scored(gaps, plan=replace(PLAN, coverage=0.1, left_out_share=1.0)).scorecards.values():
        assert held.low is not None
        assert held.high is not None
        assert held.headline is not None
        assert held.low < held.headline < held.high


def test_a_given_score_counts_like_a_measured_one() -> None:
    given_points = [one for one in portal("a") if one.indicator != "tech_load"] + [
        seen("a", "tech_load", score=50.0)
    ]
    assert card(given_points).headline == card(portal("a")).headline
