"""Two experts over a small tree: pairs at the headline, points below."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anfang.errors import BadInput
from scoring.experts import Answers, asked, hundredths, opinions
from scoring.shape import Shape
from scoring.tree import ROOT
from tests.scoring.sample import CATALOGUE

BELOW = {ROOT: ("guide", "tech", "processing"), "tech": ("x", "y")}
FIT = {("guide", "tech"): 2.0, ("guide", "processing"): 6.0, ("tech", "processing"): 3.0}
ODD = {("guide", "tech"): 9.0, ("guide", "processing"): 1 / 9, ("tech", "processing"): 9.0}


def test_pairs_of_two_experts_and_points_of_two() -> None:
    found = opinions(
        [
            Answers("one", ROOT, "pairs", pairs=FIT),
            Answers("two", ROOT, "pairs", pairs=FIT),
            Answers("one", "tech", "points", points={"x": 70, "y": 30}),
            Answers("two", "tech", "points", points={"x": 50, "y": 50}),
        ],
        BELOW,
    )
    headline, tech = found
    assert headline.weights == {"guide": 60, "tech": 30, "processing": 10}
    assert headline.consistency is not None
    assert headline.consistency.ratio == pytest.approx(0, abs=1e-9)
    assert (headline.agreement, headline.doubtful) == (1, ())
    assert tech.weights == {"x": 60, "y": 40}
    assert [view.weights["x"] for view in tech.views] == pytest.approx([70, 50])
    assert tech.consistency is None


def test_an_expert_who_contradicts_himself_is_named() -> None:
    """guide 9 x tech, tech 9 x processing, but processing 9 x guide."""
    (found,) = opinions([Answers("one", ROOT, "pairs", pairs=FIT), Answers("two", ROOT, "pairs", pairs=ODD)], BELOW)
    assert [view.expert for view in found.doubtful] == ["two"]
    (view,) = found.doubtful
    assert view.consistency is not None
    assert view.consistency.ratio > 1


def test_a_missing_answer_names_expert_and_part() -> None:
    with pytest.raises(BadInput, match="no points for y") as bad:
        opinions([Answers("two", "tech", "points", points={"x": 100})], BELOW)
    assert bad.value.where == "two, tech"
    with pytest.raises(BadInput, match="in pairs and in points"):
        opinions([Answers("one", "tech", "points", points={"x": 1}), Answers("two", "tech", "pairs")], BELOW)


def test_what_is_asked() -> None:
    found = asked(Shape.of(CATALOGUE), ["guide", "tech", "processing", "interaction"])
    assert list(found)[:3] == [ROOT, "guide", "tech"]
    assert found["survey"] == ["sat_survey", "sat_review"]
    assert len(found["guide"]) == 14


@given(st.lists(st.floats(0.001, 1), min_size=1, max_size=20))
def test_hundredths_always_add_up(shares: list[float]) -> None:
    found = hundredths(shares)
    assert round(sum(found), 6) == 100
    assert all(abs(one - 100 * share / sum(shares)) < 0.0101 for one, share in zip(found, shares, strict=True))


def test_a_third_each() -> None:
    assert sorted(hundredths([1, 1, 1])) == [33.33, 33.33, 33.34]
