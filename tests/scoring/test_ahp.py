"""Saaty's own examples, and a matrix of ratios that contradicts nothing."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from anfang.errors import BadInput
from scoring.ahp import RANDOM, consistency, pairwise, priorities, together

ITEMS = ("a", "b", "c")
FIT = {("a", "b"): 2.0, ("a", "c"): 6.0, ("b", "c"): 3.0}
"""Ratios of 6 : 3 : 1."""
ODD = {("a", "b"): 2.0, ("c", "a"): 2.0, ("b", "c"): 2.0}
"""a before b before c before a."""


def test_answers_that_fit_give_their_ratios_back() -> None:
    table = pairwise(ITEMS, FIT)
    assert priorities(table) == pytest.approx([0.6, 0.3, 0.1])
    found = consistency(table, ITEMS)
    assert found.ratio == pytest.approx(0, abs=1e-9)
    assert found.worst is None


def test_a_circle_is_noticed() -> None:
    """Everything counts the same then; the largest eigenvalue is 1 + 2 + 1/2 = 3.5, the index 0.25, the ratio 0.25 / 0.58."""
    table = pairwise(ITEMS, ODD)
    assert priorities(table) == pytest.approx([1 / 3] * 3)
    found = consistency(table, ITEMS)
    assert found.ratio == pytest.approx(0.25 / 0.58)
    assert (found.given, found.implied) == pytest.approx((2, 1)) or (found.given, found.implied) == pytest.approx((0.5, 1))


def test_an_example_of_the_literature() -> None:
    """Saaty: (1, 1/3, 5), (3, 1, 7): priorities 0.279, 0.649, 0.072, largest eigenvalue 3.065, ratio 0.056."""
    table = pairwise(ITEMS, {("a", "b"): 1 / 3, ("a", "c"): 5, ("b", "c"): 7})
    assert priorities(table) == pytest.approx([0.279, 0.649, 0.072], abs=5e-4)
    assert consistency(table, ITEMS).ratio == pytest.approx((3.0649 - 3) / 2 / 0.58, abs=5e-4)


answers = st.lists(st.sampled_from([1 / 9, 1 / 5, 1 / 3, 1.0, 2.0, 4.0, 9.0]), min_size=6, max_size=6)


@given(answers)
def test_numpy_finds_the_same_eigenvector(given_answers: list[float]) -> None:
    items = ("a", "b", "c", "d")
    pairs = [(one, two) for at, one in enumerate(items) for two in items[at + 1 :]]
    table = pairwise(items, dict(zip(pairs, given_answers, strict=True)))
    values, vectors = np.linalg.eig(table)
    first = int(values.real.argmax())
    expected = np.abs(vectors[:, first].real)
    assert priorities(table) == pytest.approx(expected / expected.sum(), abs=1e-8)
    index = (values.real[first] - 4) / 3
    assert consistency(table, items).ratio == pytest.approx(max(0, index) / 0.90, abs=1e-6)


def test_the_random_index_is_that_of_random_answers() -> None:
    """The mean index of 4,000 random matrices of five things, beside Saaty's 1.12 (he drew few; others find 1.11)."""
    rng = np.random.default_rng(3)
    scale = np.array([*(1 / n for n in range(9, 1, -1)), *range(1, 10)])
    drawn = scale[rng.integers(len(scale), size=(4000, 10))]
    table = np.ones((4000, 5, 5))
    at, to = np.triu_indices(5, 1)
    table[:, at, to], table[:, to, at] = drawn, 1 / drawn
    index = (np.linalg.eigvals(table).real.max(axis=1) - 5) / 4
    assert index.mean() == pytest.approx(RANDOM[5], abs=0.03)


def test_two_things_cannot_contradict() -> None:
    table = pairwise(("a", "b"), {("b", "a"): 4.0})
    assert priorities(table) == pytest.approx([0.2, 0.8])
    assert consistency(table, ("a", "b")).ratio == 0


def test_several_experts_by_the_geometric_mean() -> None:
    """2 and 8 give 4; 1/2 and 1/8 give 1/4."""
    one, two = pairwise(("a", "b"), {("a", "b"): 2.0}), pairwise(("a", "b"), {("a", "b"): 8.0})
    assert together([one, two]) == pytest.approx(np.array([[1, 4], [0.25, 1]]))


@pytest.mark.parametrize(
    ("pairs", "message"),
    [
        ({("a", "b"): 2.0, ("a", "c"): 2.0}, "the pair b : c is not answered"),
        ({**FIT, ("b", "a"): 0.5}, "the pair a : b is answered twice"),
        ({**FIT, ("a", "c"): 10.0}, "10 for a : c"),
        ({**FIT, ("a", "c"): 0.0}, "0 for a : c"),
        ({**FIT, ("a", "c"): float("nan")}, "nan for a : c"),
    ],
)
def test_refused(pairs: dict[tuple[str, str], float], message: str) -> None:
    with pytest.raises(BadInput, match=message):
        pairwise(ITEMS, pairs)
