from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.holm import holm


def test_by_hand() -> None:
    """0.01 x 4 = 0.04; 0.02 x 3 = 0.06; 0.03 x 2 = 0.06; 0.5 x 1. What is not known is no test."""
    found = holm({"a": 0.02, "b": 0.5, "c": None, "d": 0.01, "e": 0.03})
    assert found == {"a": pytest.approx(0.06), "b": 0.5, "c": None, "d": pytest.approx(0.04), "e": pytest.approx(0.06)}


def test_one_test_stays_and_none_is_above_one() -> None:
    assert holm({"a": 0.04}) == {"a": 0.04}
    assert holm({"a": 0.6, "b": 0.7}) == {"a": 1, "b": 1}
    assert holm({}) == {}


@given(st.lists(st.floats(0, 1), min_size=1, max_size=12))
def test_it_never_helps_and_keeps_the_order(chances: list[float]) -> None:
    found = holm({str(at): one for at, one in enumerate(chances)})
    corrected = [found[str(at)] or 0.0 for at in range(len(chances))]
    assert all(after >= before for before, after in zip(chances, corrected, strict=True))
    order = sorted(range(len(chances)), key=lambda at: chances[at])
    assert [corrected[at] for at in order] == sorted(corrected)
