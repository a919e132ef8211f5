from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta

import pytest

from anfang.rounds import run

MORNING = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def test_the_field_works_time_is_that_of_no_wall_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = run.field_clock(MORNING)
    before = clock()
    monkeypatch.setattr(time, "time", lambda: 0.0)
    assert timedelta(0) <= clock() - before < timedelta(seconds=5)
    assert before - MORNING < timedelta(seconds=5)
    assert clock().tzinfo is UTC
