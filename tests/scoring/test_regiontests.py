"""Groups of cities against chance: by hand and beside scipy."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.stats import kruskal, norm

from scoring.regiontests import dunn, group_of, group_test
from scoring.spread import Spread

NINE = {"low": [1.0, 2.0, 3.0], "middle": [4.0, 5.0, 6.0], "high": [7.0, 8.0, 9.0]}
"""Mean ranks 2, 5, 8: H = 12 / 90 x 3 x (4 + 25 + 64) - 30 = 7.2; epsilon squared 7.2 / 8."""


def test_groups_that_do_not_overlap() -> None:
    found = group_test(NINE)
    assert (found.statistic, found.effect) == (pytest.approx(7.2), pytest.approx(0.9))
    assert found.chance == pytest.approx(kruskal(*NINE.values()).pvalue)


def test_which_pairs_are_apart() -> None:
    """Variance of a rank 9 x 10 / 12 = 7.5; of the difference of two means of three 7.5 x 2 / 3 = 5; z = 6 or 3 / sqrt(5)."""
    found = {(one.one, one.two): one for one in dunn(NINE)}
    assert list(found) == [("middle", "low"), ("high", "low"), ("high", "middle")]
    far, near = found["high", "low"], found["high", "middle"]
    assert (far.z, near.z) == (pytest.approx(6 / 5**0.5), pytest.approx(3 / 5**0.5))
    assert far.chance == pytest.approx(2 * norm.sf(6 / 5**0.5))
    assert far.corrected == pytest.approx(3 * far.chance)
    assert near.corrected == pytest.approx(2 * near.chance)


def test_ties_are_corrected_for() -> None:
    """Ranks 1.5, 1.5, 3.5 and 3.5, 5.5, 5.5: three ties of two take 3 x 6 / (12 x 5) = 0.3 from the variance 3.5."""
    (pair,) = dunn({"a": [1, 1, 2], "b": [2, 3, 3]})
    assert (pair.one, pair.two) == ("b", "a")
    assert pair.z == pytest.approx((14.5 - 6.5) / 3 / (3.2 * 2 / 3) ** 0.5)
    found = group_test({"a": [1, 1, 2], "b": [2, 3, 3]})
    assert found.statistic == pytest.approx(kruskal([1, 1, 2], [2, 3, 3]).statistic)


def test_groups_of_one_or_two_cities_are_not_tested() -> None:
    found = group_test({**NINE, "pair": [50, 60], "nobody": []})
    assert (found.tested, found.small) == (("low", "middle", "high"), ("pair",))
    assert found.statistic == pytest.approx(7.2)
    alone = group_test({"a": [1, 2, 3], "b": [4]})
    assert (alone.statistic, alone.chance, alone.pairs) == (None, None, ())


def test_cities_all_alike() -> None:
    found = group_test({"a": [5, 5, 5], "b": [5, 5, 5]})
    assert (found.statistic, found.chance, found.effect) == (0, 1, 0)


def test_a_mean_is_off_by_the_error_of_measurement_alone() -> None:
    """Two cities over four draws: means 1, 3, 5, 7; the fifth and the 95th percent between them."""
    points = np.array([[0, 2, 90], [2, 4, 90], [4, 6, 90], [6, 8, 90]], dtype=np.float32)
    error = Spread(("a", "b", "c"), 4, np.zeros((3, 3), dtype=np.int64), points, 0.05)
    found = group_of("east", {"a": 3.0, "b": 5.0}, error)
    assert found.summary is not None
    assert (found.summary.n, found.summary.mean) == (2, 4)
    assert (found.low, found.high) == (pytest.approx(1.3), pytest.approx(6.7))
    assert (group_of("east", {"a": 3.0}, None).low, group_of("east", {}, error).summary) == (None, None)
