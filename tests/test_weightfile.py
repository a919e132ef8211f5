from __future__ import annotations

from pathlib import Path

import pytest

from anfang.weightfile import written
from scoring.experts import Answers, opinions
from scoring.tree import ROOT
from scoring.weights import load_weights
from tests.scoring.sample import CATALOGUE
from tests.scoring.test_tree import CATALOGUE as DEEP

FIT = {("guide", "tech"): 4.0, ("guide", "processing"): 1.0, ("guide", "interaction"): 4.0, ("tech", "processing"): 0.25, ("tech", "interaction"): 1.0, ("processing", "interaction"): 4.0}  # fmt: skip
"""4 : 1 : 4 : 1."""
BELOW = {ROOT: ("guide", "tech", "processing", "interaction"), "survey": ("sat_survey", "sat_review")}


def test_what_was_said_is_in_the_file_and_the_rest_is_the_catalogue(tmp_path: Path) -> None:
    found = opinions([Answers("one", ROOT, "pairs", pairs=FIT), Answers("one", "survey", "points", points={"sat_survey": 70, "sat_review": 30})], BELOW)
    path = tmp_path / "made.yaml"
    path.write_text(written(found, CATALOGUE, source='the "panel" of 2026'), encoding="utf-8")
    made = load_weights(path, CATALOGUE)
    assert [made.dimensions[name] for name in BELOW[ROOT]] == [40, 10, 40, 10]
    assert (made.dimensions["mobile"], made.dimensions["survey"]) == (0, 0)
    assert (made.indicators["sat_survey"], made.indicators["proc_trips"]) == (70, 24)
    assert (made.source, made.provisional) == ('the "panel" of 2026', False)


def test_a_deeper_tree(tmp_path: Path) -> None:
    """Below guide the row c and the dimension text were given 40 and 60."""
    found = opinions([Answers("one", "guide", "points", points={"c": 40, "text": 60})], {"guide": ("c", "text")})
    text = written(found, DEEP, source="test")
    assert "  text: 60 #" in text
    assert "    c: 40 #" in text


def test_nothing_was_asked() -> None:
    with pytest.raises(KeyError):
        opinions([Answers("one", "nowhere", "points")], BELOW)
    assert "  guide: catalogue" in written((), CATALOGUE, source="nobody")
