from __future__ import annotations

import pytest

from anfang.errors import BadInput
from anfang.model import DimensionScore, IndicatorScore, Scorecard
from scoring.regions import mean, regions, trips
from tests.scoring.sample import city

CITIES = (
    city("a", "华东", tier="省会", groups={"coast": "yes"}),
    city("b", "华东", tier="直辖市", groups={"coast": "yes"}),
    city("c", "华东", tier="省会"),
    city("d", "华北", tier="省会", groups={"coast": "no"}),
    city("e", "西北", tier="省会"),
)


def card(name: str, points: float | None, going: float | None) -> Scorecard:
    guide = {"guide": DimensionScore("guide", points, 1.0)}
    row = {"proc_trips": IndicatorScore("proc_trips", None, "observed", value=going)}
    return Scorecard(name, points, points is not None, "", guide, row, points, points)


CARDS = {
    one.city: one
    for one in (
        card("a", 80, 1),
        card("b", 90, 2),
        card("c", None, 3),
        card("d", 95, None),
        card("e", None, None),
    )
}


def test_mean_over_the_ranked_cities_trips_over_those_where_they_are_known() -> None:
    row = {row.region: row for row in regions(CITIES, CARDS)}["华东"]
    assert (row.n, row.cities, row.mean, row.low, row.high, row.stdev) == (2, 3, 85, 80, 90, 5)
    assert (row.dimensions, row.trips) == ({"guide": 85}, 2)


def test_a_single_city_has_no_spread_and_none_has_no_mean() -> None:
    rows = {row.region: row for row in regions(CITIES, CARDS)}
    assert (rows["华北"].mean, rows["华北"].stdev, rows["华北"].trips) == (95, None, None)
    assert (rows["西北"].n, rows["西北"].cities, rows["西北"].mean) == (0, 1, None)


def test_best_mean_first_regions_without_a_ranked_city_last() -> None:
    assert [row.region for row in regions(CITIES, CARDS)] == ["华北", "华东", "西北"]


def test_any_group_of_the_cities() -> None:
    assert [(row.region, row.n) for row in regions(CITIES, CARDS, by="tier")] == [("直辖市", 1), ("省会", 2)]
    assert [(row.region, row.cities) for row in regions(CITIES, CARDS, by="coast")] == [("no", 1), ("yes", 2)]


def test_an_unknown_group_is_refused() -> None:
    with pytest.raises(BadInput, match="no city has a group 'cost'; did you mean 'coast'"):
        regions(CITIES, CARDS, by="cost")


def test_mean_of_what_is_known() -> None:
    assert mean([1, None, 2]) == 1.5
    assert mean([None]) is None
    assert trips(CARDS["d"]) is None
