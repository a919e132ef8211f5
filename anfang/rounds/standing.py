"""Where every visit of a round stands: what was tried, whose failure it was, what will be tried again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from anfang.rounds.failure import OWN, SUSPECTS, settled, since_complete, suspects
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
    reason: str


def standings(store: Store) -> tuple[Standing, ...]:
    """Every visit that the plan asks for, in its order."""
    made: dict[tuple[str, str], list[Attempt]] = {visit: [] for visit in store.visits()}
    for attempt in store.attempts():
        made[attempt.city, attempt.channel].append(attempt)
    names = {city.id: city.name for city in store.cities()}
    return tuple(_standing(city, names[city], channel, history) for (city, channel), history in made.items())


def _standing(city: str, name: str, channel: str, history: Sequence[Attempt]) -> Standing:
    done = settled(history)
    return Standing(
        city=city,
        name=name,
        channel=channel,
        stage=_stage(history),
        attempts=len(history),
        failures=tuple(attempt.failure for attempt in history if attempt.failure),
        page_loads=sum(attempt.page_loads for attempt in history),
        again=not done,
        next="" if done else _next(history),
        reason=history[-1].reason if history else "",
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
    if not recent:
        return f"measured again, up to {OWN} attempts"
    found = suspects(recent)
    left = min(SUSPECTS - found, OWN - (len(recent) - found)) if found else OWN - len(recent)
    return f"attempted again, at least {left} more before it is given up"
