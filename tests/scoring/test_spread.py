"""Four draws of three cities, counted by hand."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import rankdata

from scoring.spread import ranks, spread

DRAWS = np.array([[90.0, 80, 70], [90, 80, 70], [70, 80, 90], [80, 80, 60]])
PARTS = iter([DRAWS[:3], DRAWS[3:]])
FOUND = spread("abc", 4, 3, lambda _: next(PARTS), tail=0.25)


def test_ranks_of_a_draw_ties_share_the_smallest() -> None:
    assert ranks(DRAWS).tolist() == [[1, 2, 3], [1, 2, 3], [3, 2, 1], [1, 1, 3]]


def test_figures_within_a_billionth_tie_and_what_is_not_known_is_behind() -> None:
    assert ranks(np.array([[50.0, 50 + 5e-10, np.nan, 60]])).tolist() == [[2, 2, 4, 1]]


@given(st.lists(st.integers(0, 6), min_size=1, max_size=9))
def test_scipy_ranks_the_same(points: list[int]) -> None:
    found = ranks(np.array([points], dtype=np.float64))[0]
    assert found.tolist() == rankdata([-one for one in points], method="min").tolist()


def test_how_often_each_rank() -> None:
    assert FOUND.counts.tolist() == [[3, 0, 1], [1, 3, 0], [1, 0, 3]]
    assert FOUND.probability("a").tolist() == [0.75, 0, 0.25]
    assert FOUND.within(1).tolist() == [0.75, 0.25, 0.25]


def test_median_and_interval_are_ranks_that_were_had() -> None:
    """The quarter below and the quarter above are cut off: a was 1, 1, 1, 3; c was 1, 3, 3, 3."""
    assert FOUND.median.tolist() == [1, 2, 3]
    assert [part.tolist() for part in FOUND.interval] == [[1, 1, 1], [1, 2, 3]]
    rows = np.sort(ranks(DRAWS), axis=0)
    for share in (0.05, 0.25, 0.5, 0.75, 0.95):
        assert FOUND.ranks(share).tolist() == np.quantile(rows, share, axis=0, method="inverted_cdf").tolist()


def test_who_is_ahead_of_whom() -> None:
    """a and b tie in the last draw: neither is ahead."""
    assert FOUND.beats("a").tolist() == [0, 0.5, 0.75]
    assert FOUND.pairwise()[1].tolist() == [0.25, 0, 0.75]


def test_the_interval_of_the_points() -> None:
    low, high = FOUND.scores()
    assert low == pytest.approx(np.quantile(DRAWS, 0.25, axis=0))
    assert high == pytest.approx(np.quantile(DRAWS, 0.75, axis=0))
