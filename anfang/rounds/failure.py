"""Whose failure was it? The rule that keeps a city's score free of our own faults."""

from __future__ import annotations

import traceback
from collections.abc import Sequence
from typing import Literal

from playwright.async_api import Error as PlaywrightError

from anfang.errors import BrowserDied, BrowserMissing, DiskFull, MeasurementError
from anfang.store import Attempt, Failure

SUSPECTS = 3
"""Attempts that must find the home page dead, the canary fine around each, before it is called unreachable."""
OWN = 3
"""Attempts that may fail on our side inside a run before the visit is recorded as `error`."""
OVER_WINDOW = 5
"""Attempts that may fail on our side over the whole window; after that only a person asks for more."""

Verdict = Literal["again", "unreachable", "error"]


class VisitHung(MeasurementError):
    """The visit was still busy when its time was over; its context or its browser was closed."""


def fatal(failure: BaseException) -> bool:
    """Does it end the run, because no other visit could do better?"""
    return isinstance(failure, DiskFull | BrowserMissing) or not isinstance(failure, Exception)


def classify(failure: BaseException, *, browser_alive: bool) -> Failure:
    """The class of a failure that a visit raised: always ours, never the portal's."""
    if isinstance(failure, VisitHung):
        return "hung"
    if isinstance(failure, BrowserDied) or (isinstance(failure, PlaywrightError) and not browser_alive):
        return "browser"
    return "tool"


def describe(failure: BaseException) -> str:
    """One line for the record: what was raised, and where."""
    first = str(failure).strip().splitlines() or [""]
    frames = traceback.extract_tb(failure.__traceback__)
    place = f" ({frames[-1].name}, line {frames[-1].lineno})" if frames else ""
    return f"{type(failure).__name__}: {first[0][:300]}{place}"


def since_complete(history: Sequence[Attempt]) -> tuple[Attempt, ...]:
    """A visit's attempts after its last complete one: those that the next verdict is made of."""
    last = max((n for n, attempt in enumerate(history) if attempt.complete), default=-1)
    return tuple(history[last + 1 :])


def verdict(attempts: Sequence[Attempt], *, before: int = 0) -> Verdict:
    """What the attempts since the last complete one, none of which succeeded, amount to.

    `before`: how many attempts failed on our side in earlier runs.
    """
    if suspects(attempts) >= SUSPECTS:
        return "unreachable"
    return "error" if own(attempts) >= max(1, min(OWN, OVER_WINDOW - before)) else "again"


def own(attempts: Sequence[Attempt]) -> int:
    """How many of them failed on our side."""
    return sum(attempt.failure not in ("", "suspect", "portal", "policy") for attempt in attempts)


def given_up(history: Sequence[Attempt]) -> bool:
    """Has the visit failed on our side as often as the window allows? Then a person must ask for more."""
    return not settled(history) and own(history) >= OVER_WINDOW


def suspects(attempts: Sequence[Attempt]) -> int:
    return sum(attempt.failure == "suspect" for attempt in attempts)


def settled(history: Sequence[Attempt]) -> bool:
    """Is the visit done: is its last complete attempt anything but our own error?"""
    complete = [attempt for attempt in history if attempt.complete]
    return bool(complete) and complete[-1].outcome != "error"
