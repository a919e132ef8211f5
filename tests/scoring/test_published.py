"""From the printed means of one round to those of the next, without a rest."""

from __future__ import annotations

from dataclasses import replace

import pytest

from anfang.model import RoundResults
from scoring.decompose import total
from scoring.published import Published, published
from tests.scoring.sample import PLAN, WEIGHTS, portal, scored, without

BEFORE = scored([*portal("a"), *portal("b", tech_load=3), *portal("c")], name="before")
"""65.476, 72.143, 65.476: mean 67.698."""

def bridge(before: RoundResults, after: RoundResults) -> Published:
    found = published(before, after, WEIGHTS)
    assert found is not None
    rest = total(found.both.terms) if found.both else 0.0
    assert found.came + found.went + rest == pytest.approx(found.change, abs=1e-9)
    return found


def test_cities_that_come_and_go() -> None:
    """b stays at 72.143 and is above the mean it came from; c goes; d comes with 58.81."""
    after = scored([*portal("a"), *portal("b", tech_load=3), *portal("d", tech_load=15)], name="after")
    found = bridge(BEFORE, after)
    assert found.both is not None
    assert found.both.change == 0
    assert found.before == pytest.approx(67.698, abs=5e-4)
    assert found.went == pytest.approx((65.476 + 72.143) / 2 - 67.698, abs=1e-3)
    assert found.came < 0


def test_rows_that_come_and_go_and_weights_that_move() -> None:
    """Afterwards the round plans no tech_errors (100 everywhere) any more: tech falls to the load time alone."""
    plan = replace(PLAN, basket=tuple(row for row in PLAN.basket if row != "tech_errors"))
    after = scored([*portal("a"), *portal("b", tech_load=3), *portal("c")], plan=plan, name="after")
    found = bridge(BEFORE, after)
    assert found.both is not None
    kinds = found.both.by_kind()
    assert kinds["performance"] == 0
    assert kinds["exit"] < 0
    assert found.cities["b"].change == pytest.approx(0)


def test_other_weights_are_a_change_of_weights() -> None:
    heavier = replace(WEIGHTS, dimensions={**WEIGHTS.dimensions, "guide": 40.0, "interaction": 10.0})
    found = bridge(BEFORE, scored(BEFORE.observations, weights=heavier, name="after"))
    assert found.both is not None
    assert found.both.by_kind()["weight"] == pytest.approx(0.1 * (940 / 14 - 70))
    assert found.both.by_kind()["performance"] == 0


def test_no_city_in_both_or_no_headline_at_all() -> None:
    found = bridge(BEFORE, scored(portal("z", tech_load=3), name="after"))
    assert (found.both, found.went) == (None, 0)
    gone = scored(without(portal("a"), "tech_load"), name="gone")
    assert published(BEFORE, gone, WEIGHTS) is None


def test_other_kinds_of_means_are_not_taken_apart() -> None:
    bent = replace(WEIGHTS, methods={"headline": "geometric"})
    assert published(BEFORE, scored(BEFORE.observations, weights=bent, name="after"), WEIGHTS) is None
