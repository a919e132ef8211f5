from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from anfang import results
from anfang.errors import BadInput
from anfang.model import City, Observation, Plan
from anfang.store import Attempt, Store
from scoring.catalogue import load_catalogue
from scoring.compare import compare
from scoring.weights import find_weights

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


def test_rounds_on_different_instruments_are_refused_until_both_are_on_one(root: Path) -> None:
    """`anfang remeasure` adds attempts; the instrument in use is that of the attempts that count."""
    other = Attempt("yunhe", "portal", MORNING, MORNING, "measured", complete=True, instrument="i2")
    with Store.create(root / "autumn", PLAN, (CITY,), at=MORNING) as store:
        store.move("open", at=MORNING, instrument="i1")
        store.record_attempt(other, observations=[seen("tech_load", "", 3.0)])
    weights = find_weights("default", load_catalogue())
    with pytest.raises(BadInput, match="different instruments: i1 and i2") as refused:
        compare(results.load("spring", root), results.load("autumn", root), weights)
    assert "from its archive" in refused.value.mend
    with Store.open(root / "spring") as store:
        store.record_attempt(replace(other, source=1), observations=[seen("tech_load", "", 9.0)])
    assert compare(results.load("spring", root), results.load("autumn", root), weights).cities[0].city == "yunhe"


def test_several_instruments_in_one_round_are_equal_to_none(root: Path) -> None:
    second = replace(CITY, id="anping", name="安平", portals={"portal": "http://anping.portal.test/"})
    for name in ("mixed", "other"):
        with Store.create(root / name, PLAN, (CITY, second), at=MORNING) as store:
            store.move("open", at=MORNING, instrument="i1")
            for city in ("yunhe", "anping"):
                store.record_attempt(Attempt(city, "portal", MORNING, MORNING, "measured", complete=True, instrument=city))
    assert results.load("mixed", root).instrument == "mixed in mixed: anping yunhe"
    assert results.load("mixed", root).instrument != results.load("other", root).instrument
    with Store.open(root / "mixed") as store:
        assert results.load("mixed", root).chain == store.head()


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
