"""The round drawn again: how often, in which cells, and with which points, against what the retest showed."""

from __future__ import annotations

import numpy as np
import pytest

from anfang.model import Observation
from scoring.matrix import Matrix, matrix_of
from scoring.noise import Noise
from scoring.retest import retest
from tests.scoring.sample import portal, scored

NAMES = [f"c{at:02}" for at in range(20)]
FIRST = [one for name in NAMES for one in portal(name)]
AGAIN = [one for at, name in enumerate(NAMES) for one in portal(name, **({"tech_load": 3, "int_tracking": "absent"} if at < 8 else {}))]
"""In 8 of 20 cities both tech_load (50 -> 100) and int_tracking (100 -> 0) came out otherwise, always together."""
RNG = 11


def noise(first: list[Observation] = FIRST, second: list[Observation] = AGAIN) -> tuple[Matrix, Noise]:
    round_ = scored(first, name="first")
    held = matrix_of(round_)
    return held, Noise.of(held, retest([(round_, scored(second, name="again"))]))


def test_a_visit_is_wrong_half_as_often_as_two_disagree() -> None:
    """8 of 20 pairs disagree: 0.2 of the draws, and a little for what one more pair may show (0.5 x overall / 21)."""
    held, found = noise()
    drawn = found.redraw(4000, np.random.default_rng(RNG))
    load = held.cells.index(("tech_load", ""))
    overall = (16 + 0.5) / (len(NAMES) * len(held.cells) + 1)
    assert (drawn[:, :, load] != 50).mean() == pytest.approx(1 - 0.8 * (1 - overall / 42), abs=0.004)
    assert set(np.unique(drawn[:, :, load])) == {50, 100}


def test_faults_that_come_together_stay_together() -> None:
    held, found = noise()
    drawn = found.redraw(4000, np.random.default_rng(RNG))
    load, tracking = held.cells.index(("tech_load", "")), held.cells.index(("int_tracking", ""))
    slow, lost = drawn[:, :, load] == 100, drawn[:, :, tracking] == 0
    assert (slow & lost).mean() == pytest.approx(0.2, abs=0.005)
    assert (slow ^ lost).mean() < 0.01


def test_a_row_without_any_disagreement_is_not_taken_for_perfect() -> None:
    held, found = noise()
    drawn = found.redraw(4000, np.random.default_rng(RNG))
    rating = held.cells.index(("int_rating", ""))
    changed = (drawn[:, :, rating] != 50).mean()
    # every city has the same points and no pair disagreed: nothing says what else it could be
    assert changed == 0
    assert found.extra[rating] > 0


def test_points_take_the_partners_of_their_row_else_its_distances() -> None:
    """The retest knows 75 -> 100 (c00) and 50 -> 100 (seven cities); 20 points, never seen there, move by 25 or 50."""
    held, found = noise([*portal("c00", tech_load=6), *FIRST[len(portal("c00")) :]])
    load = held.cells.index(("tech_load", ""))
    assert [sorted(set(found.partners(load, points).tolist())) for points in (75.0, 100.0, 20.0)] == [
        [100],
        [50, 75],
        [0, 45, 70],
    ]


def test_the_same_seed_gives_the_same_draws_and_gaps_stay_gaps() -> None:
    held, found = noise()
    one, two = (found.redraw(50, np.random.default_rng(RNG)) for _ in range(2))
    assert (one == two).all()
    held.points[3, 0] = np.nan
    assert np.isnan(found.redraw(50, np.random.default_rng(RNG))[:, 3, 0]).all()


def test_the_variance_of_the_draws_is_the_error_of_a_visit() -> None:
    """tech_load: distances of 50 in 8 of 20 pairs, error sqrt(0.4 x 2500 / 2) = 22.36 = the distance of a draw."""
    held, found = noise()
    drawn = found.redraw(6000, np.random.default_rng(RNG))[:, :, held.cells.index(("tech_load", ""))]
    row = next(row for row in found.retest.rows() if row.row == "tech_load")
    assert float(np.sqrt(((drawn - 50) ** 2).mean())) == pytest.approx(row.error, rel=0.02)
