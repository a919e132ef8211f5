"""Choices whose influence is known: nothing but one of them can matter, or all combinations are tried and counted."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import numpy as np
import pytest

from anfang.model import Observation
from scoring.matrix import matrix_of
from scoring.retest import retest
from scoring.settings import Settings, load_settings
from scoring.sobol import _Model, sensitivity
from tests.scoring.sample import PLAN, portal, scored, seen, without

SHIPPED = load_settings()


def settings(**changes: object) -> Settings:
    return replace(SHIPPED, seed=5, sobol=SHIPPED.sobol.model_copy(update={"base": 256, "weight_sets": 16, "error_sets": 16} | changes))


PORTALS: list[Observation] = [
    *portal("a", tech_load=3, guide_scenario="absent"),
    *portal("b", tech_load=12, guide_scenario="wizard"),
    *portal("c", tech_load=6, guide_scenario="some_steps", proc_trips={"used": 0}),
    *without(portal("d", tech_load=4, guide_scenario="all_steps"), "int_tracking"),
]
ROUND = scored(PORTALS, plan=replace(PLAN, coverage=0.3, left_out_share=0.5))


def test_all_combinations_counted_agree_with_the_estimate() -> None:
    """Four sets of weights, 4 goalposts, 3 means, 3 rules for gaps: 144 runs, so the variances can be taken exactly."""
    few = settings(base=2048, weight_sets=4)
    found = {one.choice: one for one in sensitivity(ROUND, few).influences}
    model = _Model.of(matrix_of(ROUND), ROUND, few, None)
    sizes = model.levels()
    runs = np.array(list(product(*(range(size) for size in sizes.values()))))
    shifts = model.shifts(runs).reshape(tuple(sizes.values()))
    for at, name in enumerate(sizes):
        others = tuple(axis for axis in range(4) if axis != at)
        first = shifts.mean(axis=others).var() / shifts.var()
        total = shifts.var(axis=at).mean() / shifts.var()
        assert found[name].first == pytest.approx(first, abs=0.06), name
        assert found[name].total == pytest.approx(total, abs=0.06), name


def test_a_round_of_one_row_knows_no_weights_and_no_means() -> None:
    """tech_load alone: neither weights nor means can change an order, and goalposts change no order but where they tie it."""
    rows = [seen(city, "tech_load", load) for city, load in (("a", 1), ("b", 2.5), ("c", 20), ("d", 25))]
    found = {one.choice: one for one in sensitivity(scored(rows, plan=replace(PLAN, basket=("tech_load",))), settings()).influences}
    assert found["weights"].total == pytest.approx(0, abs=1e-9)
    assert found["aggregation"].total == pytest.approx(0, abs=1e-9)
    assert found["goalposts"].first == pytest.approx(1, abs=0.05)


def test_the_error_of_measurement_is_a_choice_where_a_retest_is_known() -> None:
    again = scored([*portal("a", tech_load=15, guide_scenario="absent"), *PORTALS[11:]], plan=ROUND.plan, name="again")
    found = sensitivity(ROUND, settings(), retest([(ROUND, again)]))
    assert [one.choice for one in found.influences] == ["weights", "goalposts", "aggregation", "missing", "error"]
    assert (found.runs, found.seed) == (256 * 7, 5)
    assert all(0 <= (one.total or 0) <= 1.2 for one in found.influences)


def test_where_nothing_moves_nothing_has_an_influence() -> None:
    found = sensitivity(scored(portal("a")), settings())
    assert {(one.first, one.total) for one in found.influences} == {(None, None)}
    assert found.mean_shift == 0


def test_the_same_seed_gives_the_same_figures() -> None:
    assert sensitivity(ROUND, settings()) == sensitivity(ROUND, settings())
