from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.async_api import Error as PlaywrightError

from anfang.errors import BrowserDied, BrowserMissing, DiskFull, MeasurementError
from anfang.rounds.failure import (
    VisitHung,
    classify,
    describe,
    fatal,
    given_up,
    settled,
    since_complete,
    verdict,
)
from anfang.store import Attempt

MORNING = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
OURS = Attempt(
    city="yunhe", channel="portal", started=MORNING, ended=MORNING, outcome="error", failure="tool"
)
SUSPECT = replace(OURS, outcome="home_dead", failure="suspect")
GIVEN_UP = replace(OURS, complete=True)
MEASURED = replace(OURS, outcome="measured", failure="", complete=True)


@pytest.mark.parametrize(
    ("failure", "alive", "expected"),
    [
        (PlaywrightError("Target page, context or browser has been closed"), False, "browser"),
        (PlaywrightError("Target crashed"), True, "tool"),
        (PlaywrightError("Timeout 10000ms exceeded"), True, "tool"),
        (BrowserDied("gone"), True, "browser"),
        (VisitHung("still busy after 180 s"), False, "hung"),
        (MeasurementError("frame not in the snapshot"), True, "tool"),
        (KeyError("a bug of ours"), True, "tool"),
    ],
)
def test_what_a_visit_raises_is_never_the_portals_failure(
    failure: Exception, alive: bool, expected: str
) -> None:
    assert classify(failure, browser_alive=alive) == expected


def test_only_what_no_other_visit_can_do_better_ends_the_run() -> None:
    assert fatal(DiskFull("no room"))
    assert fatal(BrowserMissing("none"))
    assert not fatal(BrowserDied("gone"))
    assert not fatal(KeyError("a bug of ours"))


@pytest.mark.parametrize(
    ("attempts", "expected"),
    [
        ([], "again"),
        ([SUSPECT], "again"),
        ([SUSPECT, SUSPECT], "again"),
        ([SUSPECT, SUSPECT, SUSPECT], "unreachable"),
        ([SUSPECT, OURS, OURS, SUSPECT], "again"),
        ([SUSPECT, OURS, SUSPECT, OURS, SUSPECT], "unreachable"),
        ([OURS, OURS], "again"),
        ([SUSPECT, OURS, OURS, OURS], "error"),
    ],
)
def test_three_dead_home_pages_or_three_failures_of_ours_settle_a_visit(
    attempts: list[Attempt], expected: str
) -> None:
    assert verdict(attempts) == expected


def test_over_the_window_five_failures_of_ours_are_the_end() -> None:
    assert verdict([OURS], before=3) == "again"
    assert verdict([OURS, OURS], before=3) == "error"
    first, second = [OURS, OURS, GIVEN_UP], [OURS, GIVEN_UP]
    assert not given_up(first)
    assert given_up([*first, *second])
    assert not given_up([*first, *second, MEASURED])
    assert verdict([OURS], before=5) == "error", "a person asked for one more"


@given(st.lists(st.sampled_from(["tool", "browser", "hung", "canary", "network", "surge"]), max_size=8), st.integers(0, 2))
def test_no_sequence_of_our_failures_makes_a_portal_unreachable(failures: list[str], dead: int) -> None:
    ours: Sequence[Attempt] = [replace(OURS, failure=failure) for failure in failures]  # type: ignore[arg-type]
    assert verdict([*ours, *[SUSPECT] * dead]) != "unreachable"


def test_a_visit_given_up_starts_anew_and_is_not_settled() -> None:
    history = [OURS, OURS, GIVEN_UP, OURS]
    assert since_complete(history) == (OURS,)
    assert not settled(history)
    assert settled([*history, MEASURED])
    assert not settled([])


def test_a_failure_is_described_by_its_place() -> None:
    def read_guide() -> None:
        raise ValueError("no table\non the page")

    with pytest.raises(ValueError, match="no table") as raised:
        read_guide()
    assert describe(raised.value).startswith("ValueError: no table (read_guide, line ")
