"""Two rounds of twelve cities: tests, classes, counts and decompositions hang together."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from anfang.errors import BadInput
from scoring.changes import Changes, changes
from scoring.decompose import total
from scoring.settings import load_settings
from tests.scoring.sample import WEIGHTS, portal, scored, without
from tests.scoring.test_compare import CITIES, GAIN, NAMES, all_of, results

SETTINGS = replace(load_settings(), draws=400, seed=2)


@cache
def found() -> Changes:
    """Three of eight cities of 华东 gain 13.667 points by trips and load time."""
    return changes(results("before", all_of()), results("after", all_of(better=NAMES[:3])), WEIGHTS, SETTINGS)


def test_the_figures_are_those_of_the_comparison() -> None:
    told = found()
    assert told.headline is not None
    assert told.comparison.mean.change == pytest.approx(told.headline.mean) == pytest.approx(GAIN / 4)
    assert (told.headline.n, told.headline.rose, told.headline.fell) == (12, 3, 0)
    # all signs of three changes alike: 2 of 8 deals are as far
    assert told.headline.flips == told.headline.wilcoxon == 0.25
    assert told.trips is not None
    assert told.trips.mean == -0.5


def test_holm_over_the_indicators() -> None:
    """Two of eight rows moved, in three cities each: 0.25, times 8."""
    told = found().indicators
    assert len(told) == 8
    assert (told["tech_load"].found.flips, told["tech_load"].corrected) == (0.25, 1)
    assert told["int_rating"].found.flips == 1


def test_regions_of_three_cities_or_more_are_tested() -> None:
    """华东 has eight cities, 华北 four."""
    assert {name: one.found.n for name, one in found().regions.items()} == {"华东": 8, "华北": 4}
    few = (*CITIES[:10], replace(CITIES[10], region="西北"), replace(CITIES[11], region="西北"))
    told = changes(results("before", all_of(few), few), results("after", all_of(few), few), WEIGHTS, SETTINGS)
    assert set(told.regions) == {"华东"}
    assert set(told.parts) == {"华东", "华北", "西北"}


def test_decompositions_of_city_region_and_nation_add_up() -> None:
    """proc_trips 0.3 x 24 / 36 x 35 = 7, tech_load 0.2 x 8 / 12 x 50 = 6.667 in three of twelve cities, three of eight of 华东."""
    told = found()
    assert told.nation is not None
    assert told.nation.by_part()["proc_trips"] == pytest.approx(7 * 3 / 12)
    assert told.parts["华东"].by_part()["tech_load"] == pytest.approx(20 / 3 * 3 / 8)
    assert told.cities[NAMES[0]].by_part()["proc_trips"] == pytest.approx(7)
    for part in (told.nation, *told.parts.values(), *told.cities.values()):
        assert total(part.terms) == pytest.approx(part.change, abs=1e-9)
    assert told.nation.change == pytest.approx(told.comparison.mean.change, abs=1e-9)
    for name, part in told.parts.items():
        assert part.change == pytest.approx(told.comparison.regions[name].change, abs=1e-9)


def test_trips_by_step_add_up() -> None:
    told = found()
    assert sum(change.change or 0 for change in told.steps.values()) == pytest.approx(told.comparison.trips.change)


def test_classes_and_counts() -> None:
    told = found()
    assert told.movements is not None
    assert [told.movements.cities[name].kind for name in NAMES[:4]] == ["improved"] * 3 + ["unchanged"]
    zero = {one.id: one for one in told.counts}["zero_trip_cities"]
    assert (zero.n, zero.before, zero.after, zero.lost) == (12, 0, 3, ())
    assert zero.chance == 0.25


def test_the_seed_is_recorded() -> None:
    assert found().settings.seed == 2


def test_one_city_has_no_test() -> None:
    told = changes(scored(portal("a"), name="one"), scored(portal("a", tech_load=3), name="two"), WEIGHTS, SETTINGS)
    assert told.headline is not None
    assert (told.headline.n, told.headline.flips) == (1, None)
    assert told.regions == {}


def test_nothing_to_compare() -> None:
    gap = scored(without(portal("a"), "tech_load"), name="one")
    told = changes(gap, scored(portal("a"), name="two"), WEIGHTS, SETTINGS)
    assert (told.headline, told.nation, told.movements, told.published) == (None, None, None, None)
    assert told.trips is not None
    with pytest.raises(BadInput, match="different instruments"):
        changes(scored(portal("a"), name="one"), scored(portal("a"), name="two", instrument="two"), WEIGHTS, SETTINGS)
