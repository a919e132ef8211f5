"""Every scored row of the catalogue at its goalposts, beside them and out of form."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anfang.errors import BadInput
from anfang.model import Json
from scoring.goalposts import applies, points, summed
from tests.scoring.sample import CATALOGUE

RULES = {row.id: row.score for row in CATALOGUE.indicators if row.score is not None}


def limits(statutory: Json, promised: Json, kind: str | None = None) -> Json:
    return {"statutory_days": statutory, "promised_days": promised, "handling_type": kind, "units": "工作日"}


def logic(applicable: int, *failed: str) -> Json:
    return {"applicable": [f"W{at:02}" for at in range(3, 3 + applicable)], "failed": list(failed)}


def form(fields: int | None, *, real_name: bool = False, app_only: bool = False) -> Json:
    return {"required_fields": fields, "real_name": real_name, "app_only": app_only}


CASES: list[tuple[str, Json, float | None]] = [
    ("guide_findable", 0, 100),
    ("guide_findable", 3, 100),
    ("guide_findable", 4, 80),
    ("guide_findable", 5, 60),
    ("guide_findable", 6, 40),
    ("guide_findable", "search", 40),
    ("guide_findable", "absent", 0),
    ("guide_core_elements", ["name", "phone"], 25),
    ("guide_core_elements", [], 0),
    ("guide_ext_elements", ["fee", "trips", "depth"], 25),
    ("guide_time_limits", limits(20, 5), 100),
    ("guide_time_limits", limits("none", 5), 100),
    ("guide_time_limits", limits(None, 5), 0),
    ("guide_time_limits", limits(5, 20), 50),
    ("guide_time_limits", limits(20, 0, "承诺件"), 200 / 3),
    ("guide_time_limits", limits(20, 5, "即办件"), 200 / 3),
    ("guide_time_limits", limits(20, 1, "即办件"), 100),
    ("guide_time_limits", limits(5, 20, "即办件"), 100 / 3),
    ("guide_logic", logic(5), 100),
    ("guide_logic", logic(6, "W04", "W13"), 80),
    ("guide_logic", logic(6, "W03", "W04"), 65),
    ("guide_logic", logic(9, "W03", "W05", "W04", "W06", "W07", "W09", "W10"), 0),
    ("guide_logic", logic(4), None),
    ("guide_flow_match", "reordered", 60),
    ("guide_flow_match", "no_flow", 30),
    ("guide_materials_clear", {"listed": 6, "catch_all": 0}, 100),
    ("guide_materials_clear", {"listed": 6, "catch_all": 1}, 50),
    ("guide_materials_clear", {"listed": 5, "catch_all": 4}, 20),
    ("guide_materials_clear", "none_needed", 100),
    ("guide_materials_clear", "unstated", 0),
    ("guide_material_detail", 0.75, 75),
    ("guide_material_detail", "unstated", 0),
    ("guide_material_detail", "none_needed", None),
    ("guide_blank_form", "not_needed", 100),
    ("guide_sample_form", "broken", 0),
    ("guide_scenario", "some_steps", 50),
    ("guide_cross_channel", {"compared": 8, "equal": 6, "differing": ["fee", "phone"]}, 75),
    ("guide_cross_channel", {"compared": 4, "equal": 4, "differing": []}, None),
    ("guide_contact", ["consult", "well_formed"], 50),
    ("guide_freshness", 365, 100),
    ("guide_freshness", 366, 60),
    ("guide_freshness", 731, 20),
    ("guide_freshness", "unstated", 20),
    ("tech_availability", {"requests": 199, "failed": 0}, None),
    ("tech_availability", {"requests": 400, "failed": 2}, 100),
    ("tech_availability", {"requests": 1000, "failed": 50}, 0),
    ("tech_availability", {"requests": 2000, "failed": 55}, 50),
    ("tech_load", 2.9, 100),
    ("tech_load", 6, 75),
    ("tech_load", 20, 0),
    ("tech_links", 0.1, 80),
    ("tech_links", 0.6, 0),
    ("tech_search_ok", 9, 100),
    ("tech_search_ok", "none", 0),
    ("tech_search_quality", 0.5, 50),
    ("tech_login", "one", 80),
    ("tech_sso", {"systems": 4, "second_logins": 1}, 75),
    ("tech_sso", {"systems": 0, "second_logins": 0}, None),
    ("tech_entry", "two_interfaces", 60),
    ("tech_empty", 0.1, 50),
    ("tech_elicence", "offered", 100),
    ("tech_https", ["https", "chain", "tls"], 50),
    ("tech_https", ["https", "redirect", "tls", "valid_days", "hsts"], 0),
    ("tech_assist", {"asked": 3, "useful": 2}, 200 / 3),
    ("tech_assist", "absent", 0),
    ("tech_dup", 0.3, 70),
    ("tech_errors", 2, 80),
    ("tech_errors", 6, 20),
    ("proc_depth", {"declared": "IV", "raw": "全程网办", "seen": "II", "used": "II"}, 50),
    ("proc_apply", "login_generic", 60),
    ("proc_onewindow", "separate_sites", 20),
    ("proc_mail", {"in": "electronic", "out": "none"}, 50),
    ("proc_mail", {"in": "mail", "out": "mail"}, 100),
    ("proc_mail", {"in": "mail", "out": None}, None),
    ("proc_status", "asks", 80),
    ("proc_booking", "form", 60),
    ("proc_prefill", {"fields": 20, "prefilled": 10, "asked_twice": 4}, 65),
    ("proc_draft", "absent", 0),
    ("proc_feepay", "paid_online", 100),
    ("int_consult_channel", {"form": "login", "sent": None}, 70),
    ("int_complaint_channel", {"form": "open", "sent": "refused"}, 0),
    ("int_consult_days", {"replied": 0}, 100),
    ("int_consult_days", {"replied": 5}, 60),
    ("int_consult_days", {"replied": 11}, 0),
    ("int_complaint_days", {"unanswered": 10}, 0),
    ("int_consult_quality", {"on_point": True, "correct": True, "actionable": False, "polite": True}, 70),
    ("int_consult_quality", {"on_point": True, "correct": False, "actionable": True, "polite": True}, 25),
    ("int_consult_quality", {"on_point": True, "correct": None, "actionable": True, "polite": True}, None),
    ("int_consult_quality", "no_reply", 0),
    ("int_complaint_solved", "explained", 60),
    ("int_friction", form(5), 100),
    ("int_friction", form(6), 70),
    ("int_friction", form(3, real_name=True), 70),
    ("int_friction", form(None, app_only=True), 30),
    ("int_friction", "no_form", 0),
    ("int_tracking", "offered", 100),
    ("int_rating", ["entry", "public_results"], 80),
    ("int_faq", 0, 0),
    ("int_faq", 1, 100),
    ("int_pubreply", 7.5, 60),
    ("int_pubreply", "absent", 0),
    ("mob_channels", [], 0),
    ("mob_channels", ["app"], 100),
    ("mob_info", "present", 100),
    ("mob_guide", {"compared": 4, "equal": 3}, 75),
    ("mob_depth", "login_item", 100),
    ("mob_reply", {"replied": 3}, 85),
    ("mob_interact", {"consult": True, "complaint": False}, 50),
    ("mob_responsive", ["viewport"], 25),
    ("x_axe", 3.5, 50),
    ("x_elder", "present", 100),
    ("x_keyboard", ["focus_visible"], 100 / 3),
    ("x_identity", ["icp", "police", "site_code"], 60),
    ("x_privacy", "notice", 70),
    ("x_ipv6", "served", 100),
    ("sat_survey", {"satisfied": 173.15, "asked": 186, "groups": {}}, 93.09139784946237),
    ("sat_survey", {"satisfied": 20, "asked": 29, "groups": {}}, None),
    ("sat_review", {"good": 990, "reviews": 1000, "levels": {}}, 99),
]


@pytest.mark.parametrize(("row", "value", "worth"), CASES)
def test_points(row: str, value: Json, worth: float | None) -> None:
    assert points(RULES[row] or {}, value) == (None if worth is None else pytest.approx(worth))


def test_every_row_that_is_not_summed_has_a_case() -> None:
    summed_rows = {row.id for row in CATALOGUE.indicators if row.over == "sum"}
    assert {row for row, _, _ in CASES} | summed_rows == set(RULES)


@pytest.mark.parametrize("row", [row.id for row in CATALOGUE.indicators if row.score and row.over == "mean"])
@pytest.mark.parametrize("word", ["no_guide", "unreachable"])
def test_nothing_there_is_worth_nothing(row: str, word: str) -> None:
    assert points(RULES[row] or {}, word) == 0


@pytest.mark.parametrize(
    ("row", "values", "worth", "total"),
    [
        ("proc_trips", [{"used": 0}, {"used": 0}], 100, 0),
        ("proc_trips", [{"used": 1}, {"used": 1}, {"used": 1}], 40, 3),
        ("proc_trips", [{"used": 0}, "no_guide"], 65, 2),
        ("proc_trips", [{"used": 0}, "unreachable"], 0, None),
        ("proc_trips", [{"used": 2}, {"used": 2}, {"used": 2}], 0, 6),
        ("proc_days", [0.5, 8], 60, 8.5),
        ("proc_days", [0, "unstated"], 0, None),
        ("proc_days", [0, "no_guide"], 0, None),
        ("proc_days", [10, 11], 0, 21),
        ("proc_materials", ["none_needed", 3], 100, 3),
        ("proc_materials", [6, 6], 50, 12),
        ("proc_materials", [6, "unstated"], 0, None),
    ],
)
def test_sums_are_scored_after_adding(
    row: str, values: list[Json], worth: float, total: float | None
) -> None:
    assert summed(RULES[row] or {}, values) == (worth, total)


@pytest.mark.parametrize(
    ("row", "value"),
    [
        ("guide_findable", -1),
        ("guide_findable", "nearby"),
        ("guide_findable", True),
        ("guide_core_elements", ["name", "smell"]),
        ("guide_core_elements", "name"),
        ("guide_time_limits", 5),
        ("guide_logic", {"applicable": 6}),
        ("guide_cross_channel", {"compared": 5, "equal": 6}),
        ("tech_load", float("nan")),
        ("tech_load", float("inf")),
        ("proc_apply", "Form"),
        ("proc_apply", None),
        ("proc_trips", {"declared": 1}),
    ],
)
def test_a_value_out_of_form_is_refused(row: str, value: Json) -> None:
    with pytest.raises(BadInput) as bad:
        points(RULES[row] or {}, value)
    assert bad.value.mend


def test_a_word_that_leaves_the_row_out() -> None:
    rule = RULES["guide_material_detail"] or {}
    assert not applies(rule, "none_needed")
    assert applies(rule, "unstated")
    assert applies(rule, 0.5)


@given(low=st.floats(0, 30), more=st.floats(0, 30))
def test_slower_is_never_better(low: float, more: float) -> None:
    rule = RULES["tech_load"] or {}
    fast, slow = points(rule, low), points(rule, low + more)
    assert fast is not None
    assert slow is not None
    assert 0 <= slow <= fast <= 100
