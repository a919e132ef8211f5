from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from anfang import results
from anfang.errors import BadInput
from anfang.model import City, Observation, Plan
from anfang.store import Attempt, Store

MORNING = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
PLAN = Plan(
    "business_startup",
    ("portal",),
    ("registration", "seal"),
    ("tech_load", "proc_trips"),
    ("2026-03-02", "2026-03-06"),
    lab=True,
)
CITY = City(
    id="yunhe", name="云河", name_en="Yunhe", region="华东", portals={"portal": "http://yunhe.portal.test/"}
)


def seen(indicator: str, step: str, value: object) -> Observation:
    return Observation("yunhe", "portal", step, indicator, "observed", value, observed_at=MORNING)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    done = Attempt("yunhe", "portal", MORNING, MORNING, "measured", complete=True)
    trips = [seen("proc_trips", step, {"declared": 1, "derived": 1, "used": 1}) for step in PLAN.steps]
    with Store.create(tmp_path / "spring", PLAN, (CITY,), at=MORNING) as store:
        store.move("open", at=MORNING, instrument="i1")
        store.record_attempt(done, observations=[seen("tech_load", "", 9.0), *trips])
    return tmp_path


def test_a_round_is_scored_from_its_store(root: Path) -> None:
    spring = results.load("spring", root)
    assert (spring.name, spring.state, spring.simulated, spring.preliminary) == ("spring", "open", True, True)
    assert spring.instrument == "i1"
    # tech_load: 3 s is worth 100, 15 s nothing, 9 s half; proc_trips: 1 + 1 = 2 trips are worth 65.
    assert spring.points["yunhe", "", "tech_load"] == pytest.approx(50.0)
    assert spring.scorecards["yunhe"].indicators["proc_trips"].points == pytest.approx(65.0)


def test_the_log_of_deviations_comes_with_the_results(root: Path) -> None:
    assert results.load("spring", root).deviations == ()
    with Store.open(root / "spring") as store:
        store.deviate("one city a day later", at=MORNING)
    assert results.load("spring", root).deviations == ((MORNING, "one city a day later"),)


def test_other_weights_can_be_named_and_unknown_ones_are_refused(root: Path) -> None:
    by_plan, equal = results.load("spring", root), results.load("spring", root, weights="equal")
    assert by_plan.plan_hash == equal.plan_hash
    with pytest.raises(BadInput, match="no weights named"):
        results.load("spring", root, weights="heavy")


def test_rounds_are_found_by_their_folder(root: Path) -> None:
    assert results.names(root) == ("spring",)
    assert results.evidence("spring", root).folder == root / "spring" / "evidence"
    with pytest.raises(BadInput, match="no such round"):
        results.load("autumn", root)
