from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import median_abs_deviation, trim_mean

from scoring.summary import hodges_lehmann, summary

figures = st.lists(st.floats(-100, 100), min_size=1, max_size=30)


def test_by_hand() -> None:
    """1, 2, 3, 4, 100: the mean is 22, the median 3, the distances from it 2, 1, 0, 1, 97."""
    found = summary([100, 3, None, 1, 2, 4])
    assert found is not None
    assert (found.n, found.mean, found.median, found.lower, found.upper) == (5, 22, 3, 2, 4)
    assert (found.low, found.high, found.deviation) == (1, 100, 1)
    assert summary([None]) is None


@given(figures)
def test_scipy_says_the_same(known: list[float]) -> None:
    found = summary(known)
    assert found is not None
    assert found.trimmed == pytest.approx(trim_mean(known, 0.1))
    assert found.deviation == pytest.approx(median_abs_deviation(known))


def test_the_typical_change_whatever_one_city_did() -> None:
    """Means of the pairs of (0, 1, 20): 0, 0.5, 1, 10, 10.5, 20; the median is 5.5."""
    assert hodges_lehmann([0, 1, 20]) == 5.5
    assert hodges_lehmann([]) is None


@given(figures, st.floats(-50, 50))
def test_it_moves_with_all_figures(known: list[float], by: float) -> None:
    moved = hodges_lehmann([one + by for one in known])
    assert moved == pytest.approx((hodges_lehmann(known) or 0) + by, abs=1e-6)
    assert np.isfinite(moved or 0)
