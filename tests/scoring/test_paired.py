"""Changes of five cities: +4, +3, -1, +2, 0. By hand where it can be, against scipy everywhere."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from scoring.paired import interval, paired, rank_biserial, sign_flip, signed_rank
from scoring.settings import load_settings

SETTINGS = load_settings().comparison
FIVE = [4.0, 3, -1, 2, 0]


def test_by_hand() -> None:
    """Ranks of the sizes 1 (the fall), 2, 3, 4: (9 - 1) / 10. Of 32 deals of the signs, 8 give a sum of 8 or more, or -8 or less."""
    found = paired(FIVE, SETTINGS, 1)
    assert found is not None
    assert (found.n, found.mean, found.rose, found.fell) == (5, 1.6, 3, 1)
    assert found.effect == pytest.approx(0.8)
    beyond = [signs for signs in product((1, -1), repeat=5) if abs(np.dot(signs, FIVE)) >= 8]
    assert len(beyond) == 8
    assert found.flips == 8 / 32
    assert found.standardised == pytest.approx(1.6 / np.std(FIVE, ddof=1))
    # signed ranks of 4 changes: W = 1; of 16 deals the sums 0, 1 and 9, 10 are as far or farther: 4 / 16
    assert found.wilcoxon == pytest.approx(0.25)


changes = st.lists(st.integers(-9, 9).map(float), min_size=2, max_size=9).filter(lambda held: any(held))


@settings(max_examples=20, deadline=None)
@given(changes)
def test_scipy_says_the_same(held: list[float]) -> None:
    moved = np.array(held)
    exact = stats.permutation_test((moved,), np.mean, permutation_type="samples", n_resamples=np.inf)
    assert sign_flip(moved, 100, 1) == pytest.approx(exact.pvalue)
    assert signed_rank(moved) == pytest.approx(stats.wilcoxon(moved, zero_method="wilcox").pvalue)


def test_random_signs_come_near_the_exact_answer() -> None:
    """15 cities are one too many to try all signs: 32,768 of them give the exact p, 10,000 at random come within 0.01."""
    moved = np.array([2.0, -1, 3, 1, -2, 4, 1, 1, -3, 2, 2, -1, 0.5, 1.5, 3])
    signs = np.array(list(product((1.0, -1.0), repeat=15)))
    exact = float((np.abs(signs @ moved) >= abs(moved.sum()) - 1e-9).mean())
    assert sign_flip(moved, 10_000, 5) == pytest.approx(exact, abs=0.01)
    assert sign_flip(moved, 10_000, 5) == sign_flip(moved, 10_000, 5)


def test_the_interval_is_the_bootstrap_of_scipy_and_holds_the_mean() -> None:
    moved = np.array([2.0, -1, 3, 1, -2, 4, 1, 1, -3, 2])
    low, high = interval(moved, SETTINGS, 3)
    other = stats.bootstrap((moved,), np.mean, n_resamples=20_000, method="BCa", rng=np.random.default_rng(9)).confidence_interval
    assert (low, high) == (pytest.approx(other.low, abs=0.08), pytest.approx(other.high, abs=0.08))
    assert low < moved.mean() < high


def test_nothing_changed() -> None:
    found = paired([0.0, 0, 0], SETTINGS, 1)
    assert found is not None
    assert (found.mean, found.low, found.high, found.wilcoxon, found.flips, found.effect) == (0, 0, 0, 1, 1, 0)
    assert found.standardised is None


def test_all_changed_alike_one_city_and_none() -> None:
    alike = paired([2.0] * 6, SETTINGS, 1)
    assert alike is not None
    assert (alike.low, alike.high, alike.flips, alike.effect) == (2, 2, 2 / 64, 1)
    alone = paired([2.0], SETTINGS, 1)
    assert alone is not None
    assert (alone.wilcoxon, alone.flips, alone.low, alone.high) == (None, None, 2, 2)
    assert paired([], SETTINGS, 1) is None


@given(changes)
def test_turning_all_signs_turns_the_effect(held: list[float]) -> None:
    assert rank_biserial(-np.array(held)) == pytest.approx(-rank_biserial(np.array(held)))
