"""Counts over the cities: who counts, and who is not in the denominator because it is not known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest

from anfang.model import Derived, Evidence, Json, Observation
from tests.scoring.sample import PLAN, lost, scored, seen


def count(name: str, row: str, observations: Iterable[Observation]) -> Derived:
    found = scored(observations, plan=replace(PLAN, basket=(row,)))
    return {one.id: one for one in found.derived}[name]


def by_step(city: str, row: str, registration: Json, seal: Json) -> list[Observation]:
    return [seen(city, row, registration, step="registration"), seen(city, row, seal, step="seal")]


def going(city: str, registration: int, seal: int) -> list[Observation]:
    return by_step(city, "proc_trips", {"used": registration}, {"used": seal})


def test_trips() -> None:
    cities = [*going("a", 0, 0), *going("b", 1, 0), *going("c", 1, 1)]
    unknown = [seen("d", "proc_trips", {"used": 0}, step="seal")]
    zero, once = (
        count(name, "proc_trips", [*cities, *unknown]) for name in ("zero_trip_cities", "at_most_once_cities")
    )
    assert (zero.count, zero.of, zero.cities) == (1, 3, ("a",))
    assert (once.count, once.of, once.cities) == (2, 3, ("a", "b"))


def test_trips_by_step() -> None:
    cities = [*going("a", 0, 2), *going("b", 1, 1), seen("c", "proc_trips", {"used": 2}, step="registration")]
    registration = count("trips_by_step.registration", "proc_trips", cities)
    seal = count("trips_by_step.seal", "proc_trips", cities)
    assert (registration.count, registration.of, registration.zh) == (1, 3, "各环节跑动次数·企业设立登记")
    assert (seal.count, seal.of) == (1.5, 2)


def agree(city: str, compared: int, equal: int, seal: Json = None) -> list[Observation]:
    one = {"compared": compared, "equal": equal, "differing": []}
    return by_step(city, "guide_cross_channel", one, seal or {"compared": 8, "equal": 8, "differing": []})


def test_all_channels_agree_over_fifteen_elements_at_least() -> None:
    found = count(
        "fully_consistent_cities",
        "guide_cross_channel",
        [*agree("a", 7, 7), *agree("b", 6, 6), *agree("c", 8, 7), *agree("d", 16, 16, "no_guide")],
    )
    assert (found.count, found.of, found.cities) == (2, 4, ("a", "d"))


def test_no_sample_form_in_any_step() -> None:
    rows = [
        *by_step("a", "guide_sample_form", "absent", "broken"),
        *by_step("b", "guide_sample_form", "absent", "works"),
        *by_step("c", "guide_sample_form", "no_guide", "not_needed"),
        lost(seen("d", "guide_sample_form", step="seal")),
        seen("d", "guide_sample_form", "absent", step="registration"),
        lost(seen("e", "guide_sample_form", step="seal")),
        seen("e", "guide_sample_form", "works", step="registration"),
    ]
    found = count("no_sample_cities", "guide_sample_form", rows)
    assert (found.count, found.of, found.cities) == (1, 4, ("a",))


@pytest.mark.parametrize(
    ("name", "row", "values", "expected"),
    [
        ("no_scenario_cities", "guide_scenario", ["absent", "wizard", "absent"], 2),
        (
            "consult_in_time_cities",
            "int_consult_days",
            [{"replied": 5}, {"replied": 6}, {"unanswered": 10}],
            1,
        ),
        (
            "complaint_in_time_cities",
            "int_complaint_days",
            [{"replied": 0}, {"replied": 3}, {"unanswered": 5}],
            2,
        ),
        ("complaint_solved_cities", "int_complaint_solved", ["fixed", "explained", "no_reply"], 1),
        ("mobile_cities", "mob_channels", [[], ["app"], ["app", "h5"]], 2),
        ("multi_mobile_cities", "mob_channels", [[], ["app"], ["app", "h5"]], 1),
        ("topical_info_cities", "mob_info", ["present", "absent", "present"], 2),
        (
            "consult_effective_cities",
            "int_consult_quality",
            [
                {"on_point": True, "correct": True, "actionable": True, "polite": False},
                {"on_point": True, "correct": True, "actionable": False, "polite": True},
                "no_reply",
            ],
            1,
        ),
    ],
)
def test_counts_of_one_value(name: str, row: str, values: list[Json], expected: int) -> None:
    observed = [seen(city, row, value) for city, value in zip("abc", values, strict=True)]
    censored = seen("z", row, status="censored", reason="3 working days were left")
    found = count(name, row, [*observed, censored])
    assert (found.count, found.of) == (expected, 3)


def test_nothing_is_known() -> None:
    found = count("no_scenario_cities", "guide_scenario", [lost(seen("a", "guide_scenario", "absent"))])
    assert (found.count, found.of) == (None, 0)


def test_a_row_outside_the_basket_is_not_counted() -> None:
    found = scored([seen("a", "guide_scenario", "absent")], plan=replace(PLAN, basket=("guide_scenario",)))
    assert [one.id for one in found.derived] == ["no_scenario_cities"]


@pytest.mark.parametrize(
    ("hours", "answer"),
    [
        ("周一至周五 9:00-17:00，周六 9:00-12:00", True),
        ("星期一至星期日 8:30-17:30", True),
        ("周一至周日（法定节假日除外）", True),
        ("全年无休", True),
        ("工作日 9:00-17:00，周六、周日休息", False),
        ("周一至周五（双休日除外）", False),
        ("周六、周日不对外办公", False),
        ("周一至周五 9:00-12:00；13:30-17:00", False),
    ],
)
def test_open_at_the_weekend(hours: str, answer: bool) -> None:
    proof = (Evidence(quote="公章刻制", note="name"), Evidence(quote=hours, note="office_hours"))
    observed = by_step("a", "guide_core_elements", ["name", "office_hours"], ["name"])
    found = count(
        "weekend_open_cities", "guide_core_elements", [replace(one, evidence=proof) for one in observed]
    )
    assert (found.count, found.of) == (float(answer), 1)


def test_office_hours_without_the_quoted_text_are_not_known() -> None:
    observed = by_step("a", "guide_core_elements", ["name", "office_hours"], ["name"])
    assert count("weekend_open_cities", "guide_core_elements", observed).of == 0
