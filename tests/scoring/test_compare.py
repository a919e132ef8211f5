"""Before and after over what both rounds scored, with the changes reckoned by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from anfang.errors import BadInput
from anfang.model import Change, City, Comparison, Observation, RoundResults
from scoring.compare import compare
from tests.scoring.sample import PLAN, WEIGHTS, city, lost, portal, scored, seen, without

NAMES = tuple(f"city{at:02}" for at in range(12))
CITIES = (*(city(name, "华东") for name in NAMES[:8]), *(city(name, "华北") for name in NAMES[8:]))
BETTER = {"tech_load": 3, "proc_trips": {"used": 0}}
"""tech 66.667 -> 100 and processing (24 x 65 + 600) / 36 = 60 -> (24 x 100 + 600) / 36 = 83.333: + 6.667 + 7 = + 13.667."""
GAIN = 0.2 * 100 / 3 + 0.3 * 70 / 3


def all_of(cities: tuple[City, ...] = CITIES, *, better: tuple[str, ...] = ()) -> list[Observation]:
    return [one for held in cities for one in portal(held.id, **(BETTER if held.id in better else {}))]


def results(name: str, observations: list[Observation], cities: tuple[City, ...] = CITIES) -> RoundResults:
    return scored(observations, cities=cities, name=name)


def compared(before: list[Observation], after: list[Observation]) -> Comparison:
    return compare(results("before", before), results("after", after), WEIGHTS)


def test_a_change_of_two_rows_in_three_cities() -> None:
    better = NAMES[:3]
    found = compared(all_of(), all_of(better=better))
    first, last = found.cities[0], found.cities[-1]
    assert first.headline.change == pytest.approx(GAIN)
    assert last.headline.change == 0
    assert (first.rank, last.rank) == (Change(1, 1), Change(1, 4))
    assert first.dimensions["tech"] == Change(pytest.approx(200 / 3), 100)
    assert first.indicators["tech_load"] == Change(50, 100)
    assert first.trips == Change(2, 0)
    assert found.mean.change == pytest.approx(GAIN * 3 / 12)
    assert found.dimensions["processing"].change == pytest.approx(70 / 3 * 3 / 12)
    assert found.indicators["proc_trips"] == Change(65, pytest.approx(65 + 35 * 3 / 12))
    assert found.regions["华东"].change == pytest.approx(GAIN * 3 / 8)
    assert found.regions["华北"].change == 0
    assert found.trips == Change(2, 1.5)


def test_a_gap_in_one_round_is_a_gap_in_both() -> None:
    """tech_errors was blocked before; what is left of tech is too little for a headline of either round."""
    before = [*without(portal(NAMES[0]), "tech_errors"), *all_of(CITIES[1:])]
    found = compared(before, all_of(better=(NAMES[0],))).cities[0]
    assert found.indicators["tech_errors"] == Change(None, None)
    assert found.headline == Change(None, None)
    assert found.dimensions["tech"] == Change(None, None)
    assert found.trips == Change(2, 0)


def test_steps_are_matched_too() -> None:
    """proc_apply: form 100 and absent 0 before; after, the step that scored 0 was blocked."""
    after = [*without(portal(NAMES[0]), "proc_apply", "seal"), *all_of(CITIES[1:])]
    found = compared(all_of(), after).cities[0]
    assert found.indicators["proc_apply"] == Change(100, 100)
    assert found.headline.change == pytest.approx(0)


def test_sums_are_matched_as_a_whole() -> None:
    """A guide that was combined with another one counts its trips once; the sum is comparable, its steps are not."""
    combined = [
        lost(one, "not_applicable", "combined_with:registration")
        if (one.city, one.indicator, one.step) == (NAMES[0], "proc_trips", "seal")
        else one
        for one in all_of()
    ]
    found = compared(all_of(), combined).cities[0]
    assert found.trips == Change(2, 1)
    assert found.indicators["proc_trips"] == Change(65, 85)


def test_a_row_that_left_one_round_leaves_both() -> None:
    gaps = [
        one for name in NAMES[:2] for one in without(portal(name), "guide_blank_form", status="not_observed")
    ]
    before = scored([*gaps, *all_of(CITIES[2:])], cities=CITIES, plan=replace(PLAN, coverage=0.5))
    after = scored(all_of(), cities=CITIES, plan=replace(PLAN, coverage=0.5), name="after")
    found = compare(before, after, WEIGHTS)
    assert list(found.left_out) == ["guide_blank_form"]
    assert found.left_out["guide_blank_form"].startswith("round: missing in 2 of 12 cities")
    assert found.dimensions["guide"] == Change(80, 80)
    assert found.mean.change == pytest.approx(0)


def test_a_row_that_one_round_did_not_plan_is_not_compared() -> None:
    plan = replace(PLAN, basket=tuple(name for name in PLAN.basket if name != "tech_load"))
    after = scored(all_of(better=NAMES[:1]), cities=CITIES, plan=plan, name="after")
    found = compare(results("before", all_of()), after, WEIGHTS)
    assert "tech_load" not in found.indicators
    assert found.cities[0].dimensions["tech"] == Change(100, 100)


def test_what_does_not_apply_in_one_round_is_left_out_of_both() -> None:
    after = without(all_of(), "tech_load", status="not_applicable")
    found = compared(all_of(), after)
    assert found.dimensions["tech"] == Change(100, 100)
    assert found.left_out == {}


def test_cities_of_one_round_only() -> None:
    before = results("before", all_of(CITIES[:11]), CITIES[:11])
    after = results("after", all_of(CITIES[1:]), CITIES[1:])
    found = compare(before, after, WEIGHTS)
    assert (found.entries, found.exits) == ((NAMES[11],), (NAMES[0],))
    assert len(found.cities) == 10


def test_a_round_against_itself_does_not_change() -> None:
    one = results("one", all_of(better=NAMES[:5]))
    found = compare(one, one, WEIGHTS)
    assert {held.headline.change for held in found.cities} == {0}
    assert {change.change for change in found.indicators.values()} == {0}


@pytest.mark.parametrize(
    ("other", "message"),
    [
        ({"instrument": "two"}, "the rounds have different instruments: one and two"),
        ({"plan": replace(PLAN, scenario="marriage")}, "different scenarios"),
        ({"plan": replace(PLAN, steps=("seal",))}, "different steps"),
    ],
)
def test_what_cannot_be_compared(other: dict[str, object], message: str) -> None:
    after = scored([seen("a", "tech_load", 3)], name="after", **other)  # type: ignore[arg-type]
    with pytest.raises(BadInput) as bad:
        compare(scored([seen("a", "tech_load", 9)], name="before"), after, WEIGHTS)
    assert message in bad.value.message
    assert bad.value.where == "before, after"
