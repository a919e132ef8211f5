"""Where every visit of a round stands: what was tried, whose failure it was, what will be tried again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from anfang.model import City
from anfang.private import masked
from anfang.rounds.due import due
from anfang.rounds.failure import OVER_WINDOW, OWN, SUSPECTS, given_up, own, settled, since_complete, suspects
from anfang.store import Attempt, Store

Stage = Literal["waiting", "begun", "measured", "unreachable", "blocked", "error"]


@dataclass(frozen=True, slots=True)
class Standing:
    """One visit: its stage, its attempts with their failure classes in order, and what comes next."""

    city: str
    name: str
    channel: str
    stage: Stage
    attempts: int
    failures: tuple[str, ...]
    page_loads: int
    again: bool
    next: str
    when: str
    """The earliest moment of the next attempt, ISO 8601 with the city's zone; '' for at once or never."""
    reason: str


def standings(store: Store) -> tuple[Standing, ...]:
    """Every visit that the plan asks for, in its order."""
    made: dict[tuple[str, str], list[Attempt]] = {visit: [] for visit in store.visits()}
    for attempt in store.attempts():
        made[attempt.city, attempt.channel].append(attempt)
    cities, lab = {city.id: city for city in store.cities()}, store.plan().lab
    return tuple(_standing(cities[city], channel, history, lab) for (city, channel), history in made.items())


def _standing(city: City, channel: str, history: Sequence[Attempt], lab: bool) -> Standing:
    done = settled(history)
    when = None if done or given_up(history) else due(history, lab=lab, zone=city.timezone)
    return Standing(
        city=city.id,
        name=city.name,
        channel=channel,
        stage=_stage(history),
        attempts=len(history),
        failures=tuple(attempt.failure for attempt in history if attempt.failure),
        page_loads=sum(attempt.page_loads for attempt in history),
        again=not done,
        next="" if done else _next(history),
        when=when.isoformat(timespec="minutes") if when else "",
        reason=masked(history[-1].reason) if history else "",
    )


def _stage(history: Sequence[Attempt]) -> Stage:
    complete = [attempt for attempt in history if attempt.complete]
    if not complete:
        return "begun" if history else "waiting"
    outcome = complete[-1].outcome
    return "unreachable" if outcome == "home_dead" else outcome


def _next(history: Sequence[Attempt]) -> str:
    recent = since_complete(history)
    if not history:
        return "the first attempt"
    if given_up(history):
        return f"given up after {OVER_WINDOW} failures of ours: `anfang round run --again`, or measure it by hand"
    allowed = max(1, min(OWN, OVER_WINDOW - (own(history) - own(recent))))
    if not recent:
        return f"measured again, up to {allowed} attempts"
    found, failed = suspects(recent), own(recent)
    left = min(SUSPECTS - found, allowed - failed) if found else allowed - failed
    return f"attempted again, at least {left} more before it is given up"
