from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from anfang.model import City, Observation, Plan, RoundResults
from anfang.testbed.facts import PortalFacts
from anfang.testbed.places import cities
from anfang.testbed.texts import STEPS
from anfang.testbed.truth import BASKET, Left, truth
from scoring.catalogue import load_catalogue
from scoring.round import score_round
from scoring.weights import find_weights

Score = Callable[[Sequence[PortalFacts]], RoundResults]

PLAN = Plan(
    scenario="business_startup", channels=("portal",), steps=STEPS, basket=BASKET, window=("2026-03-02", "2026-03-13")
)  # fmt: skip


def flawless(facts: PortalFacts) -> list[Observation]:
    """What a shopper who sees everything as it is would record."""
    return [
        Observation(city=facts.id, channel="portal", step=step, indicator=row, status=value.status)
        if isinstance(value, Left)
        else Observation(city=facts.id, channel="portal", step=step, indicator=row, status="observed", value=value)
        for (step, row), value in truth(facts).items()
    ]


@pytest.fixture(scope="session")
def score() -> Score:
    """Score portals by their planted truth, with the catalogue's weights."""
    catalogue = load_catalogue()
    weights = find_weights("default", catalogue)

    def scored(portals: Sequence[PortalFacts]) -> RoundResults:
        return score_round(
            name="flawless",
            state="closed",
            plan=PLAN,
            plan_hash="",
            instrument="",
            catalogue=catalogue,
            cities=[City(**row) for row in cities(portals, 8036)],
            observations=[one for facts in portals for one in flawless(facts)],
            weights=weights,
        )

    return scored
