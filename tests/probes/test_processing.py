from __future__ import annotations

from dataclasses import replace

import pytest

from anfang.model import Finding, Json
from anfang.probe import load_probes
from anfang.shopper.trail import Fetched, Look, Trail
from tests.conftest import See
from tests.portals.looks import look, trail

pytestmark = pytest.mark.browser
GUIDES = {"registration": "guide_table", "seal": "guide_heads", "invoice": "guide_cards", "social_insurance": "guide_prose"}


def ask(indicator: str, made: Trail, **step: str) -> Finding:
    return load_probes()[indicator].ask(made, **step)


async def full(see: See, *more: Look) -> Trail:
    looks = [look("guide", await see(name), step) for step, name in GUIDES.items()]
    return trail(look("home", await see("home")), *looks, *more)


async def nothing(see: See, *more: Look) -> Trail:
    return trail(look("home", await see("home")), *more)


@pytest.mark.parametrize(
    ("name", "note", "value"),
    [
        ("apply_form", "", "form"),
        ("login_item", "", "login_generic"),
        ("login_password", "", "login_generic"),
        ("gone", "", "broken"),
        ("failed", "", "broken"),
        ("guide_heads", "back to the guide", "broken"),
        ("guide_heads", "nothing happens", "broken"),
    ],
)
async def test_application(see: See, name: str, note: str, value: str) -> None:
    made = await full(see, look("apply", await see(name), "seal", note=note))
    assert ask("proc_apply", made, step="seal").value == value


async def test_a_sign_in_that_names_the_item_or_returns_to_it(see: See) -> None:
    named = await see("<h2>请先登录</h2><p>您正在办理：公章刻制备案</p><button>登录</button>")
    assert ask("proc_apply", await full(see, look("apply", named, "seal")), step="seal").value == "login_item"
    returns = await see("login_item?returnUrl=%2Fapply%2F1001")
    assert ask("proc_apply", await full(see, look("apply", returns, "seal")), step="seal").value == "login_item"


async def test_a_toast_is_a_sign_in_wall(see: See) -> None:
    toast = look("apply", await see("guide_heads"), "seal", dialogs=("登录超时，请重新登录",))
    assert ask("proc_apply", await full(see, toast), step="seal").value in ("login_item", "login_generic")


async def test_no_button_no_guide_and_another_host(see: See) -> None:
    assert ask("proc_apply", await full(see), step="seal").value == "absent"
    assert ask("proc_apply", await nothing(see), step="seal").value == "absent"
    made = await full(see)
    made.unknown["apply:seal"] = "off_site:elsewhere.test"
    assert ask("proc_apply", made, step="seal").status == "blocked"


@pytest.mark.parametrize(
    ("step", "ways"),
    [
        ("registration", {"in": "electronic", "out": "mail"}),
        ("seal", {"in": "none", "out": "none"}),  # 不支持邮寄
        ("invoice", {"in": "mail", "out": "none"}),
        ("social_insurance", {"in": "none", "out": "none"}),
    ],
)
async def test_in_and_out(see: See, step: str, ways: Json) -> None:
    assert ask("proc_mail", await full(see), step=step).value == ways


async def test_an_online_application_lets_the_papers_in(see: See) -> None:
    made = await full(see, look("apply", await see("apply_form"), "seal"))
    assert ask("proc_mail", made, step="seal").value == {"in": "electronic", "out": "none"}


@pytest.mark.parametrize(
    ("step", "value"),
    [
        ("registration", {"declared": 0, "derived": 0, "used": 0}),
        ("seal", {"declared": 0, "derived": 2, "used": 2}),  # 0 declared, yet the guide needs presence twice
        ("invoice", {"declared": 1, "derived": 1, "used": 1}),
        ("social_insurance", {"declared": None, "derived": 2, "used": 2}),
    ],
)
async def test_trips(see: See, step: str, value: Json) -> None:
    assert ask("proc_trips", await full(see), step=step).value == value


async def test_a_contradiction_is_told_and_no_guide_means_two_trips(see: See) -> None:
    assert ask("proc_trips", await full(see), step="seal").reason == "0 trips declared, but presence is needed"
    assert ask("proc_trips", await nothing(see), step="seal").value == {"declared": None, "derived": None, "used": 2}


async def test_depth_is_the_lower_of_declared_and_seen(see: See) -> None:
    made = await full(see)
    assert ask("proc_depth", made, step="registration").value == {
        "declared": "IV", "raw": "四级(全程网办)", "seen": "I", "used": "I",
    }  # fmt: skip
    made.fetched.append(Fetched("http://a/f.docx", 200, 9, "", "docx", "docx", "", "blank_form", "registration"))
    assert ask("proc_depth", made, step="registration").value["seen"] == "II"
    made.add(look("apply", await see("apply_form"), "registration"))
    assert ask("proc_depth", made, step="registration").value["used"] == "IV"


async def test_depth_three_where_the_result_must_be_fetched(see: See) -> None:
    made = await full(see, look("apply", await see("apply_form"), "invoice"))
    assert ask("proc_depth", made, step="invoice").value == {"declared": None, "raw": None, "seen": "III", "used": "III"}


async def test_depth_without_a_guide(see: See) -> None:
    assert ask("proc_depth", await nothing(see), step="seal").value == "no_guide"
    assert ask("proc_mail", await nothing(see), step="seal").value == "no_guide"


@pytest.mark.parametrize(("step", "days"), [("registration", 3), ("seal", 0), ("invoice", 0.5), ("social_insurance", 10)])
async def test_promised_days(see: See, step: str, days: float) -> None:
    assert ask("proc_days", await full(see), step=step).value == days


async def test_days_and_materials_unstated(see: See) -> None:
    made = await nothing(see, look("guide", await see("<h2>公章刻制</h2><p>请到窗口办理</p>"), "seal"))
    assert ask("proc_days", made, step="seal").value == "unstated"
    assert ask("proc_materials", made, step="seal").value == "unstated"


@pytest.mark.parametrize(("step", "count"), [("registration", 3), ("seal", 3), ("invoice", 0), ("social_insurance", "unstated")])
async def test_number_of_materials(see: See, step: str, count: Json) -> None:
    assert ask("proc_materials", await full(see), step=step).value == count


@pytest.mark.parametrize(
    ("answer", "value"),
    [
        ("status_stages", "stages"),
        ("<h2>办理进度查询</h2><p>您的办件：已办结</p>", "state"),
        ("<h2>办理进度查询</h2><p>未查询到相关办件，请核对编号</p>", "asks"),
        ("status", "no_answer"),  # nothing came
        ("login_one", "login"),
    ],
)
async def test_progress_query(see: See, answer: str, value: str) -> None:
    asked = look("status_answer", await see(answer), label="QH202603010001", note="sample number")
    assert ask("proc_status", await nothing(see, look("status", await see("status")), asked)).value == value


async def test_progress_query_walled_or_absent(see: See) -> None:
    assert ask("proc_status", await nothing(see, look("status", await see("login_one")))).value == "login"
    made = await nothing(see)
    assert ask("proc_status", made).value == "absent"
    made.unknown["status"] = "the search ran out of its budget"
    assert ask("proc_status", made).status == "not_observed"


async def test_a_toast_as_the_answer(see: See) -> None:
    page = await see("status")
    asked = look("status_answer", page, label="0000000000", note="wrong number", dialogs=("未查询到相关办件",))
    assert ask("proc_status", await nothing(see, look("status", page), asked)).value == "asks"
    assert ask("proc_status", await nothing(see, look("status", page), replace(asked, dialogs=()))).value == "no_answer"


async def test_a_combined_guide_counts_once_where_the_steps_are_summed(see: See) -> None:
    page = await see("guide_table")
    made = trail(look("home", await see("home")), look("guide", page, "registration"), look("guide", page, "invoice"))
    for row in ("proc_trips", "proc_days", "proc_materials"):
        found = ask(row, made, step="invoice")
        assert (found.status, found.reason) == ("not_applicable", "combined_with:registration")
        assert ask(row, made, step="registration").status == "observed"
    assert ask("proc_depth", made, step="invoice").status == "observed", "a mean repeats its values"
