"""Changes taken apart: by hand on the tree of test_tree.py, then whatever is drawn, adding up to a billionth."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.decompose import Decomposition, averaged, decompose, grouped, total
from scoring.means import METHODS
from scoring.tree import without, worth
from tests.scoring.test_tree import POINTS, WEIGHTS, headline

Points = dict[str, float | None]


def split(before: Points, after: Points) -> Decomposition:
    found = decompose(headline(), before.get, headline(), after.get)
    assert found is not None
    return found


def told(found: Decomposition) -> dict[tuple[str, str], float]:
    return {(term.part, term.kind): term.amount for term in found.terms}


def test_nothing_but_performance_where_the_same_rows_count() -> None:
    """b 0 -> 40 is worth 0.225 x 40 = 9, c 80 -> 60 costs 0.15 x 20 = 3: 54.5 -> 60.5."""
    found = split(POINTS, {**POINTS, "b": 40, "c": 60})
    assert (found.before, found.after) == (pytest.approx(54.5), pytest.approx(60.5))
    assert told(found) == pytest.approx({("c", "performance"): -3, ("a", "performance"): 0, ("b", "performance"): 9, ("d", "performance"): 0})
    assert list(found.by_part())[:2] == ["b", "c"]
    assert grouped(found, headline()) == pytest.approx({"guide": 6, "tech": 0})


def test_a_row_that_comes_is_worth_what_it_is_better_than_the_rest() -> None:
    """text (a 100) is 100 without b and 50 with it; its middle is 75: b comes with 0 and takes 0.5 x 75, a loses weight
    (-0.5) at 100 - 75 = 25: -12.5. Both times 0.75 x 0.6 of the headline: -16.875 and -5.625, -22.5 together."""
    found = split({**POINTS, "b": None}, POINTS)
    assert found.change == pytest.approx(-22.5)
    assert told(found)["b", "entry"] == pytest.approx(-16.875)
    assert told(found)["a", "weight"] == pytest.approx(-5.625)
    back = split(POINTS, {**POINTS, "b": None})
    assert told(back)["b", "exit"] == pytest.approx(16.875)


def test_a_row_of_average_points_comes_and_changes_nothing() -> None:
    found = split({**POINTS, "b": None, "a": 60}, {**POINTS, "b": 60, "a": 60})
    assert found.change == pytest.approx(0)
    assert told(found)["b", "entry"] == pytest.approx(0)


def test_a_whole_dimension_goes() -> None:
    """Without tech the headline is guide: 57.5, its middle with 54.5 is 56. tech goes: -0.4 x (50 - 56) = 2.4."""
    found = split(POINTS, {**POINTS, "d": None})
    assert told(found)["tech", "exit"] == pytest.approx(2.4)
    assert told(found)["guide", "weight"] == pytest.approx(0.4 * 1.5)
    assert grouped(found, headline()) == pytest.approx({"guide": 0.6, "tech": 2.4})


def test_no_headline_no_decomposition() -> None:
    assert decompose(headline(), Points().get, headline(), POINTS.get) is None


figure = st.one_of(st.none(), st.floats(0, 100))
panel = st.fixed_dictionaries(dict.fromkeys("abcd", figure))


@settings(max_examples=300, deadline=None)
@given(before=panel, after=panel, methods=st.tuples(*[st.sampled_from(METHODS)] * 3), gone=st.sets(st.sampled_from("abcd"), max_size=2), heavier=st.floats(0.2, 5))
def test_whatever_happens_the_terms_add_up(before: Points, after: Points, methods: tuple[str, ...], gone: set[str], heavier: float) -> None:
    """Gaps on either side, rows that left the later headline, other weights, all kinds of means at all levels."""
    how = dict(zip(("headline", "guide", "text"), methods, strict=True))
    one = headline(replace(WEIGHTS, methods=how))
    moved = replace(WEIGHTS, methods=how, dimensions={**WEIGHTS.dimensions, "guide": 60 * heavier}, indicators={**WEIGHTS.indicators, "a": 50 * heavier})
    two = without(headline(moved), gone)
    found = decompose(one, before.get, two, after.get)
    if worth(one, before.get) is None or worth(two, after.get) is None:
        assert found is None
        return
    assert found is not None
    assert total(found.terms) == pytest.approx(found.change, abs=1e-9)
    assert sum(found.by_kind().values()) == pytest.approx(found.change, abs=1e-9)
    assert sum(grouped(found, one).values()) == pytest.approx(found.change, abs=1e-9)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(panel, panel), min_size=1, max_size=5))
def test_the_mean_of_cities_adds_up_too(cities: list[tuple[Points, Points]]) -> None:
    parts = [part for one, two in cities if (part := decompose(headline(), one.get, headline(), two.get))]
    found = averaged(parts)
    if not parts:
        assert found is None
        return
    assert found is not None
    assert total(found.terms) == pytest.approx(sum(part.change for part in parts) / len(parts), abs=1e-9)
