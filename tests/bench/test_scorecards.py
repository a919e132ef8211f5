"""The bench of scoring on a small scale: values fit their goalposts, other libraries give the same sums."""

from __future__ import annotations

import numpy as np
import pytest
from rich.table import Table

from anfang.model import City, RoundResults
from bench.scorecards import basket, beside, best, draw, flat, observations, plan_of, scored
from scoring.catalogue import load_catalogue
from scoring.matrix import matrix_of

CATALOGUE = load_catalogue()


@pytest.fixture(scope="module")
def results() -> RoundResults:
    frame = observations(CATALOGUE, 12)
    cities = tuple(City(name, name, name, "华东") for name in dict.fromkeys(frame["city"]))
    return scored(frame, CATALOGUE, plan_of(CATALOGUE), cities)


def test_every_row_of_every_city_is_observed(results: RoundResults) -> None:
    assert len(basket(CATALOGUE)) == 67
    assert len(results.observations) == 12 * 67
    assert sum(row.rank is not None for row in results.ranking.rows) == 12


def test_other_libraries_give_the_same_weighted_sum(results: RoundResults) -> None:
    held = matrix_of(results)
    points, weights = flat(held)
    assert weights.sum() == pytest.approx(1)
    assert not np.isnan(points).any()
    table = Table("", "", "")
    assert beside(held, table) == []
    assert table.row_count == 4


def test_intervals_of_every_city(results: RoundResults) -> None:
    assert draw(results, 20) == 12


def test_the_fastest_run_counts() -> None:
    spent, found = best(lambda: 7, 2)
    assert found == 7
    assert spent < 1
