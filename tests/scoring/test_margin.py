"""Margins of error of shares, beside scipy."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from scoring.margin import joined, margin, margins


def test_a_published_percentage_of_186_enterprises() -> None:
    """93.09 % of 186: about 88.5 to 96.0 %."""
    found = margin(0.9309 * 186, 186, 0.95)
    assert found.share == pytest.approx(0.9309)
    assert (found.low, found.high) == (pytest.approx(0.885, abs=5e-4), pytest.approx(0.959, abs=1e-3))


@given(st.integers(1, 400).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_scipy_says_the_same(answers: tuple[int, int]) -> None:
    good, of = answers
    told = binomtest(good, of).proportion_ci(0.95, method="wilson")
    found = margin(good, of, 0.95)
    assert (found.low, found.high) == (pytest.approx(told.low, abs=1e-12), pytest.approx(told.high, abs=1e-12))


def test_everybody_and_each_group() -> None:
    value = {"satisfied": 90, "asked": 100, "groups": {"企业": {"satisfied": 50, "asked": 50}, "个人": {"satisfied": 40, "asked": 50}}}
    found = margins(value, "satisfied", "asked", 0.95)
    assert [(one.group, one.share) for one in found] == [("", 0.9), ("企业", 1.0), ("个人", 0.8)]
    assert found[1].high == 1
    assert found[1].low < 0.95


def test_two_shares_joined() -> None:
    """60 x 0.9 and 40 x 0.5: 74; half widths add up as squares."""
    one, two = margin(90, 100, 0.95), margin(50, 100, 0.95)
    found = joined([(60, one), (40, two)])
    assert found is not None
    assert found[0] == pytest.approx(74)
    assert found[1] == pytest.approx(100 * ((0.6 * one.half) ** 2 + (0.4 * two.half) ** 2) ** 0.5)
    assert joined([]) is None
