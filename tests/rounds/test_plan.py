from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from anfang.cities import CitiesWarning
from anfang.errors import BadInput, Refused
from anfang.model import City, Plan
from anfang.rounds.instrument import BASKET
from anfang.rounds.plan import new_plan, new_round_folder, parse_window, planned_rows
from anfang.store import Store
from scoring.catalogue import load_catalogue

MORNING = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
YUNHE = City(
    id="yunhe", name="云河", name_en="Yunhe", region="东部", portals={"portal": "http://yunhe.portal.test/"}
)


def plan(**changed: object) -> Plan:
    fixed = {
        "cities": (YUNHE,),
        "catalogue": load_catalogue(),
        "window": ("2026-03-02", "2026-03-06"),
        "now": MORNING,
        "lab": True,
    }
    return new_plan(**(fixed | changed))  # type: ignore[arg-type]


def test_a_plan_names_steps_and_basket() -> None:
    made = plan()
    assert made.steps == ("registration", "seal", "invoice", "social_insurance")
    assert made.basket == BASKET
    assert (made.channels, made.weights, made.coverage) == (("portal",), "default", 0.7)


def test_rows_per_step_are_owed_for_each_step_and_derived_rows_not_at_all() -> None:
    small = replace(
        plan(), steps=("registration", "seal"), basket=("tech_load", "proc_trips", "gate_service")
    )
    assert planned_rows(small, load_catalogue()) == (
        ("tech_load", ""),
        ("proc_trips", "registration"),
        ("proc_trips", "seal"),
    )


def test_the_window_is_past_when_its_last_day_is_over_where_the_cities_are() -> None:
    evening = datetime(2026, 3, 6, 15, 59, tzinfo=UTC)  # 23:59 in Shanghai
    assert plan(now=evening).window == ("2026-03-02", "2026-03-06")
    with pytest.raises(BadInput, match="is past"):
        plan(now=evening.replace(hour=16, minute=0))


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"cities": ()}, "no city"),
        ({"channels": ("phone",)}, "not a channel"),
        ({"channels": ()}, "not a channel"),
        ({"basket": ("tech_lode",)}, "not in the catalogue: tech_lode"),
        ({"basket": ("tech_load", "tech_load")}, "twice"),
        ({"scenario": "marriage"}, "no scenario 'marriage'"),
        ({"cities": (replace(YUNHE, portals={"portal": None}),)}, "no city has an address for portal"),
    ],
)
def test_a_plan_that_cannot_be_carried_out_is_bad_input(changed: dict[str, object], message: str) -> None:
    with pytest.raises(BadInput, match=message):
        plan(**changed)


def test_cities_without_an_address_are_warned_of() -> None:
    anping = replace(YUNHE, id="anping", portals={"portal": None, "government": "http://anping.portal.test/"})
    with pytest.warns(CitiesWarning, match=r"lab\.yaml: no address for portal, .* nor ranked: anping$"):
        assert plan(cities=(YUNHE, anping), source="lab.yaml").channels == ("portal",)


@pytest.mark.parametrize(
    "url",
    [
        "https://www.example.gov.cn/",
        "http://10.0.0.8/",
        "http://portal.test.example.com/",
        "http://127.0.0.1.nip.io/",
    ],
)
def test_the_lab_does_not_leave_this_machine(url: str) -> None:
    with pytest.raises(Refused, match="not on this machine"):
        plan(cities=(replace(YUNHE, portals={"portal": url}),))


def test_live_rounds_are_refused_with_the_reason() -> None:
    with pytest.raises(Refused, match="--live FILE"):
        plan(lab=False)


@pytest.mark.parametrize(
    "text", ["2026-03-06..2026-03-02", "2026-03-02", "soon..later", "2026-02-30..2026-03-02", ""]
)
def test_a_window_is_two_days_in_order(text: str) -> None:
    assert parse_window("2026-03-02..2026-03-02") == ("2026-03-02", "2026-03-02")
    with pytest.raises(BadInput, match=r"START\.\.END"):
        parse_window(text)


@pytest.mark.parametrize("name", ["", "Spring", "a b", "../x", "春", "x" * 41])
def test_a_name_is_a_plain_word(tmp_path: Path, name: str) -> None:
    with pytest.raises(BadInput, match="not a name"):
        new_round_folder(tmp_path, name)


def test_a_name_is_taken_once(tmp_path: Path) -> None:
    Store.create(new_round_folder(tmp_path, "spring"), plan(), (YUNHE,)).close()
    with pytest.raises(BadInput, match="already there"):
        new_round_folder(tmp_path, "spring")
