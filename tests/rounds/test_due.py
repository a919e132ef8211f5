from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from anfang.rounds.due import due
from anfang.store import Attempt

ZONE = "Asia/Shanghai"
NOON = datetime(2026, 3, 2, 12, 0, tzinfo=ZoneInfo(ZONE))
DEAD = Attempt("yunhe", "portal", NOON, NOON, "home_dead", failure="suspect")
OURS = replace(DEAD, outcome="error", failure="browser")


def when(*history: Attempt, lab: bool = False) -> str:
    found = due(history, lab=lab, zone=ZONE)
    return found.strftime("%d %H:%M") if found else "now"


def later(made: Attempt, **hours: float) -> Attempt:
    return replace(made, ended=made.ended + timedelta(**hours))


def test_the_lab_does_not_wait() -> None:
    assert when(DEAD, DEAD, lab=True) == "now"
    assert when() == "now"


def test_a_dead_live_portal_is_tried_again_after_half_an_hour_and_on_another_day() -> None:
    assert when(DEAD) == "02 12:30"
    assert when(DEAD, later(DEAD, hours=1)) == "03 09:00"
    assert when(DEAD, later(DEAD, hours=24)) == "03 12:30", "two days are covered already"


def test_a_failure_of_ours_waits_five_minutes() -> None:
    assert when(OURS) == "02 12:05"
    assert when(replace(OURS, complete=True)) == "now", "a later run begins anew"
