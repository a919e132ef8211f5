"""Two rounds of the sample, worked out by hand: 9 s of page load earn 50 points, 9.5 s 45.8, 9.7 s 44.2."""

from __future__ import annotations

from anfang.demo.repeat import Difference, differences
from anfang.model import Json, RoundResults
from tests.scoring.sample import city, lost, portal, scored, seen


def a_round(**changes: Json) -> RoundResults:
    return scored(portal("a", **changes), cities=[city("a")])


def test_a_round_repeats_itself() -> None:
    assert differences(a_round(), a_round()) == ()


def test_a_timing_may_differ_by_what_earns_five_points() -> None:
    assert differences(a_round(), a_round(tech_load=9.5)) == ()
    (found,) = differences(a_round(), a_round(tech_load=9.7))
    assert (found.indicator, found.one, found.other) == ("tech_load", ("observed", 9), ("observed", 9.7))


def test_any_other_value_must_be_identical() -> None:
    assert differences(a_round(), a_round(guide_blank_form__seal="absent")) == (
        Difference("a", "portal", "seal", "guide_blank_form", ("observed", "broken"), ("observed", "absent")),
    )


def test_a_status_and_a_row_that_one_side_lacks() -> None:
    rows = portal("a")
    blocked = [lost(row) if row.indicator == "tech_errors" else row for row in rows[1:]]
    other = scored(blocked, cities=[city("a")])
    assert [(found.indicator, found.one, found.other) for found in differences(a_round(), other)] == [
        ("guide_scenario", ("observed", "all_steps"), None),
        ("tech_errors", ("observed", 0), ("blocked", None)),
    ]


def test_a_timing_that_is_lost_on_one_side_is_a_difference() -> None:
    other = scored(
        [lost(row) if row.indicator == "tech_load" else row for row in portal("a")], cities=[city("a")]
    )
    assert [found.indicator for found in differences(a_round(), other)] == ["tech_load"]


def test_cities_are_told_apart() -> None:
    cities = [city("a"), city("b")]
    one = scored([seen("a", "tech_errors", 0), seen("b", "tech_errors", 1)], cities=cities)
    other = scored([seen("a", "tech_errors", 1), seen("b", "tech_errors", 0)], cities=cities)
    assert [found.city for found in differences(one, other)] == ["a", "b"]
