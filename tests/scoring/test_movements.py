"""Twelve cities: one clearly better, one clearly worse, one by so little that a retest calls it noise."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from anfang.model import Json, Observation
from scoring.matched import matched
from scoring.movements import Movements, movements
from scoring.retest import Retest, retest
from scoring.settings import load_settings
from tests.scoring.sample import PLAN, WEIGHTS, portal, scored, without

SETTINGS = replace(load_settings(), draws=1500, seed=8)
NAMES = [f"c{at:02}" for at in range(12)]
UP: dict[str, Json] = {"proc_trips": {"used": 0}, "guide_scenario": "wizard", "int_rating": ["entry", "five_levels", "public_results"], "guide_blank_form": "works"}
DOWN: dict[str, Json] = {"guide_scenario": "absent", "int_tracking": "absent", "proc_apply": "absent"}
LITTLE: dict[str, Json] = {"tech_load": 8}


def seen(**changed: dict[str, Json]) -> list[Observation]:
    return [one for name in NAMES for one in portal(name, **changed.get(name, {}))]


BEFORE = scored(seen(), name="before")
AFTER = scored(seen(c00=UP, c01=DOWN, c02=LITTLE), name="after")


@cache
def noisy() -> Retest:
    """Half of the cities: tech_load came out 8.3 points apart, as often up as down."""
    again = scored(seen(**{name: {"tech_load": 8 if at % 2 else 10} for at, name in enumerate(NAMES[:6])}), name="again")
    return retest([(BEFORE, again)])


def told(known: Retest | None = None) -> Movements:
    found = movements(matched(BEFORE, AFTER, WEIGHTS), SETTINGS, known)
    assert found is not None
    return found


def test_under_any_weights() -> None:
    found = told()
    assert not found.error_known
    assert [found.cities[name].kind for name in NAMES[:4]] == ["improved", "declined", "improved", "unchanged"]
    same = found.cities["c05"]
    assert (same.low, same.high, same.rose) == (0, 0, 0)
    # c00 leads; c01 falls behind all; everybody else gains or loses a place at most
    assert (found.cities["c00"].rank_low, found.cities["c01"].rank_high) == (0, -11)


def test_a_change_inside_the_noise_is_no_change() -> None:
    """c02 rose by 0.2 x 8 / 12 x 8.33 = 1.1 points of the headline by its load time; retests err by as much."""
    found = told(noisy())
    assert found.error_known
    assert [found.cities[name].kind for name in NAMES[:3]] == ["improved", "declined", "unchanged"]
    little = found.cities["c02"]
    assert little.low <= 0 < little.high
    assert 0 < little.rose < 1


def test_the_interval_of_the_mean_holds_the_mean_change() -> None:
    held = matched(BEFORE, AFTER, WEIGHTS)
    mean = np.mean([(held.after[name].headline or 0) - (held.before[name].headline or 0) for name in NAMES])
    assert told().mean_low < mean < told().mean_high
    noise = told(noisy())
    assert noise.mean_high - noise.mean_low > told().mean_high - told().mean_low


def test_a_round_against_itself_is_unchanged_everywhere() -> None:
    found = movements(matched(BEFORE, BEFORE, WEIGHTS), SETTINGS)
    assert found is not None
    assert {one.kind for one in found.cities.values()} == {"unchanged"}
    assert (found.mean_low, found.mean_high) == (0, 0)


def test_the_seed_decides() -> None:
    assert told() == told()


def test_no_city_with_a_headline_in_both() -> None:
    gone = scored(without(portal("a"), "tech_load"), name="gone", plan=PLAN)
    assert movements(matched(gone, scored(portal("a")), WEIGHTS), SETTINGS) is None


@pytest.mark.parametrize("name", ["c00", "c01"])
def test_a_city_of_its_own(name: str) -> None:
    one, two = (scored([held for held in round_.observations if held.city == name], name=round_.name) for round_ in (BEFORE, AFTER))
    found = movements(matched(one, two, WEIGHTS), SETTINGS)
    assert found is not None
    assert (found.cities[name].rank_low, found.cities[name].rank_high) == (0, 0)
