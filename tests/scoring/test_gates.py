from __future__ import annotations

from dataclasses import replace

import pytest

from anfang.model import Json, Observation
from scoring.cells import cells
from scoring.gates import gates
from tests.scoring.sample import CATALOGUE, PLAN, lost, seen

FOUR = ["name", "legal_basis", "materials", "phone"]


def raised(gate: str, *observations: Observation) -> bool | None:
    plan = replace(
        PLAN, basket=("guide_core_elements", "gate_reach", "gate_service", "gate_response", "gate_column")
    )
    return gates(cells(observations, CATALOGUE, plan), "a", CATALOGUE, plan)[gate]


@pytest.mark.parametrize(
    ("gate", "value", "answer"),
    [
        ("gate_reach", 0.05, True),
        ("gate_reach", 0.049, False),
        ("gate_column", 5, True),
        ("gate_column", 4, False),
        ("gate_response", True, True),
        ("gate_response", False, False),
        ("gate_service", 2, True),
        ("gate_service", 1, False),
        # a portal that does not answer has no guide that can be used, in any step
        ("gate_service", "unreachable", True),
        ("gate_service", "no_guide", True),
    ],
)
def test_an_observed_gate(gate: str, value: Json, answer: bool) -> None:
    assert raised(gate, seen("a", gate, value)) is answer


@pytest.mark.parametrize("gate", ["gate_reach", "gate_service", "gate_response", "gate_column"])
def test_what_was_not_seen_is_not_known(gate: str) -> None:
    assert raised(gate) is None
    assert raised(gate, lost(seen("a", gate, 9))) is None


@pytest.mark.parametrize("gate", ["gate_reach", "gate_response", "gate_column"])
def test_a_dead_home_page_answers_no_other_gate(gate: str) -> None:
    """One visit counts neither the failed requests of a week, nor messages, nor blank columns."""
    assert raised(gate, seen("a", gate, "unreachable")) is None


def core(registration: Json, seal: Json) -> list[Observation]:
    return [
        seen("a", "guide_core_elements", registration, step="registration"),
        seen("a", "guide_core_elements", seal, step="seal"),
    ]


def test_services_of_no_use_follow_from_the_guides() -> None:
    assert raised("gate_service", *core(FOUR, "no_guide")) is True
    assert raised("gate_service", *core(FOUR, [*FOUR, "process"])) is False


def test_one_usable_guide_settles_it_and_a_gap_leaves_it_open() -> None:
    usable, useless = core([*FOUR, "process"], FOUR)
    assert raised("gate_service", usable, lost(useless)) is False
    assert raised("gate_service", lost(usable), useless) is None
    assert raised("gate_service", lost(usable, "not_applicable"), useless) is True
