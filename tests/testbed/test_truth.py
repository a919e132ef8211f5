from __future__ import annotations

from dataclasses import replace

import pytest

from anfang.testbed.controls import dead, empty, perfect
from anfang.testbed.facts import Limit, Material, PortalFacts, StepFacts
from anfang.testbed.texts import pool
from anfang.testbed.truth import BASKET, Left, stated, truth, working_days

SEAL = StepFacts(
    step="seal", name="公章刻制备案", way=4, legal_basis="《印铸刻字业暂行管理规则》第六条", conditions="无",
    materials=(Material("营业执照副本"), Material("刻章委托书"), Material("其他相关材料", catch_all=True)),
    location="详见办事指南", office_hours="周一至周五 9:00-17:00", phone="0382-66012", process=("申请", "受理", "刻制"),
    authority="松澜市公安局", audience=None, item_type="-", handling_type="即办件", statutory=Limit(None),
    promised=Limit(4, "hours"), fee="无", result=None, mail_in=None, mail_out="none", depth="IV", trips=0,
    complaint_phone="12345", blank_form="works", sample_form="broken", apply="login_generic", faq=2, search_rank=3,
)  # fmt: skip


def portal(seal: StepFacts = SEAL) -> PortalFacts:
    """The perfect portal with the guide of the seal above."""
    facts = perfect()
    return replace(facts, steps={**facts.steps, "seal": seal})


def of_seal(seal: StepFacts = SEAL) -> dict[str, object]:
    return {row: value for (step, row), value in truth(portal(seal)).items() if step == "seal"}


def test_a_guide_worked_out_by_hand() -> None:
    assert of_seal() == {
        "guide_findable": 4,
        # location is a placeholder; conditions 无 is a statement
        "guide_core_elements": ["name", "legal_basis", "conditions", "materials", "office_hours", "phone", "process"],
        # audience and result unstated, item_type a placeholder; fee 无 = free
        "guide_ext_elements": [
            "authority", "handling_type", "statutory_limit", "promised_limit", "fee", "delivery", "depth", "trips",
            "complaint_phone",
        ],
        "guide_time_limits": {"statutory_days": "none", "promised_days": 0.5, "handling_type": "即办件", "units": None},
        "guide_materials_clear": {"listed": 3, "catch_all": 1},
        "guide_blank_form": "works",
        "guide_sample_form": "broken",
        # 0382-66012 has five digits after the area code
        "guide_contact": ["consult", "complaint", "differ"],
        "tech_search_ok": 3,
        # in: the application can be reached online; out: the window, so 1 is needed where 0 is declared
        "proc_trips": {"declared": 0, "derived": 1, "used": 1},
        # II a form downloads; a generic sign-in does not make III
        "proc_depth": {"declared": "IV", "raw": None, "seen": "II", "used": "II"},
        "proc_apply": "login_generic",
        "proc_mail": {"in": "electronic", "out": "none"},
        "proc_days": 0.5,
        "proc_materials": 3,
        "int_faq": 2,
    }  # fmt: skip


def test_the_rows_of_a_portal() -> None:
    values = truth(replace(portal(), consult="login", complaint="broken", script_errors=4, delay=4.0))
    assert {row: value for (step, row), value in values.items() if step == "" and row != "tech_links"} == {
        "guide_scenario": "wizard",
        "tech_load": 4.0,
        "tech_login": "several",
        "tech_errors": 4,
        "proc_status": "stages",
        "int_consult_channel": {"form": "login", "sent": None},
        "int_complaint_channel": {"form": "broken", "sent": None},
        "gate_service": 0,
    }


def test_dead_links_are_a_share_of_the_links_of_home_and_guides() -> None:
    assert truth(perfect())["", "tech_links"] == 0
    share = truth(replace(perfect(), dead_links=3))["", "tech_links"]
    assert 0 < share < 0.5
    assert 3 / share == pytest.approx(round(3 / share))


def test_a_step_without_a_guide() -> None:
    nothing = of_seal(replace(SEAL, way="absent", search_rank=None))
    assert {row for row, value in nothing.items() if value == "no_guide"} == {
        "guide_core_elements", "guide_ext_elements", "guide_time_limits", "guide_materials_clear", "guide_blank_form",
        "guide_sample_form", "guide_contact", "proc_depth", "proc_mail", "proc_days", "proc_materials",
    }  # fmt: skip
    assert {row: value for row, value in nothing.items() if value != "no_guide"} == {
        "guide_findable": "absent",
        "tech_search_ok": "none",
        "proc_trips": {"declared": None, "derived": None, "used": 2},
        "proc_apply": "absent",
        "int_faq": 0,
    }


@pytest.mark.parametrize(
    ("changes", "row", "value"),
    [
        ({"trips": 1, "mail_out": "mail"}, "proc_trips", {"declared": 1, "derived": 0, "used": 1}),
        ({"trips": None, "apply": "absent"}, "proc_trips", {"declared": None, "derived": 2, "used": 2}),
        ({"apply": "broken", "mail_in": "mail"}, "proc_mail", {"in": "mail", "out": "none"}),
        ({"depth": None, "apply": "form"}, "proc_depth", {"declared": None, "raw": None, "seen": "III", "used": "III"}),
        ({"depth": "II", "apply": "form", "mail_out": "mail"}, "proc_depth", {"declared": "II", "raw": None, "seen": "IV", "used": "II"}),
        ({"materials": "none_needed"}, "guide_materials_clear", "none_needed"),
        ({"materials": "none_needed"}, "proc_materials", 0),
        ({"materials": None}, "guide_materials_clear", "unstated"),
        ({"promised": None}, "proc_days", "unstated"),
        ({"phone": "12345"}, "guide_contact", ["consult", "complaint", "well_formed", "differ"]),
        ({"phone": "(0382) 6601234", "complaint_phone": "0382-6601234"}, "guide_contact", ["consult", "complaint", "well_formed"]),
        ({"phone": "暂无"}, "guide_contact", ["complaint"]),
        ({"search_rank": None}, "tech_search_ok", "none"),
    ],
)  # fmt: skip
def test_one_change(changes: dict[str, object], row: str, value: object) -> None:
    assert of_seal(replace(SEAL, **changes))[row] == value  # type: ignore[arg-type]


def test_the_gate_counts_guides_that_lack_four_core_elements() -> None:
    three = replace(SEAL, conditions="暂无", process=None)  # and the location
    four = replace(three, legal_basis=None)
    assert truth(portal(three))["", "gate_service"] == 0
    assert truth(portal(four))["", "gate_service"] == 1
    assert truth(portal(replace(SEAL, way="absent")))["", "gate_service"] == 1


@pytest.mark.parametrize(
    ("limit", "days"),
    [
        (None, None),
        (Limit(None), "none"),
        (Limit(0), 0),
        (Limit(2, "hours"), 0.25),
        (Limit(8, "hours"), 1),
        (Limit(24, "hours"), 1),
        (Limit(48, "hours"), 2),
    ],
)
def test_hours_as_working_days(limit: Limit | None, days: float | str | None) -> None:
    assert working_days(limit) == days


def test_nothing_is_a_statement_for_fee_and_conditions_alone() -> None:
    assert stated("无", pool("zh"), "fee")
    assert stated("无", pool("zh"), "conditions")
    assert not stated("无", pool("zh"), "result")
    assert not stated("暂无", pool("zh"), "fee")
    assert not stated(None, pool("zh"), "fee")


def test_a_dead_home_page_makes_every_row_unreachable() -> None:
    values = truth(dead())
    assert set(values.values()) == {"unreachable"}
    assert {row for _, row in values} == set(BASKET)


def test_a_bare_home_page_has_no_link_to_check() -> None:
    values = truth(empty())
    assert {row for _, row in values} == set(BASKET) - {"tech_links"}
    assert values["", "gate_service"] == 4


def test_behind_a_firewalls_check_every_row_is_blocked() -> None:
    values = truth(replace(perfect(), home="walled"))
    assert set(values.values()) == {Left("blocked")}


def test_an_enquiry_on_a_host_of_its_own_is_blocked_and_no_value() -> None:
    values = truth(replace(perfect(), consult="off_site"))
    assert values["", "int_consult_channel"] == Left("blocked")
    assert values["", "int_complaint_channel"] == {"form": "open", "sent": None}


def test_the_second_step_of_a_combined_guide_repeats_it_but_for_the_sums() -> None:
    facts = perfect()
    both = replace(facts.steps["seal"], name="公章刻制、发票领用合并办理")
    steps = {**facts.steps, "seal": both, "invoice": replace(both, step="invoice", combined_with="seal")}
    values = truth(replace(facts, steps=steps))
    assert [row for (step, row), value in values.items() if step == "invoice" and isinstance(value, Left)] == [
        "proc_trips", "proc_days", "proc_materials"
    ]  # fmt: skip
    assert values["invoice", "guide_core_elements"] == values["seal", "guide_core_elements"]
    assert [step.step for step in replace(facts, steps=steps).guides] == ["registration", "seal", "social_insurance"]
