from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from anfang.rounds.surge import surge
from anfang.store import Attempt, Failure

MORNING = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
DEAD = Attempt("yunhe", "portal", MORNING, MORNING, "home_dead", failure="suspect")


def others(failure: Failure, many: int, *, after: int = 0, name: str = "city") -> list[Attempt]:
    at = MORNING + timedelta(minutes=after)
    return [replace(DEAD, city=f"{name}{n}", failure=failure, ended=at) for n in range(many)]


def test_three_other_cities_dead_at_once_are_a_surge() -> None:
    assert surge(DEAD, others("suspect", 3)) == ("city0", "city1", "city2")
    assert surge(DEAD, [*others("suspect", 1), *others("portal", 1, name="b"), *others("surge", 1, name="c")])
    assert surge(DEAD, others("suspect", 2)) == ()


def test_a_few_dead_among_many_that_live_are_none() -> None:
    assert surge(DEAD, [*others("suspect", 3), *others("", 7, name="fine")])
    assert not surge(DEAD, [*others("suspect", 3), *others("", 8, name="fine")])


def test_what_was_dead_long_ago_or_lives_again_does_not_count() -> None:
    assert not surge(DEAD, others("suspect", 5, after=-11))
    assert not surge(DEAD, [*others("suspect", 5, after=-2), *others("", 5, after=-1)])


def test_failures_of_ours_are_no_sign_of_a_surge() -> None:
    assert not surge(DEAD, others("browser", 9))
    assert not surge(DEAD, [replace(DEAD, ended=MORNING + timedelta(seconds=n)) for n in range(5)])
