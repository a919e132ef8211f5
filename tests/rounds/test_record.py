from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from anfang.errors import MeasurementError
from anfang.evidence import EvidenceStore
from anfang.model import Evidence, Observation
from anfang.rounds.record import Owed
from anfang.shopper.job import VisitRecord
from anfang.store import Attempt

MORNING = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
OWED = Owed(city="yunhe", channel="portal", rows=(("proc_trips", "seal"), ("tech_load", "")))
LOAD = Observation(
    city="yunhe", channel="portal", step="", indicator="tech_load", status="observed", value=1.25
)


@pytest.fixture
def evidence(tmp_path: Path) -> EvidenceStore:
    return EvidenceStore(tmp_path)


def test_a_row_that_the_visit_did_not_come_to_is_not_observed(evidence: EvidenceStore) -> None:
    rows = OWED.observations(VisitRecord("measured", (LOAD,)), evidence, at=MORNING)
    assert [(row.indicator, row.step, row.status, row.value) for row in rows] == [
        ("tech_load", "", "observed", 1.25),
        ("proc_trips", "seal", "not_observed", None),
    ]
    assert {row.observed_at for row in rows} == {MORNING}


def test_a_blocked_visit_blocks_the_rows_that_it_did_not_bring(evidence: EvidenceStore) -> None:
    rows = OWED.observations(VisitRecord("blocked", reason="captcha"), evidence, at=MORNING)
    assert {(row.status, row.value, row.reason) for row in rows} == {("blocked", None, "captcha")}


def test_an_unreachable_portal_is_proved_by_every_attempt() -> None:
    made = Attempt(
        "yunhe", "portal", MORNING, MORNING, "home_dead", signature={"bytes": 0, "committed": False}
    )
    rows = OWED.unreachable([made, made, made], at=MORNING)
    assert {(row.status, row.value, len(row.evidence)) for row in rows} == {("observed", "unreachable", 3)}
    assert rows[0].evidence[0].note == 'attempt at 2026-03-02T09:00:00+00:00: {"bytes":0,"committed":false}'


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ((replace(LOAD, city="anping"),), "another visit"),
        ((LOAD, LOAD), "a row twice"),
        ((replace(LOAD, evidence=(Evidence(snapshot="0" * 64),)),), "not kept"),
        ((replace(LOAD, value=float("nan")),), "not JSON"),
        ((replace(LOAD, value={"name", "phone"}),), "not JSON"),
    ],
)
def test_a_record_that_cannot_be_right_is_our_error(
    evidence: EvidenceStore, rows: tuple[Observation, ...], message: str
) -> None:
    with pytest.raises(MeasurementError, match=message):
        OWED.observations(VisitRecord("measured", rows), evidence, at=MORNING)
