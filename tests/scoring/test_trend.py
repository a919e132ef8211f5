"""Three rounds and a fourth of another instrument: the same cities, who came and went, the break and its bridge."""

from __future__ import annotations

from dataclasses import replace

import pytest
from scipy.stats import friedmanchisquare

from anfang.errors import BadInput
from anfang.model import City, Observation, RoundResults
from scoring.settings import load_settings
from scoring.trend import friedman, trend
from tests.scoring.sample import PLAN, WEIGHTS, scored, without
from tests.scoring.test_compare import CITIES, GAIN, NAMES, all_of

SETTINGS = replace(load_settings(), draws=100, seed=4)
MONTHS = {"spring": "2026-03", "summer": "2026-06", "autumn": "2026-09", "winter": "2026-12"}


def wave(name: str, observations: list[Observation], cities: tuple[City, ...] = CITIES, instrument: str = "one") -> RoundResults:
    month = MONTHS[name.split("-")[0]]
    plan = replace(PLAN, window=(f"{month}-01", f"{month}-05"))
    return scored(observations, cities=cities, name=name, instrument=instrument, plan=plan)


SPRING = wave("spring", all_of())
SUMMER = wave("summer", all_of(better=NAMES[:3]))
AUTUMN = wave("autumn", all_of(better=NAMES[:6]))


def test_three_rounds_of_the_same_cities() -> None:
    """Three cities gain in summer, three more in autumn: 13.667 x 3 / 12 each time."""
    found = trend([SPRING, SUMMER, AUTUMN], WEIGHTS, SETTINGS)
    assert [point.same for point in found.points] == pytest.approx([65.476, 65.476 + GAIN / 4, 65.476 + GAIN / 2], abs=1e-3)
    assert [point.linked for point in found.points] == [point.same for point in found.points]
    assert [point.trips for point in found.points] == [2, 1.5, 1]
    assert [step.change for step in found.steps] == pytest.approx([GAIN / 4, GAIN / 4])
    test = found.steps[0].test
    assert test is not None
    assert (test.n, test.rose, test.flips) == (12, 3, 0.25)
    assert found.settings.seed == 4


def test_the_rounds_together_by_friedman() -> None:
    """scipy says the same of the cities' points by round."""
    found = trend([SPRING, SUMMER, AUTUMN], WEIGHTS, SETTINGS)
    columns = zip(*found.cities.values(), strict=True)
    told = friedmanchisquare(*([round(one, 6) for one in column] for column in columns))
    assert (found.statistic, found.chance) == (pytest.approx(told.statistic), pytest.approx(told.pvalue))


def test_friedman_by_hand() -> None:
    """Three cities that rise alike: rank sums 3, 6, 9; 12 / (3 x 3 x 4) x (9 + 36 + 81) - 3 x 3 x 4 = 6."""
    assert friedman([[1, 2, 3], [4, 5, 6], [7, 8, 9]])[0] == pytest.approx(6)
    assert friedman([[1, 1, 1]] * 3) == (0, 1)
    assert friedman([[1, 2], [3, 4], [5, 6]]) == (None, None)
    assert friedman([]) == (None, None)


def test_who_came_and_who_went() -> None:
    few = wave("summer", all_of(CITIES[1:]), CITIES[1:])
    found = trend([SPRING, few, AUTUMN], WEIGHTS, SETTINGS)
    assert [(point.entered, point.left) for point in found.points] == [((), ()), ((), (NAMES[0],)), ((NAMES[0],), ())]
    assert [point.ranked for point in found.points] == [12, 11, 12]
    assert NAMES[0] not in found.cities


def test_what_one_round_could_not_see_is_left_out_of_all() -> None:
    """tech_load at one of twelve cities in summer: without it that city has only tech_errors left, too little to be ranked."""
    gap = wave("summer", [*without(all_of(CITIES[:1]), "tech_load"), *all_of(CITIES[1:])])
    found = trend([SPRING, gap, AUTUMN], WEIGHTS, SETTINGS)
    assert len(found.cities) == 11
    assert found.points[0].ranked == 12


def test_a_break_is_bridged() -> None:
    """Autumn's instrument measures autumn's portals 13.667 / 12 lower than the old one would: that is no fall of the cities."""
    new = wave("winter", all_of(better=NAMES[:6]), instrument="two")
    old, again = AUTUMN, wave("autumn-again", all_of(better=NAMES[:5]), instrument="two")
    found = trend([SPRING, AUTUMN, new], WEIGHTS, SETTINGS, [(old, again)])
    step = found.steps[1]
    assert (step.bridge, step.bridged, step.test) == (("autumn", "autumn-again"), 12, None)
    assert step.shift == pytest.approx(-GAIN / 12)
    assert step.change == pytest.approx(GAIN / 12)
    assert found.points[2].linked == pytest.approx((found.points[2].same or 0) + GAIN / 12)
    assert (found.statistic, found.chance) == (None, None)


@pytest.mark.parametrize(
    ("rounds", "message"),
    [([], "no round"), ([SPRING, SPRING], "a round is there twice"), ([SUMMER, SPRING], r"spring \(2026-03-01\) is earlier than summer")],
)
def test_rounds_out_of_order(rounds: list[RoundResults], message: str) -> None:
    with pytest.raises(BadInput, match=message):
        trend(rounds, WEIGHTS, SETTINGS)


def test_a_single_round_has_points_and_no_steps() -> None:
    found = trend([SPRING], WEIGHTS, SETTINGS)
    assert (len(found.points), found.steps, found.chance) == (1, (), None)


def test_no_city_in_common() -> None:
    """Each round has its own mean; there is nothing to join."""
    one, two = wave("spring", all_of(CITIES[:6]), CITIES[:6]), wave("summer", all_of(CITIES[6:]), CITIES[6:])
    found = trend([one, two], WEIGHTS, SETTINGS)
    assert found.points[0].mean == pytest.approx(65.476, abs=1e-3)
    assert (found.points[0].same, found.steps[0].change, found.steps[0].test) == (None, None, None)
