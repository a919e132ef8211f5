"""New, repeated, or not looked at before."""

from __future__ import annotations

from anfang.model import RoundResults
from anfang.problems import problems
from anfang.recurrence import Past, recurrence
from tests.scoring.sample import portal, scored, without


def past(row: str, now: RoundResults, *earlier: RoundResults) -> Past:
    held = problems(now)
    at = next(at for at, one in enumerate(held) if one.indicator.id == row)
    return recurrence(held, earlier)[at]


SLOW = scored(portal("a"), name="slow")
FAST = scored(portal("a", tech_load=3), name="fast")
BLIND = scored(without(portal("a"), "tech_load"), name="blind")


def test_without_an_earlier_round_nothing_is_said() -> None:
    assert past("tech_load", SLOW) == Past("")


def test_first_time() -> None:
    assert past("tech_load", SLOW, FAST) == Past("first")


def test_repeated_since_the_first_of_an_unbroken_row_of_rounds() -> None:
    two, three = scored(portal("a"), name="two"), scored(portal("a"), name="three")
    assert past("tech_load", SLOW, FAST, two, three) == Past("repeated", "two")
    assert past("tech_load", SLOW, two, three) == Past("repeated", "two")
    # mended in between: the later appearance counts from the later round
    assert past("tech_load", SLOW, two, FAST, three) == Past("repeated", "three")


def test_what_was_not_looked_at_before_is_not_called_new() -> None:
    assert past("tech_load", SLOW, BLIND) == Past("unknown")
    assert past("tech_load", SLOW, FAST, BLIND) == Past("unknown")


def test_a_sum_is_looked_at_as_a_whole() -> None:
    none = {"declared": 0, "derived": 0, "used": 0}
    assert past("proc_trips", SLOW, scored(portal("a", proc_trips=none), name="none")) == Past("first")


def test_another_city_is_another_problem() -> None:
    assert past("tech_load", SLOW, scored(portal("b"), name="b")) == Past("unknown")
