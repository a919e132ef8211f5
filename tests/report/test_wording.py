from __future__ import annotations

from typing import Any

import pytest

from anfang.report.wording import LANGS, number, readable, rule, signed, words
from scoring.catalogue import load_catalogue
from tests.report.byhand import CATALOGUE

FORMS: list[tuple[str, Any, str, str]] = [
    ("guide_findable", 1, "从首页点击 1 次", "1 click from the home page"),
    ("guide_findable", "search", "仅能通过站内搜索找到", "found by the site search only"),
    ("guide_core_elements", ["name"], "2 项中有 1 项；缺：设定依据", "1 of 2; missing: legal basis"),
    ("guide_time_limits", {"statutory_days": 20, "promised_days": None, "handling_type": "即办件", "units": {"promised": "天"}}, "法定：20 个工作日；承诺：未写明；办件类型：即办件", "statutory: 20 working days; promised: not stated; handling type: handled at once"),
    ("guide_logic", {"applicable": ["W03", "W10", "W19"], "failed": ["W03"]}, "适用 3 条规则，未通过 1 条；W03 声明四级深度但仍需到场", "3 rules applied, 1 failed; W03 level IV is declared but trips are needed"),
    ("guide_materials_clear", {"listed": 8, "catch_all": 1}, "列明：8 份；兜底材料：1 份", "listed: 8; catch-all: 1"),
    ("guide_materials_clear", "none_needed", "无需提交材料", "no material needed"),
    ("guide_cross_channel", {"compared": 6, "equal": 5, "differing": ["fee"]}, "比对：6；一致：5；不一致：收费", "compared: 6; equal: 5; differing: fee"),
    ("guide_contact", ["consult", "well_formed"], "4 项中有 2 项；缺：监督投诉电话、两号不同或均为热线", "2 of 4; missing: complaint phone, numbers differ or both the hotline"),
    ("tech_links", 0.034, "失效链接 3.4%", "3.4% of the links dead"),
    ("tech_search_ok", "none", "首页结果中没有该事项", "not on the first page of results"),
    ("proc_trips", {"declared": None, "derived": 1, "used": 1}, "计分采用：1 次；指南声明：未写明；推算：1 次", "used for the score: 1 trip; declared: not stated; derived: 1"),
    ("proc_depth", {"declared": "IV", "raw": "四级", "seen": "none", "used": "none"}, "计分采用：无；指南声明：四级；实际可达：无", "used for the score: none; declared: level IV; reached: none"),
    ("proc_mail", {"in": "electronic", "out": "mail"}, "收件：电子；送达：邮寄", "documents in: electronic; result out: by mail"),
    ("int_consult_channel", {"form": "open", "sent": None}, "表单：可直接填写；发送：未发送", "form: open without sign-in; sending: not sent"),
    ("int_consult_days", {"unanswered": 5}, "未答复期限：5 个工作日", "unanswered within: 5 working days"),
    ("int_consult_quality", {"on_point": True, "polite": False}, "切题：是；礼貌：否", "on point: yes; polite: no"),
    ("mob_channels", ["app", "h5"], "手机应用、手机网页", "app, mobile site"),
    ("mob_channels", [], "无", "none"),
    ("proc_fees", "no_guide", "未找到该环节的办事指南", "no guide of this step was found"),
    ("anything", None, "—", "—"),
    ("anything", "a_code_of_tomorrow", "a_code_of_tomorrow", "a_code_of_tomorrow"),
]  # fmt: skip


@pytest.mark.parametrize(("indicator", "value", "zh", "en"), FORMS)
def test_a_value_reads_in_both_languages(indicator: str, value: Any, zh: str, en: str) -> None:
    assert tuple(readable(value, indicator, lang, CATALOGUE) for lang in LANGS) == (zh, en)


def test_every_element_of_the_instrument_has_a_name() -> None:
    catalogue = load_catalogue()
    assert {*catalogue.core_elements, *catalogue.extended_elements} <= set(words("values")["codes"])


def test_every_word_is_there_in_both_languages() -> None:
    for table in ("codes", "rules", "fields", "numbers", "null_fields"):
        for name, told in words("values")[table].items():
            assert set(told) == {"zh", "en"}, f"{table} {name}"


def test_rules_are_named_with_their_id() -> None:
    assert rule("W10", "en") == "W10 address without street and number or window"
    assert rule("W99", "zh") == "W99"


def test_figures_have_a_true_minus_and_a_dash_for_the_unknown() -> None:
    assert [number(value) for value in (1, -0.5, None)] == ["1.00", "−0.50", "—"]
    assert [signed(value) for value in (1.25, -0.5, -0.001, None)] == ["+1.25", "−0.50", "0.00", "—"]
