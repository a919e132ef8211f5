from __future__ import annotations

import pytest

from anfang.hotspots import hot_spots
from anfang.worklist import worklist
from tests.scoring.sample import portal, scored


def test_what_costs_the_cities_most_comes_first() -> None:
    """Three cities, one of them fast: load 2 x 6.667; trips 3 x 7 = 21 is more."""
    held = scored([*portal("a"), *portal("b"), *portal("c", tech_load=3)], name="now")
    before = scored([*portal("a"), *portal("b", tech_load=3), *portal("c", tech_load=3)], name="before")
    found = hot_spots(held, worklist(held, [before]))
    assert [one.indicator.id for one in found[:2]] == ["proc_trips", "guide_blank_form"]
    load = next(one for one in found if one.indicator.id == "tech_load")
    assert (load.cities, load.of, load.repeated) == (("a", "b"), 3, 1)
    assert load.gain == pytest.approx(2 * 20 / 3)
    assert load.share == pytest.approx(2 / 3)
    trips = found[0]
    assert (trips.of, trips.gain) == (3, pytest.approx(21))


def test_a_problem_of_one_city_is_no_hot_spot() -> None:
    held = scored([*portal("a"), *portal("b", tech_load=3)])
    assert "tech_load" not in {one.indicator.id for one in hot_spots(held, worklist(held))}
