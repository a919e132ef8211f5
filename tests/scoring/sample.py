"""Rounds small enough to reckon by hand: eight rows of the catalogue, two steps, invented cities."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from anfang.model import City, Json, Observation, Plan, RoundResults, Status
from scoring.catalogue import load_catalogue
from scoring.round import score_round
from scoring.weights import Weights, find_weights

CATALOGUE = load_catalogue()
WEIGHTS = find_weights("default", CATALOGUE)
STEPS = ("registration", "seal")

PLAN = Plan(
    scenario="business_startup",
    channels=("portal",),
    steps=STEPS,
    basket=(
        "guide_scenario",
        "guide_blank_form",
        "tech_load",
        "tech_errors",
        "proc_trips",
        "proc_apply",
        "int_rating",
        "int_tracking",
    ),
    window=("2026-03-02", "2026-03-06"),
)

SEEN: Mapping[tuple[str, str], Json] = {
    ("guide_scenario", ""): "all_steps",
    ("guide_blank_form", "registration"): "works",
    ("guide_blank_form", "seal"): "broken",
    ("tech_load", ""): 9,
    ("tech_errors", ""): 0,
    ("proc_trips", "registration"): {"declared": 1, "derived": 1, "used": 1},
    ("proc_trips", "seal"): {"declared": 1, "derived": 2, "used": 1},
    ("proc_apply", "registration"): "form",
    ("proc_apply", "seal"): "absent",
    ("int_rating", ""): ["entry"],
    ("int_tracking", ""): "offered",
}
"""guide (8 x 80 + 6 x 50) / 14 = 67.143, tech (8 x 50 + 4 x 100) / 12 = 66.667, processing (24 x 65 + 12 x 50) / 36 = 60,
interaction (6 x 50 + 4 x 100) / 10 = 70; headline 0.3 x 67.143 + 0.2 x 66.667 + 0.3 x 60 + 0.2 x 70 = 65.476."""


def seen(city: str, row: str, value: Json = None, *, step: str = "", **other: Any) -> Observation:
    given: dict[str, Any] = {"channel": "portal", "status": "observed"} | other
    return Observation(city=city, step=step, indicator=row, value=value, **given)


def lost(one: Observation, status: Status = "blocked", reason: str = "captcha") -> Observation:
    return replace(one, status=status, value=None, score=None, reason=reason)


def portal(city: str, **changes: Json) -> list[Observation]:
    """The observations of SEEN for a city; `changes`: row (or row__step) -> another value."""
    told = {
        (row, step): changes.get(f"{row}__{step}" if step else row, changes.get(row, value))
        for (row, step), value in SEEN.items()
    }
    return [seen(city, row, value, step=step) for (row, step), value in told.items()]


def without(
    observations: Iterable[Observation], row: str, step: str | None = None, **how: Any
) -> list[Observation]:
    """The same with a row (or one step of it) lost."""
    return [
        lost(one, **how) if one.indicator == row and step in (None, one.step) else one for one in observations
    ]


def city(name: str, region: str = "华东", **other: Any) -> City:
    return City(name, name, name, region, **other)


def scored(
    observations: Iterable[Observation],
    *,
    plan: Plan = PLAN,
    weights: Weights = WEIGHTS,
    cities: Sequence[City] = (),
    name: str = "round",
    instrument: str = "one",
) -> RoundResults:
    held = tuple(observations)
    found = cities or tuple(city(name) for name in sorted({one.city for one in held}))
    return score_round(
        name=name,
        state="closed",
        plan=plan,
        plan_hash="",
        instrument=instrument,
        catalogue=CATALOGUE,
        cities=found,
        observations=held,
        weights=weights,
    )
