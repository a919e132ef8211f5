"""What would lift a city, reckoned by hand on the portal of sample.py."""

from __future__ import annotations

from dataclasses import replace

import pytest

from anfang.errors import BadInput
from anfang.model import RoundResults
from scoring.whatif import what_if
from tests.scoring.sample import PLAN, WEIGHTS, portal, scored, without


def four() -> RoundResults:
    """a 65.476; b with a fast portal + 6.667; c without a trip too + 7; d as b with a wizard besides."""
    fast = {"tech_load": 3}
    return scored([
        *portal("a"), *portal("b", **fast), *portal("c", **fast, proc_trips={"used": 0}),
        *portal("d", **fast, guide_scenario="wizard"),
    ])  # fmt: skip


def test_gains_are_the_points_lost_times_their_weight() -> None:
    """trips 0.3 x 24 / 36 x 35 = 7; load 0.2 x 8 / 12 x 50 = 6.667; form 0.3 x 6 / 14 x 50 = 6.429; ..."""
    found = what_if(four(), "a")
    assert (found.city, found.rank, found.points) == ("a", 4, pytest.approx(65.476, abs=5e-4))
    gains = {one.row: one.gain for one in found.gains}
    assert list(gains) == ["proc_trips", "tech_load", "guide_blank_form", "int_rating", "proc_apply", "guide_scenario"]
    assert list(gains.values()) == pytest.approx([7, 20 / 3, 45 / 7, 6, 5, 24 / 7])
    trips = found.gains[0]
    assert (trips.points, trips.weight) == (65, pytest.approx(0.2))


def test_the_rank_that_one_row_alone_would_give() -> None:
    """65.476 + 7 = 72.476 passes b (72.143) and leaves d (75.571) and c (79.143) ahead."""
    assert [one.rank for one in what_if(four(), "a").gains[:2]] == [3, 3]


def test_the_fewest_rows_that_lead_up() -> None:
    """One row passes b; two, 65.476 + 7 + 6.667 = 79.143, pass d and tie with c at the top."""
    ways = what_if(four(), "a").ways
    assert [(one.ranks, one.rows, one.rank) for one in ways] == [
        (1, ("proc_trips",), 3), (2, ("proc_trips", "tech_load"), 1), (3, ("proc_trips", "tech_load"), 1),
    ]  # fmt: skip


def test_the_first_has_no_way_up() -> None:
    found = what_if(four(), "c")
    assert (found.rank, found.ways) == (1, ())


def test_a_city_at_full_points_gains_nothing() -> None:
    best = {
        "guide_scenario": "wizard", "guide_blank_form": "works", "tech_load": 3, "proc_trips": {"used": 0}, "proc_apply": "form",
        "int_rating": ["entry", "five_levels", "public_results"],
    }  # fmt: skip
    found = what_if(scored(portal("a", **best)), "a")
    assert (found.points, found.gains) == (100, ())


def test_a_gap_is_no_gain() -> None:
    """What was not seen may be at full points already."""
    held = scored(without(portal("a"), "int_rating"), plan=replace(PLAN, coverage=0.3, left_out_share=1))
    assert "int_rating" not in {one.row for one in what_if(held, "a").gains}


def test_under_a_geometric_mean_the_worst_row_gains_most() -> None:
    bent = replace(WEIGHTS, methods={"headline": "geometric", "dimensions": "geometric"})
    found = what_if(scored(portal("a", int_rating=[]), weights=bent), "a")
    assert found.gains[0].row == "int_rating"
    assert found.gains[0].weight * 100 > found.gains[0].gain


@pytest.mark.parametrize(("city", "message"), [("b", "b is not ranked"), ("z", "z is not ranked")])
def test_a_city_without_a_rank(city: str, message: str) -> None:
    held = scored([*portal("a"), *without(portal("b"), "tech_load")])
    with pytest.raises(BadInput, match=message):
        what_if(held, city)
