"""A step's planted codes in the portal's words: limits, handling, ways in and out, depth and trips."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from anfang.testbed.facts import Limit, StepFacts
from anfang.testbed.families.platform.choices import Choices

Pair = tuple[str, str]
"""A label and what is printed behind it."""

_AT_ONCE = ("即办", "当场办结", "0个工作日")
_UNITS = {"working_days": ("工作日", "个工作日"), "hours": ("小时", "小时")}
_HANDLING = {"即办件": ("即办件", "即办"), "承诺件": ("承诺件", "承诺办理件")}
_IN: Mapping[str, tuple[str, ...]] = {
    "electronic": ("网上申请", "网上申报", "网上申请、窗口申请", "网上提交"),
    "mail": ("邮寄申请", "窗口申请、邮寄申请", "邮寄提交"),
    "none": ("窗口申请", "现场申请", "窗口提交"),
}
_OUT: Mapping[str, tuple[str, ...]] = {
    "electronic": ("网上送达（电子证照）", "网站下载打印电子证照", "电子送达"),
    "mail": ("邮寄送达", "快递送达", "窗口领取、邮寄送达"),
    "none": ("窗口领取", "现场领取", "到窗口领取"),
}
_DEPTH: Mapping[str, tuple[str, ...]] = {
    "I": ("一级", "Ⅰ级", "一级（Ⅰ）"),
    "II": ("二级", "Ⅱ级", "二级（Ⅱ）"),
    "III": ("三级", "Ⅲ级", "三级（Ⅲ）"),
    "IV": ("四级", "Ⅳ级", "全程网办（四级）"),
}


def limit_pair(pick: Choices, kind: Literal["statutory", "promised"], limit: Limit) -> Pair:
    """A time limit. Such platforms often have the unit in the label and a bare number behind it."""
    label = pick.word(kind)
    if limit.amount is None:
        return label, pick.word(f"no_{kind}")
    in_label, behind = _UNITS[limit.unit]
    if pick.chance("unit in the label", 0.55):
        return label + pick.one("unit brackets", ("({})", "（{}）", "（单位：{}）")).format(in_label), f"{limit.amount:g}"
    if limit.amount == 0:
        return label, pick.one(f"at once:{kind}", _AT_ONCE)
    sentence = pick.one(f"limit:{kind}", ("{}", "{}", "自受理之日起{}内")) if limit.unit == "working_days" else "{}"
    return label, sentence.format(f"{limit.amount:g}{behind}")


def trips_pair(pick: Choices, trips: int) -> Pair:
    label = pick.word("trips")
    if pick.chance("unit in the label", 0.55):
        return f"{label}(次)", str(trips)
    return label, f"{pick.one('trips', ('', '最多')) if trips else ''}{trips}次"


def code_pairs(step: StepFacts, pick: Choices) -> dict[str, Pair]:
    """What is planted as a code, by element, where it is stated."""
    told: dict[str, Pair] = {}
    if step.statutory:
        told["statutory"] = limit_pair(pick, "statutory", step.statutory)
    if step.promised:
        told["promised"] = limit_pair(pick, "promised", step.promised)
    if step.trips is not None:
        told["trips"] = trips_pair(pick, step.trips)
    words = {
        "handling_type": _HANDLING.get(step.handling_type or "", ()),
        "mail_in": _IN.get(step.mail_in or "", ()),
        "mail_out": _OUT.get(step.mail_out or "", ()),
        "depth": _DEPTH.get(step.depth or "", ()),
    }
    return told | {key: (pick.word(key), pick.one(f"{key}:{step.step}", words[key])) for key in words if words[key]}
