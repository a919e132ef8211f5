from __future__ import annotations

from dataclasses import replace

import pytest

from anfang.errors import BadInput
from anfang.model import City
from tests.scoring.sample import PLAN, city, portal, scored, seen


def test_a_round_holds_what_its_products_need() -> None:
    found = scored([*portal("a"), *portal("b", tech_load=3)])
    assert [(row.city, row.rank) for row in found.ranking.rows] == [("b", 1), ("a", 2)]
    assert found.ranking.basket_share["guide"] == pytest.approx(0.14)
    assert [(row.region, row.n, row.trips) for row in found.regions] == [("华东", 2, 2)]
    assert {one.id for one in found.derived} == {
        "zero_trip_cities",
        "trips_by_step.registration",
        "trips_by_step.seal",
        "at_most_once_cities",
        "no_scenario_cities",
    }
    assert (found.simulated, found.preliminary) == (False, False)


def test_points_of_single_observations() -> None:
    """A step of a row that is summed has no points of its own."""
    found = scored(portal("a")).points
    assert found["a", "", "tech_load"] == 50
    assert found["a", "seal", "guide_blank_form"] == 0
    assert found["a", "seal", "proc_trips"] is None


def test_the_testbed_is_marked() -> None:
    lab = City("a", "甲", "A", "华东", portals={"portal": "http://a.portal.test:8000/"})
    assert scored(portal("a"), cities=(lab,)).simulated


def test_a_city_that_could_not_be_visited_is_not_ranked_and_takes_no_row_from_the_others() -> None:
    """Its gaps would be a half of the cities' otherwise, more than the tenth that a row may lack."""
    cities = (city("a", portals={"portal": "https://a.example/"}), city("b", portals={"portal": None}))
    found = scored(portal("a"), cities=cities)
    assert [(row.city, row.rank, row.reason) for row in found.ranking.rows] == [
        ("a", 1, ""),
        ("b", None, "no portal address known"),
    ]
    assert found.ranking.left_out == {}
    # measured elsewhere, it is ranked like any other
    assert [row.rank for row in scored([*portal("a"), *portal("b")], cities=cities).ranking.rows] == [1, 1]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            {"plan": replace(PLAN, basket=("tech_laod",))},
            "unknown row 'tech_laod'; did you mean 'tech_load'?",
        ),
        (
            {"cities": (city("beijing"),)},
            "observations of 'beijng', which is not in the round; did you mean 'beijing'?",
        ),
        ({"cities": (city("beijng"), city("beijng"))}, "a city is there twice"),
    ],
)
def test_what_does_not_belong_to_the_round(change: dict[str, object], message: str) -> None:
    with pytest.raises(BadInput) as bad:
        scored([seen("beijng", "tech_load", 9)], **change)  # type: ignore[arg-type]
    assert bad.value.message == message
    assert bad.value.mend
