"""The accuracy over two rounds of the perfect and the empty control, seen flawlessly but for what is named here."""

from __future__ import annotations

from dataclasses import replace

import pytest

from anfang.demo.accuracy import Sighted, accuracy_of, majority, told
from anfang.model import City, Observation, Plan, RoundResults
from anfang.testbed.controls import empty, perfect
from anfang.testbed.places import cities
from anfang.testbed.texts import STEPS
from anfang.testbed.truth import BASKET, truth
from scoring.catalogue import load_catalogue
from scoring.round import score_round
from scoring.weights import find_weights

CATALOGUE = load_catalogue()
PORTALS = (perfect(), empty())
PLAN = Plan("business_startup", ("portal",), STEPS, BASKET, ("2026-03-02", "2026-03-13"), lab=True)


def a_round(name: str, *changed: Observation) -> RoundResults:
    """Everything is seen as it is, the gate apart (no probe tells it), but for the rows given."""
    rows = {
        (facts.id, step, row): Observation(facts.id, "portal", step, row, "observed", value)
        for facts in PORTALS
        for (step, row), value in truth(facts).items()
        if row != "gate_service"
    }
    rows |= {(one.city, one.step, one.indicator): one for one in changed}
    return score_round(
        name=name,
        state="closed",
        plan=PLAN,
        plan_hash="",
        instrument="",
        catalogue=CATALOGUE,
        cities=[City(**row) for row in cities(PORTALS, 8036)],
        observations=rows.values(),
        weights=find_weights("default", CATALOGUE),
    )


def seen(row: str, value: object, *, step: str = "") -> Observation:
    return Observation("perfect", "portal", step, row, "observed", value)


@pytest.fixture(scope="module")
def rounds() -> Sighted:
    wrong = seen("guide_scenario", "absent")
    lost = replace(seen("guide_findable", None, step="seal"), status="not_observed")
    return {"one": (a_round("one", wrong), PORTALS), "two": (a_round("two", lost), PORTALS)}


def test_wrong_and_missing_are_told_apart_over_both_rounds(rounds: Sighted) -> None:
    found = accuracy_of(rounds)
    # perfect: 4 steps x 16 rows + 9 of the portal; empty: one less, it has no link to check; both rounds
    assert found.overall["n"] == 2 * (73 + 72)
    assert (found.overall["wrong"], found.overall["missing"]) == (1, 1)
    assert found.overall["value_equal"] == pytest.approx(288 / 290)
    assert found.indicators["guide_scenario"]["value_equal"] == 3 / 4


def test_a_miss_names_its_round(rounds: Sighted) -> None:
    assert [dict(miss) for miss in accuracy_of(rounds).misses] == [
        {
            "round": "one", "city": "perfect", "step": "", "indicator": "guide_scenario",
            "truth": "wizard", "seen": "absent", "status": "observed",
        },
        {
            "round": "two", "city": "perfect", "step": "seal", "indicator": "guide_findable",
            "truth": 3, "seen": None, "status": "not_observed",
        },
    ]  # fmt: skip


def test_the_majority_baseline_is_that_of_every_row_together(rounds: Sighted) -> None:
    found = accuracy_of(rounds)
    # two portals that differ in every row but the load time and the script errors: half of each row is guessed right,
    # in the two and in the links of the perfect portal alone everything is, 4 + 4 + 2 planted facts
    assert majority(found) == pytest.approx((0.5 * 280 + 10) / 290)


def test_the_gate_is_derived_from_the_core_elements() -> None:
    without = seen("guide_core_elements", ["name", "materials", "process", "phone"], step="seal")
    gates = [row for row in told(a_round("one", without)) if row.indicator == "gate_service"]
    # the guide of the seal lacks four of the eight; the empty portal has no guide in any of four steps
    assert [(row.city, row.value) for row in gates] == [("perfect", 1), ("empty", 4)]


def test_a_gate_that_hangs_on_a_step_not_seen_is_missing() -> None:
    lost = replace(seen("guide_core_elements", None, step="seal"), status="error")
    (gate,) = [
        row for row in told(a_round("one", lost)) if row.indicator == "gate_service" and row.city == "perfect"
    ]
    assert (gate.status, gate.value) == ("not_observed", None)
