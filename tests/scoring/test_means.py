"""Means of (1, 0), (3, 80): arithmetic 60; geometric 81 ** 0.75 - 1 = 26; harmonic 4 / (1 + 3 / 81) - 1 = 2.857."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from scoring.means import METHODS, back, mean, scale, slope

PARTS = [(1.0, 0.0), (3.0, 80.0)]
points = st.floats(0, 100)
parts = st.lists(st.tuples(st.floats(0.1, 100), points), min_size=1, max_size=8)


@pytest.mark.parametrize(("method", "by_hand"), [("arithmetic", 60), ("geometric", 26), ("harmonic", 4 / (1 + 3 / 81) - 1)])
def test_by_hand(method: str, by_hand: float) -> None:
    assert mean(method, PARTS) == pytest.approx(by_hand)


@given(parts)
def test_scipy_says_the_same(found: list[tuple[float, float]]) -> None:
    weights, figures = np.array(found).T
    assert mean("arithmetic", found) == pytest.approx(np.average(figures, weights=weights))
    assert mean("geometric", found) == pytest.approx(stats.gmean(figures + 1, weights=weights) - 1, abs=1e-9)
    assert mean("harmonic", found) == pytest.approx(stats.hmean(figures + 1, weights=weights) - 1, abs=1e-9)


@pytest.mark.parametrize("method", METHODS)
def test_nothing_but_zeros_is_nothing_and_full_points_stay_full(method: str) -> None:
    assert mean(method, [(20, 0.0), (80, 0.0)]) == 0
    assert mean(method, [(1 / 3, 100.0), (1 / 7, 100.0), (1 / 11, 100.0)]) == 100


@pytest.mark.parametrize("method", METHODS)
def test_what_is_not_known_or_weighs_nothing_is_left_out(method: str) -> None:
    assert mean(method, [(1, None), (2, 40.0), (0, 90.0)]) == 40
    assert mean(method, [(1, None)]) is None
    assert mean(method, []) is None


@pytest.mark.parametrize("method", METHODS)
@given(parts, st.integers(0, 7), points)
def test_a_better_value_never_lowers_a_mean(method: str, found: list[tuple[float, float]], at: int, other: float) -> None:
    at %= len(found)
    better = [(weight, max(old, other) if place == at else old) for place, (weight, old) in enumerate(found)]
    before, after = mean(method, found), mean(method, better)
    assert before is not None
    assert after is not None
    assert after >= before - 1e-9


@pytest.mark.parametrize("method", METHODS)
@given(found=parts, factor=st.floats(0.01, 100))
def test_scaling_all_weights_changes_nothing(method: str, found: list[tuple[float, float]], factor: float) -> None:
    scaled = mean(method, [(factor * weight, figure) for weight, figure in found])
    assert scaled == pytest.approx(mean(method, found), abs=1e-9)


@pytest.mark.parametrize("method", METHODS)
@given(low=points, high=points)
def test_the_slope_leads_from_one_figure_to_the_other(method: str, low: float, high: float) -> None:
    there = scale(method)
    assert back(method)(there(low)) == pytest.approx(low, abs=1e-9)
    assert there(low) + slope(method, low, high) * (high - low) == pytest.approx(there(high), abs=1e-9)
