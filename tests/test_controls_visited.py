"""The three controls, visited by the shopper: their scorecards are those that the planted truth earns.

tests/testbed/test_controls.py works those out by hand: perfect 100, empty 7.5, dead 0.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest

from anfang import results as rounds
from anfang.demo.simulated import SimulatedRound
from anfang.model import RoundResults
from anfang.store import Store
from anfang.testbed.controls import controls
from anfang.testbed.server import Testbed
from anfang.testbed.texts import STEPS
from anfang.testbed.truth import truth

pytestmark = [pytest.mark.browser, pytest.mark.slow]

HEADLINES = {"perfect": 100.0, "empty": 7.5, "dead": 0.0}


@pytest.fixture(scope="module")
async def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("controls")
    visited = SimulatedRound(
        folder=root / "controls",
        portals=controls(),
        at=datetime(2026, 3, 2, 1, tzinfo=UTC),
        window=("2026-03-02", "2026-03-06"),
        vantage="testbed, controls",
        cities_file=root / "cities.yaml",
    )
    async with Testbed(controls()) as bed:
        assert await visited.make(port=bed.port, workers=2) == ()
    return root


@pytest.fixture(scope="module")
def visited(root: Path) -> RoundResults:
    return rounds.load("controls", root)


def values(results: RoundResults, city: str) -> Mapping[tuple[str, str], object]:
    return {(one.step, one.indicator): one.value for one in results.observations if one.city == city}


def test_the_headlines_are_those_worked_out_by_hand(visited: RoundResults) -> None:
    found = {city: card.headline for city, card in visited.scorecards.items()}
    assert found == {city: pytest.approx(points) for city, points in HEADLINES.items()}
    assert [row.rank for row in visited.ranking.rows] == [1, 2, 3]


def test_every_row_of_the_perfect_portal_earns_a_hundred_points(visited: RoundResults) -> None:
    rows = visited.scorecards["perfect"].indicators.values()
    assert {row.indicator: row.points for row in rows if row.status == "observed" and row.points != 100} == {}
    dimensions = visited.scorecards["perfect"].dimensions
    assert {name: dimensions[name].coverage for name in ("guide", "tech", "processing", "interaction")} == {
        "guide": 1.0,
        "tech": 1.0,
        "processing": 1.0,
        "interaction": 1.0,
    }


def test_the_empty_portal_earns_points_for_loading_without_errors_alone(visited: RoundResults) -> None:
    rows = visited.scorecards["empty"].indicators.values()
    assert {row.indicator: row.points for row in rows if row.points} == {
        "tech_load": 100.0,
        "tech_errors": 100.0,
    }


def test_what_is_absent_is_observed_as_absent_and_is_no_error(visited: RoundResults) -> None:
    (empty,) = (facts for facts in controls() if facts.id == "empty")
    planted = {
        key: value for key, value in truth(empty).items() if key[1] not in ("tech_load", "gate_service")
    }
    seen = values(visited, "empty")
    assert {key: seen.get(key) for key in planted} == planted


def test_the_dead_portal_is_unreachable_in_every_row(visited: RoundResults) -> None:
    assert set(values(visited, "dead").values()) == {"unreachable"}
    assert len(values(visited, "dead")) == 16 * len(STEPS) + 8


def test_the_dead_portal_was_tried_three_times(root: Path) -> None:
    with Store.open(root / "controls") as store:
        tried = store.attempts(city="dead")
    assert [(made.failure, made.complete) for made in tried] == [
        ("suspect", False),
        ("suspect", False),
        ("portal", True),
    ]
