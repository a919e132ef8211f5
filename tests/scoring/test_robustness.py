"""Rankings whose robustness is known beforehand."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from anfang.errors import BadInput
from anfang.model import Json, Observation
from scoring.retest import retest
from scoring.robustness import Robustness, robustness
from scoring.settings import load_settings
from tests.scoring.sample import PLAN, portal, scored, without

SETTINGS = load_settings().with_(draws=2000, seed=3)

CITIES: dict[str, dict[str, Json]] = {
    "best": {"tech_load": 3, "guide_scenario": "wizard", "int_rating": ["entry", "five_levels", "public_results"], "proc_trips": {"used": 0}},
    "guide": {"guide_scenario": "wizard", "guide_blank_form": "works", "tech_load": 11},
    "tech": {"tech_load": 3, "guide_scenario": "some_steps"},
    "worst": {"guide_scenario": "absent", "tech_load": 15, "int_tracking": "absent", "tech_errors": 9},
}  # fmt: skip
"""best beats everyone in every row; worst nobody in any; guide and tech change places with the weights."""


def seen(**other: Json) -> list[Observation]:
    return [one for name, changes in CITIES.items() for one in portal(name, **{**changes, **other})]


@cache
def found() -> Robustness:
    return robustness(scored(seen()), SETTINGS)


def test_no_weights_move_a_city_that_is_better_everywhere() -> None:
    told = found().standings
    assert (told["best"].median, told["best"].low, told["best"].high) == (1, 1, 1)
    assert (told["worst"].low, told["worst"].high) == (4, 4)
    assert found().weights[0.5].probability("best").tolist() == [1, 0, 0, 0]


def test_cities_that_change_places_with_the_weights_share_a_band() -> None:
    """guide: 98.57 - ... and tech are near each other; the draws of their places add up to all draws."""
    held = found().weights[0.25]
    both = held.probability("guide")[1:3] + held.probability("tech")[1:3]
    assert both == pytest.approx([1, 1])
    told = found().standings
    assert told["best"].band == 1
    assert told["worst"].band > told["guide"].band > 1
    wide = found().weights[0.5]
    assert wide.beats("guide")[wide.cities.index("tech")] < 1


def test_the_order_of_the_cities_and_of_the_observations_does_not_matter() -> None:
    again = robustness(scored(seen()[::-1]), SETTINGS)
    assert again.standings == found().standings


def test_the_seed_is_recorded_and_decides() -> None:
    assert found().settings.seed == 3
    assert (robustness(scored(seen()), SETTINGS).told.points == found().told.points).all()
    other = robustness(scored(seen()), replace(SETTINGS, seed=4))
    assert (other.told.points != found().told.points).any()


def test_without_a_retest_the_error_of_measurement_is_not_known() -> None:
    assert (found().error, found().both, found().retest) == (None, None, None)


def test_apart_and_together() -> None:
    """The retest saw guide_scenario of one city in four otherwise: that alone moves ranks, and more so with the weights."""
    first = scored(seen(), name="first")
    again = scored([*portal("best", **CITIES["best"]), *portal("guide", guide_scenario="absent", guide_blank_form="works", tech_load=11), *seen()[22:]], name="again")
    told = robustness(first, SETTINGS, retest([(first, again)]))
    assert told.error is not None
    assert told.both is not None
    widths = {name: float(np.std(part.points[:, part.cities.index("guide")])) for name, part in (("weights", told.weights[0.25]), ("error", told.error), ("both", told.both))}
    assert 0 < widths["weights"] < widths["both"]
    assert 0 < widths["error"] < widths["both"]
    # independent sources: their variances add up
    assert widths["both"] ** 2 == pytest.approx(widths["weights"] ** 2 + widths["error"] ** 2, rel=0.15)


def test_one_city_is_first_whatever_is_drawn() -> None:
    told = robustness(scored(portal("a")), SETTINGS).standings["a"]
    assert (told.low, told.high, told.top, told.band) == (1, 1, 1, 1)
    assert told.points_low < told.points_high


def test_cities_all_alike_are_all_first() -> None:
    told = robustness(scored([one for name in "abc" for one in portal(name)]), SETTINGS).standings
    assert {(one.median, one.low, one.high, one.band) for one in told.values()} == {(1, 1, 1, 1)}


def test_a_city_with_a_gap_is_drawn_without_it() -> None:
    gap = [*without(portal("a"), "int_rating"), *portal("b")]
    told = robustness(scored(gap, plan=replace(PLAN, coverage=0.3, left_out_share=0.6)), SETTINGS)
    assert np.isfinite(told.told.points).all()
    assert list(told.standings) == ["a", "b"]


def test_nobody_to_rank() -> None:
    with pytest.raises(BadInput, match="no city is ranked"):
        robustness(scored(without(portal("a"), "tech_load")), SETTINGS)
