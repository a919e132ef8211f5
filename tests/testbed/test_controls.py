"""The controls' whole scorecards, worked out by hand from the catalogue (30/20/30/20 over the four dimensions)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from anfang.model import RoundResults, Scorecard
from anfang.testbed.controls import controls, dead, empty, perfect
from anfang.testbed.facts import PortalFacts
from anfang.testbed.truth import BASKET

Score = Callable[[Sequence[PortalFacts]], RoundResults]

SCORED = set(BASKET) - {"gate_service"}


def card(score: Score, facts: PortalFacts) -> Scorecard:
    return score([facts]).scorecards[facts.id]


def points(found: Scorecard) -> dict[str, float | None]:
    return {name: row.points for name, row in found.indicators.items() if row.status != "not_planned"}


def dimensions(found: Scorecard) -> dict[str, tuple[float | None, float]]:
    headline = ("guide", "tech", "processing", "interaction")
    return {name: (found.dimensions[name].points, round(found.dimensions[name].coverage, 9)) for name in headline}


@pytest.mark.parametrize("family", ["table", "spa"])
def test_the_perfect_portal_has_a_hundred_points_in_every_row(score: Score, family: str) -> None:
    found = card(score, perfect(family))
    # findable in 3 clicks; 8/8 and 12/12 elements; both limits stated, 1 <= 15 and 0 below each, 即办件 with 0 days;
    # one material and none of it a catch-all; four contact checks: 0380-220000n and 12345; wizard; 0 s; no dead link;
    # first in the search; several ways to sign in; no error; depth IV declared and seen; form; electronic in, out
    # electronic or mail; stages; both channels open; 3 questions
    assert points(found) == dict.fromkeys(SCORED, 100.0)
    assert found.indicators["proc_trips"].value == 0  # 4 x 0 trips: 100
    assert found.indicators["proc_days"].value == 1  # 1 + 0 + 0 + 0 working days, <= 1: 100
    assert found.indicators["proc_materials"].value == 4  # 4 x 1 material, <= 4: 100
    assert dimensions(found) == dict.fromkeys(("guide", "tech", "processing", "interaction"), (100.0, 1.0))
    assert (found.headline, found.low, found.high, found.ranked) == (100.0, 100.0, 100.0, True)
    assert found.gates["gate_service"] is False  # 0 of 4 guides cannot be used


def test_the_empty_portal_has_points_for_a_page_that_loads_without_errors(score: Score) -> None:
    found = card(score, empty())
    # no guide in any step: 0 on every guide row; 2 trips each; no search, no way to sign in, no channel. What is left:
    # the home page loads in 0 s (100, weight 8) and throws no error (100, weight 4). It has no link to check.
    expected: dict[str, float | None] = dict.fromkeys(SCORED, 0.0)
    expected |= {"tech_load": 100.0, "tech_errors": 100.0, "tech_links": None}
    assert points(found) == expected
    assert found.indicators["proc_trips"].value == 8  # 4 x 2 trips, >= 5: 0
    # tech: load 8, search 14, login 6, errors 4 = 32 of 40 (links 8 not seen): coverage 0.8;
    # (8 x 100 + 14 x 0 + 6 x 0 + 4 x 100) / 32 = 37.5
    assert dimensions(found) == {
        "guide": (0.0, 1.0),
        "tech": (pytest.approx(37.5), 0.8),
        "processing": (0.0, 1.0),
        "interaction": (0.0, 1.0),
    }
    # 0.30 x 0 + 0.20 x 37.5 + 0.30 x 0 + 0.20 x 0
    assert found.headline == pytest.approx(7.5)
    assert found.ranked
    assert found.gates["gate_service"] is True  # 4 of 4 steps have no guide


def test_the_dead_portal_has_nothing(score: Score) -> None:
    found = card(score, dead())
    assert points(found) == dict.fromkeys(SCORED, 0.0)
    assert dimensions(found) == dict.fromkeys(("guide", "tech", "processing", "interaction"), (0.0, 1.0))
    assert (found.headline, found.low, found.high, found.ranked) == (0.0, 0.0, 0.0, True)
    assert found.gates["gate_service"] is True  # no page answers, so none of the 4 guides can be used


def test_the_controls_are_ranked_perfect_empty_dead(score: Score) -> None:
    results = score(controls())
    assert [(row.city, row.rank) for row in results.ranking.rows] == [("perfect", 1), ("empty", 2), ("dead", 3)]
    assert results.simulated
