from __future__ import annotations

import pytest

from anfang.shopper.lexicon import EXACT, SENTENCE_STRENGTH, load
from anfang.shopper.segments import segments

ZH = load("zh")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "【法定期限】自受理申请之日起7个工作日内作出决定；承诺期限：0个工作日。",
            [("statutory_limit", "自受理申请之日起7个工作日内作出决定"), ("promised_limit", "0个工作日。")],
        ),
        (
            "二、主管部门：晋钧市行政审批局；服务对象：企业；办件类别：承诺件。",
            [("authority", "晋钧市行政审批局"), ("audience", "企业"), ("handling_type", "承诺件。")],
        ),
        ("承诺时限(工作日)：5", [("promised_limit", "5")]),
        # a label by its ending counts before a colon
        ("3.办事人跑动次数：跑1次 十、是否收费：无", [("trips", "跑1次"), ("fee", "无")]),
        ("咨询联系电话：0383-7567861；投诉电话：0367 2683654。", [("phone", "0383-7567861"), ("complaint_phone", "0367 2683654。")]),
        ("本事项的审批结果为社会保险登记证，结果领取方式为网上下载。", [("result", "社会保险登记证"), ("delivery", "网上下载")]),
        ("Q：受理之后还能撤回申请吗？", []),
        ("本市社会保险经办机构负责办理单位登记，逾期的说明：请及时办理。", []),
    ],
)
def test_labelled_parts_of_a_line(text: str, told: list[tuple[str, str]]) -> None:
    assert [(one.label.element, one.value) for one in segments(text, ZH)] == told


def test_a_unit_and_the_strength_are_kept() -> None:
    (promised,) = segments("承诺时限（工作日）：5", ZH)
    assert (promised.label.unit, promised.label.strength) == ("工作日", EXACT)
    (result,) = segments("审批结果为登记证", ZH)
    assert result.label.strength == SENTENCE_STRENGTH


@pytest.mark.parametrize(
    ("lang", "text", "told"),
    [
        ("en", "Processing time: 5 working days. Fee: none", [("promised_limit", "5 working days."), ("fee", "none")]),
        ("en", "See https://example.org/fee: it is there", []),
        ("it", "Telefono: 0512 345678; Orari di apertura: 9-12", [("phone", "0512 345678"), ("office_hours", "9-12")]),
    ],
)
def test_latin_text(lang: str, text: str, told: list[tuple[str, str]]) -> None:
    assert [(one.label.element, one.value) for one in segments(text, load(lang))] == told
