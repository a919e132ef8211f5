"""Ten pairs by hand: yes-yes 4, no-no 3, yes-no 2, no-yes 1."""

from __future__ import annotations

import pytest

from scoring.agreement import alpha, interval_alpha, kappa, share

PAIRS = [("yes", "yes")] * 4 + [("no", "no")] * 3 + [("yes", "no")] * 2 + [("no", "yes")]


def test_share() -> None:
    assert share(PAIRS) == 0.7
    assert share([]) is None


def test_kappa() -> None:
    """By chance (6 x 5 + 4 x 5) / 100 = 0.5 would agree; (0.7 - 0.5) / (1 - 0.5) = 0.4."""
    assert kappa(PAIRS) == pytest.approx(0.4)
    assert kappa([("a", "b"), ("b", "a")]) == pytest.approx(-1)
    assert kappa([("a", "a")]) is None
    assert kappa([]) is None


def test_alpha_of_nominal_values() -> None:
    """20 values, 11 yes and 9 no: 1 - 19 x 6 / (400 - 121 - 81) = 0.4242; Krippendorff's own example of two observers 0.095."""
    assert alpha(PAIRS) == pytest.approx(1 - 19 * 6 / 198)
    one, two = "0100000000", "1110010010"
    assert alpha(list(zip(one, two, strict=True))) == pytest.approx(0.095, abs=5e-4)
    assert alpha([("a", "a")]) is None


def test_alpha_of_points() -> None:
    """(0, 10), (100, 90): the squared difference is 100 on average; all four values vary by (50² + 40² + 50² + 40²) / 3."""
    mean = 50.0
    variance = sum((x - mean) ** 2 for x in (0, 10, 100, 90)) / 3
    assert interval_alpha([(0, 10), (100, 90)]) == pytest.approx(1 - 100 / (2 * variance))
    assert interval_alpha([(5, 5), (5, 5)]) is None
    assert interval_alpha([]) is None
