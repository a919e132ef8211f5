from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from scoring.study import load_study
from scoring.weightcheck import shares, weight_check
from scoring.weights import find_weights
from tests.scoring.sample import CATALOGUE, WEIGHTS

STUDY = load_study(Path("scoring/studies/2020.yaml"))


def test_the_usual_weights_could_have_given_the_published_means() -> None:
    """26.81 x 0.3 + 37.14 x 0.2 = 15.471 points are taken, 18.81 may be; at least 73.19 x 0.3 + 62.86 x 0.2 = 34.529."""
    found = weight_check(WEIGHTS, CATALOGUE, WEIGHTS, STUDY)
    assert found.study.taken == pytest.approx(15.471)
    assert found.study.room == pytest.approx(18.81)
    assert found.study.least == pytest.approx(34.529)
    assert found.study.holds is True
    assert (found.moved, found.oddities) == (0, ())


def test_how_far_from_the_usual_weights() -> None:
    """dimensions-equal takes 5 points each from guide and processing."""
    found = weight_check(find_weights("dimensions-equal", CATALOGUE), CATALOGUE, WEIGHTS, STUDY)
    assert found.moved == pytest.approx(0.10)
    assert found.dimensions == pytest.approx(dict.fromkeys(("guide", "tech", "processing", "interaction"), 0.25))
    assert next(iter(found.rows)) == "proc_trips"
    assert found.rows["proc_trips"] == pytest.approx(0.06)


def test_what_is_odd() -> None:
    heavy = replace(
        WEIGHTS,
        source=" ",
        dimensions={**WEIGHTS.dimensions, "guide": 46.0, "tech": 4.0},
        indicators={**WEIGHTS.indicators, "guide_findable": 80.0, "guide_core_elements": 0.0},
    )
    found = weight_check(heavy, CATALOGUE, WEIGHTS, STUDY)
    assert found.oddities == (
        ("no_source", ""),
        ("heavy_row", "guide_findable"),
        ("light_dimension", "tech"),
        ("silent_row", "guide_core_elements"),
    )


def test_shares_add_up() -> None:
    assert sum(shares(WEIGHTS, CATALOGUE).values()) == pytest.approx(1)
