from __future__ import annotations

import resource
import signal
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from anfang.errors import BadInput, DiskFull, VerificationFailed
from anfang.model import City, Evidence, Observation, Plan
from anfang.shopper.job import DiaryEntry
from anfang.store import FILE, Attempt, Run, Store

MORNING = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
PLAN = Plan(
    scenario="business_startup",
    channels=("portal",),
    steps=("registration", "seal"),
    basket=("guide_findable", "proc_trips", "tech_load"),
    window=("2026-03-02", "2026-03-06"),
    lab=True,
)
CITIES = (
    City(
        id="yunhe",
        name="云河",
        name_en="Yunhe",
        region="east",
        portals={"portal": "http://yunhe.portal.test/"},
    ),
    City(
        id="anping",
        name="安平",
        name_en="Anping",
        region="west",
        portals={"portal": "http://anping.portal.test/"},
    ),
)
QUOTE = Evidence(quote="办理地点：政务大厅", url="http://yunhe.portal.test/guide", snapshot="a" * 64)
MEASURED = Attempt(
    city="yunhe", channel="portal", started=MORNING, ended=MORNING, outcome="measured", complete=True
)
FAILED = replace(MEASURED, outcome="error", failure="browser", complete=False)


def seen(indicator: str, step: str, value: object, **more: object) -> Observation:
    fixed = {"city": "yunhe", "channel": "portal", "status": "observed", "observed_at": MORNING}
    return Observation(indicator=indicator, step=step, value=value, **(fixed | more))  # type: ignore[arg-type]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "spring", PLAN, CITIES, at=MORNING) as made:
        yield made


def test_a_round_whose_cities_have_no_address_has_no_visit(tmp_path: Path) -> None:
    nowhere = replace(CITIES[0], portals={"portal": None})
    with Store.create(tmp_path / "autumn", PLAN, (nowhere,), at=MORNING) as made:
        assert (made.visits(), made.cities()) == ((), (nowhere,))


def test_what_was_planned_is_read_back_as_it_was(store: Store) -> None:
    assert store.plan() == PLAN
    assert store.cities() == CITIES
    assert store.visits() == (("yunhe", "portal"), ("anping", "portal"))


def test_an_observation_comes_back_with_its_evidence(store: Store) -> None:
    trips = seen("proc_trips", "seal", {"declared": 1, "derived": None, "used": 1}, evidence=(QUOTE,))
    load = seen("tech_load", "", 1.25, reason="median of 3")
    store.record_attempt(MEASURED, observations=[trips, load])
    assert store.current_observations() == (trips, load)


def test_attempts_are_numbered_within_their_visit(store: Store) -> None:
    for attempt in (FAILED, replace(MEASURED, city="anping"), MEASURED):
        store.record_attempt(attempt)
    made = [(attempt.city, attempt.number, attempt.outcome) for attempt in store.attempts()]
    assert made == [("yunhe", 1, "error"), ("yunhe", 2, "measured"), ("anping", 1, "measured")]


def test_the_last_complete_attempt_is_the_one_that_counts(store: Store) -> None:
    for number in (4, 3):
        diary = [DiaryEntry(title=f"{number} clicks", ok=True)]
        store.record_attempt(MEASURED, observations=[seen("guide_findable", "seal", number)], diary=diary)
    store.record_attempt(FAILED, diary=[DiaryEntry(title="the browser died", ok=False)])
    assert [row.value for row in store.current_observations()] == [3]
    assert store.diary("yunhe") == (DiaryEntry(title="3 clicks", ok=True),)


def test_an_attempt_with_a_doubled_row_leaves_nothing(store: Store) -> None:
    twice = [seen("tech_load", "", 1.0), seen("tech_load", "", 2.0)]
    with pytest.raises(IntegrityError):
        store.record_attempt(MEASURED, observations=twice)
    assert store.attempts() == ()
    assert store.current_observations() == ()


def test_rows_cannot_be_changed_or_deleted(store: Store) -> None:
    store.record_attempt(MEASURED, observations=[seen("tech_load", "", 1.0)])
    raw = sqlite3.connect(store.folder / FILE)
    for change in (
        "UPDATE observations SET value = '9'",
        "DELETE FROM attempts",
        "UPDATE meta SET value = ''",
    ):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            raw.execute(change)
    raw.close()


def test_a_round_is_planned_then_open_then_closed(store: Store) -> None:
    assert (store.state(), store.instrument()) == ("planned", "")
    with pytest.raises(BadInput, match="planned, it cannot become closed"):
        store.move("closed", at=MORNING, instrument="i1")
    store.move("open", at=MORNING, instrument="i1")
    with pytest.raises(BadInput, match="open, it cannot become open"):
        store.move("open", at=MORNING, instrument="i1")
    store.move("closed", at=MORNING, instrument="i1")
    assert (store.state(), store.instrument()) == ("closed", "i1")


def test_a_plan_changed_behind_our_back_is_noticed(store: Store) -> None:
    before = store.plan_hash()
    assert len(before) == 64
    raw = sqlite3.connect(store.folder / FILE)
    raw.execute("DROP TRIGGER meta_no_update")
    raw.execute("UPDATE meta SET value = replace(value, '0.7', '0.1') WHERE key = 'plan'")
    raw.commit()
    raw.close()
    with pytest.raises(VerificationFailed, match="the plan is not the one"):
        store.plan_hash()


def test_a_deviation_is_dated_and_logged_once(store: Store) -> None:
    store.deviate("Anping moved its portal", at=MORNING)
    store.deviate("Anping moved its portal", at=datetime(2026, 3, 3, tzinfo=UTC))
    assert store.deviations() == ((MORNING, "Anping moved its portal"),)


def test_runs_keep_what_the_round_cost(store: Store) -> None:
    run = Run(started=MORNING, workers=4, visits=36, wall_s=61.5, cpu_s=88.0, peak_mb=None)
    store.record_run(run)
    assert store.runs() == (run,)


def test_text_that_no_file_can_hold_is_kept_with_a_mark(store: Store) -> None:
    store.record_attempt(
        MEASURED, observations=[seen("tech_load", "", "\ud83d half", reason="\udc00", evidence=(QUOTE,))]
    )
    (row,) = store.current_observations()
    assert (row.value, row.reason) == ("\ufffd half", "\ufffd")


def test_a_name_cannot_be_used_twice(store: Store) -> None:
    with pytest.raises(BadInput, match="already there"):
        Store.create(store.folder, PLAN, CITIES)


def test_a_missing_a_newer_and_a_damaged_store_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no such round"):
        Store.open(tmp_path / "summer")
    newer = Store.create(tmp_path / "newer", PLAN, CITIES)
    newer.close()
    raw = sqlite3.connect(newer.folder / FILE)
    raw.execute("DROP TRIGGER meta_no_update")
    raw.execute("UPDATE meta SET value = '99' WHERE key = 'schema'")
    raw.commit()
    raw.close()
    with pytest.raises(BadInput, match="newer Anfang"):
        Store.open(newer.folder)
    (newer.folder / FILE).write_bytes(b"not a database at all, but long enough to be read as one" * 40)
    with pytest.raises(VerificationFailed, match="not a database"):
        Store.open(newer.folder)


def test_no_room_keeps_what_was_recorded_before(store: Store) -> None:
    store.record_attempt(MEASURED, observations=[seen("tech_load", "", 1.0)])
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, before[1]))
    try:
        with pytest.raises(DiskFull, match="make room"):
            store.record_attempt(MEASURED, observations=[seen("tech_load", "", "x" * 500_000)])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, ignored)
    assert [row.value for row in store.current_observations()] == [1.0]
    store.record_attempt(MEASURED, observations=[seen("tech_load", "", 2.0)])
    assert [row.value for row in store.current_observations()] == [2.0]
