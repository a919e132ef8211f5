"""Trips of three cities by step, before and after."""

from __future__ import annotations

import pytest

from anfang.model import Change, Json, Observation
from scoring.matched import matched
from scoring.stepsums import step_changes
from tests.scoring.sample import CATALOGUE, WEIGHTS, lost, portal, scored, seen, without

TRIPS = CATALOGUE["proc_trips"]


def going(**trips: tuple[Json, Json]) -> list[Observation]:
    """City -> trips for registration and for the seal."""
    return [
        one
        for city, (registration, seal) in trips.items()
        for one in portal(city, proc_trips__registration=registration, proc_trips__seal=seal)
    ]


def used(number: int) -> Json:
    return {"declared": None, "derived": number, "used": number}


def changes(before: list[Observation], after: list[Observation]) -> dict[str, Change]:
    return dict(step_changes(matched(scored(before, name="one"), scored(after, name="two"), WEIGHTS), TRIPS))


def test_steps_add_up_to_the_sum() -> None:
    """Registration 1, 1, 0 -> 0, 1, 0; the seal 1, 2, 1 -> 1, 1, 1: means 2/3 -> 1/3 and 4/3 -> 1; 2 -> 4/3 in all."""
    before = going(a=(used(1), used(1)), b=(used(1), used(2)), c=(used(0), used(1)))
    after = going(a=(used(0), used(1)), b=(used(1), used(1)), c=(used(0), used(1)))
    found = changes(before, after)
    assert found["registration"].change == pytest.approx(-1 / 3)
    assert found["seal"].change == pytest.approx(-1 / 3)


def test_a_step_without_a_guide_counts_two_and_one_that_another_covers_none() -> None:
    before = going(a=("no_guide", used(1)))
    after = [
        lost(one, "not_applicable", "combined_with:registration") if (one.indicator, one.step) == ("proc_trips", "seal") else one
        for one in going(a=(used(1), used(1)))
    ]
    assert changes(before, after) == {"registration": Change(2, 1), "seal": Change(1, 0)}


def test_cities_whose_sum_is_not_known_in_both_are_left_out() -> None:
    before = [*going(a=(used(2), used(2))), *without(going(b=(used(0), used(0))), "proc_trips", "seal")]
    after = going(a=(used(1), used(1)), b=(used(0), used(0)))
    assert changes(before, after) == {"registration": Change(2, 1), "seal": Change(2, 1)}


def test_a_sum_given_without_its_steps_has_none() -> None:
    whole = [one for one in portal("a") if one.indicator != "proc_trips"] + [seen("a", "proc_trips", {"used": 2})]
    assert changes(whole, going(a=(used(1), used(1)))) == {}
