from __future__ import annotations

import numpy as np

from scoring.bands import bands
from scoring.spread import spread

DRAWS = np.array([[90.0, 80, 70, 60], [85, 88, 70, 60], [90, 80, 70, 71], [90, 80, 70, 60]])
FOUND = spread("abcd", 4, 4, lambda _: DRAWS)


def test_a_band_ends_where_its_first_city_is_surely_ahead() -> None:
    """a is ahead of b in 3 of 4 draws and of c in all; c is ahead of d in 3 of 4."""
    assert bands(FOUND, "abcd", 0.95) == {"a": 1, "b": 1, "c": 2, "d": 2}
    assert bands(FOUND, "abcd", 0.7) == {"a": 1, "b": 2, "c": 3, "d": 4}


def test_ties_everywhere_are_one_band_and_one_city_is_a_band() -> None:
    same = spread("abc", 2, 2, lambda _: np.full((2, 3), 50.0))
    assert set(bands(same, "abc", 0.95).values()) == {1}
    assert bands(spread("a", 1, 1, lambda _: np.array([[1.0]])), "a", 0.95) == {"a": 1}
