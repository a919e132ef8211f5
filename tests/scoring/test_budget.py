from __future__ import annotations

import numpy as np
import pytest
from scipy.stats import friedmanchisquare

from anfang.errors import BadInput
from scoring.budget import allotted, concordance, mean

ITEMS = ("a", "b", "c")


def test_points_shared_out_and_their_mean() -> None:
    one, two = allotted(ITEMS, {"a": 50, "b": 30, "c": 20}), allotted(ITEMS, {"a": 70, "b": 30, "c": 0})
    assert mean([one, two]) == pytest.approx([0.6, 0.3, 0.1])


def test_agreement_of_three_experts_by_hand() -> None:
    """Orders (3, 2, 1), (3, 2, 1), (2, 3, 1): sums 8, 7, 3, mean 6, squares 4 + 1 + 9 = 14; W = 12 x 14 / (9 x 24) = 0.778."""
    shares = [np.array(one) for one in ([50, 30, 20], [60, 30, 10], [40, 50, 10])]
    assert concordance(shares) == pytest.approx(12 * 14 / (9 * 24))
    assert concordance(shares[:1]) is None
    assert concordance([np.full(3, 1 / 3)] * 2) is None
    assert concordance([shares[0], shares[0]]) == 1


def test_scipy_says_the_same_with_ties() -> None:
    """Friedman's statistic is W x experts x (things - 1)."""
    table = np.array([[10, 10, 30, 50], [5, 20, 25, 50], [25, 25, 25, 25], [0, 30, 30, 40.0]])
    statistic = friedmanchisquare(*table.T)[0]
    assert concordance(list(table)) == pytest.approx(statistic / (4 * 3))


@pytest.mark.parametrize(
    ("budget", "message"),
    [
        ({"a": 50, "b": 50}, "no points for c"),
        ({"a": 50, "b": 30, "c": 10}, "the points add up to 90"),
        ({"a": 120, "b": -20, "c": 0}, "-20 points for b"),
        ({"a": float("nan"), "b": 50, "c": 50}, "nan points for a"),
    ],
)
def test_refused(budget: dict[str, float], message: str) -> None:
    with pytest.raises(BadInput, match=message):
        allotted(ITEMS, budget)
