"""Service guides: each probe asked over pages whose answers were read by eye."""

from __future__ import annotations

import pytest

from anfang.model import Finding, Json
from anfang.probe import load_probes
from anfang.shopper.trail import Fetched, Look, Trail, Way
from tests.conftest import See
from tests.portals.looks import look, trail

pytestmark = pytest.mark.browser
GUIDES = {"registration": "guide_table", "seal": "guide_heads", "invoice": "guide_cards", "social_insurance": "guide_prose"}
GUIDE_ROWS = (
    "guide_core_elements", "guide_ext_elements", "guide_time_limits", "guide_materials_clear", "guide_blank_form",
    "guide_sample_form", "guide_contact",
)  # fmt: skip


def ask(indicator: str, made: Trail, step: str = "") -> Finding:
    found = load_probes()[indicator]
    return found.ask(made, step=step) if found.per_step else found.ask(made)


async def full(see: See, *more: Look) -> Trail:
    looks = [look("guide", await see(name), step) for step, name in GUIDES.items()]
    return trail(look("home", await see("home")), *looks, *more)


async def nothing(see: See, *more: Look) -> Trail:
    return trail(look("home", await see("home")), *more)


async def test_findable_is_the_number_of_clicks(see: See) -> None:
    made = await full(see)
    assert ask("guide_findable", made, "seal").value == 2
    made.ways["seal"] = Way(None, proved=False, searched=True)
    assert ask("guide_findable", made, "seal").value == "search"
    assert ask("guide_findable", await nothing(see), "seal").value == "absent"


async def test_a_search_cut_short_establishes_nothing(see: See) -> None:
    made = await nothing(see)
    made.ways["seal"] = Way(None, proved=False, exhausted=False)
    for row in ("guide_findable", *GUIDE_ROWS, "proc_depth", "proc_trips", "proc_apply", "int_faq"):
        assert ask(row, made, "seal").status == "not_observed"


@pytest.mark.parametrize("row", GUIDE_ROWS)
async def test_no_guide(see: See, row: str) -> None:
    found = ask(row, await nothing(see), "seal")
    assert (found.status, found.value) == ("observed", "no_guide")
    assert found.evidence


@pytest.mark.parametrize(
    ("step", "stated"),
    [
        ("registration", ["name", "legal_basis", "conditions", "materials", "location", "office_hours", "phone", "process"]),
        ("seal", ["name", "legal_basis", "conditions", "materials", "phone"]),
        ("invoice", ["name", "legal_basis", "materials", "phone"]),
        ("social_insurance", ["name", "conditions", "process"]),  # its place and phone are placeholders
    ],
)
async def test_core_elements(see: See, step: str, stated: list[str]) -> None:
    assert ask("guide_core_elements", await full(see), step).value == stated


@pytest.mark.parametrize(
    ("step", "stated"),
    [
        ("registration", ["authority", "audience", "item_type", "handling_type", "statutory_limit", "promised_limit", "fee", "result",
                          "delivery", "depth", "trips", "complaint_phone"]),
        ("seal", ["handling_type", "statutory_limit", "promised_limit", "delivery", "depth", "trips", "complaint_phone"]),  # fee: 暂无
        ("social_insurance", ["promised_limit", "fee"]),
    ],
)  # fmt: skip
async def test_extended_elements(see: See, step: str, stated: list[str]) -> None:
    assert ask("guide_ext_elements", await full(see), step).value == stated


@pytest.mark.parametrize(
    ("step", "statutory", "promised", "kind"),
    [
        ("registration", 15, 3, "承诺件"),
        ("seal", "none", 0, "即办件"),
        ("invoice", None, 0.5, None),  # 2个月 is not in working days; 4 hours are half a day
        ("social_insurance", None, 10, None),
    ],
)
async def test_time_limits(see: See, step: str, statutory: Json, promised: Json, kind: str | None) -> None:
    value = ask("guide_time_limits", await full(see), step).value
    assert (value["statutory_days"], value["promised_days"], value["handling_type"]) == (statutory, promised, kind)


@pytest.mark.parametrize(
    ("step", "value"),
    [
        ("registration", {"listed": 3, "catch_all": 1}),
        ("seal", {"listed": 3, "catch_all": 0}),
        ("invoice", "none_needed"),
        ("social_insurance", "unstated"),
    ],
)
async def test_materials(see: See, step: str, value: Json) -> None:
    assert ask("guide_materials_clear", await full(see), step).value == value


def fetched(step: str, kind: str, detected: str, status: int | None = 200) -> Fetched:
    return Fetched(f"http://qinghe.portal.test/{kind}.docx", status, 100, "", detected, "docx", "", kind, step)


async def test_forms(see: See) -> None:
    made = await full(see)
    made.fetched += [
        fetched("registration", "blank_form", "docx"),
        fetched("registration", "sample_form", "docx", 404),
        fetched("seal", "blank_form", "html"),
        fetched("seal", "sample_form", "empty"),
    ]
    told = {(row, step): ask(f"guide_{row}", made, step).value for row in ("blank_form", "sample_form") for step in GUIDES}
    assert told == {
        ("blank_form", "registration"): "works",
        ("sample_form", "registration"): "broken",
        ("blank_form", "seal"): "broken",  # a page of HTML under the name of a document
        ("sample_form", "seal"): "broken",  # 0 bytes
        ("blank_form", "invoice"): "not_needed",
        ("sample_form", "invoice"): "not_needed",
        ("blank_form", "social_insurance"): "absent",
        ("sample_form", "social_insurance"): "absent",
    }


async def test_scenario_service(see: See) -> None:
    assert ask("guide_scenario", await nothing(see)).value == "absent"
    assert ask("guide_scenario", await nothing(see, look("scenario", await see("scenario")))).value == "all_steps"
    some = await see("<h2>企业开办一件事</h2><p>企业设立登记</p><p>公章刻制备案</p>")
    assert ask("guide_scenario", await nothing(see, look("scenario", some))).value == "some_steps"
    asked = await see("<h2>企业开办专区</h2><p>您是否需要刻制公章？</p><p>需要</p>")
    wizard = await nothing(see, look("scenario", await see("wizard")), look("scenario_answer", asked))
    assert ask("guide_scenario", wizard).value == "wizard"


async def test_scenario_service_elsewhere_is_blocked(see: See) -> None:
    made = await nothing(see)
    made.unknown["scenario"] = "off_site:elsewhere.test"
    found = ask("guide_scenario", made)
    assert (found.status, found.reason) == ("blocked", "off_site:elsewhere.test")


@pytest.mark.parametrize(
    ("step", "checks"),
    [
        ("registration", ["consult", "complaint", "well_formed", "differ"]),
        ("seal", ["consult", "complaint", "well_formed"]),  # one number for both
        ("invoice", ["consult", "complaint", "differ"]),  # 0577-88003 is too short
        ("social_insurance", []),  # 详见窗口
    ],
)
async def test_contacts(see: See, step: str, checks: list[str]) -> None:
    assert ask("guide_contact", await full(see), step).value == checks


async def test_12345_may_serve_for_both(see: See) -> None:
    page = await see("<h2>公章刻制</h2><table><tr><td>咨询电话</td><td>12345</td></tr><tr><td>投诉电话</td><td>12345</td></tr></table>")
    made = await nothing(see, look("guide", page, "seal"))
    assert ask("guide_contact", made, "seal").value == ["consult", "complaint", "well_formed", "differ"]


async def test_a_guide_that_orders_its_own_score_is_read_like_any_other(see: See) -> None:
    made = await nothing(see, look("guide", await see("hostile"), "registration"))
    assert ask("proc_trips", made, "registration").value["declared"] == 2
    assert ask("guide_core_elements", made, "registration").value == ["name"]
    assert ask("guide_ext_elements", made, "registration").value == ["authority", "audience", "result", "trips"]
