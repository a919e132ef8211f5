from __future__ import annotations

import pytest
from scipy.stats import binomtest

from anfang.model import Derived
from scoring.mcnemar import mcnemar, yes_no


def count(name: str, yes: str, known: str) -> Derived:
    return Derived(name, name, name, len(yes), len(known), tuple(yes), tuple(known))


def test_cities_known_in_both_rounds() -> None:
    """Known in both: a b c d e. a stays, b and c gain, d loses, e stays without; f and g are known once."""
    (found,) = yes_no([count("zero", "adf", "abcdef")], [count("zero", "abcg", "abcdeg")])
    assert (found.n, found.before, found.after) == (5, 2, 3)
    assert (found.gained, found.lost) == (("b", "c"), ("d",))
    assert found.chance == found.corrected == 1


@pytest.mark.parametrize(("gained", "lost", "by_hand"), [(5, 0, 2 / 32), (0, 5, 2 / 32), (4, 1, 12 / 32), (0, 0, 1), (3, 3, 1)])
def test_a_fair_coin(gained: int, lost: int, by_hand: float) -> None:
    """Five cities changed: all to one side in 2 of 32 throws, four or more in 12."""
    assert mcnemar(gained, lost) == pytest.approx(by_hand)
    if gained + lost:
        assert mcnemar(gained, lost) == pytest.approx(binomtest(min(gained, lost), gained + lost).pvalue)


def test_holm_over_the_counts_and_what_is_no_count() -> None:
    many = "abcdefgh"
    before = [count("one", "", many), count("two", "", many), Derived("mean", "", "", 1.5, 8)]
    after = [count("one", many, many), count("two", "a", many), Derived("mean", "", "", 1.2, 8), count("new", "a", many)]
    found = {one.id: one for one in yes_no(before, after)}
    assert list(found) == ["one", "two"]
    assert found["one"].corrected == pytest.approx(2 * 2 / 256)
    assert found["two"].corrected == 1


def test_no_city_known_in_both() -> None:
    assert yes_no([count("one", "a", "a")], [count("one", "b", "b")]) == ()
