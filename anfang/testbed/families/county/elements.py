"""What a guide says of each of its elements, as the text that stands behind the label."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from anfang.testbed.facts import Limit, StepFacts
from anfang.testbed.families.county.dice import Dice

PRINTED = (
    "legal_basis", "conditions", "location", "office_hours", "phone", "authority", "audience", "item_type", "fee",
    "result", "complaint_phone",
)  # fmt: skip
"""Elements whose text is printed exactly as it is planted."""

_IN: Mapping[str, tuple[str, ...]] = {
    "electronic": ("网上申请", "网上提交申请", "可通过互联网提交申请，也可到窗口提交", "网上申报、窗口申报"),
    "mail": ("邮寄申请", "可邮寄提交，也可到窗口提交", "窗口提交或者邮寄提交"),
    "none": ("窗口申请", "到窗口现场提交", "现场申请（窗口受理）"),
}
_OUT: Mapping[str, tuple[str, ...]] = {
    "electronic": ("网上下载电子证照", "电子送达，申请人自行下载打印", "下载电子文书，也可到窗口领取"),
    "mail": ("邮寄送达", "邮政速递送达", "窗口领取或者快递寄送"),
    "none": ("窗口领取", "到受理窗口自取", "申请人现场领取"),
}
_DEPTH: Mapping[str, tuple[str, ...]] = {
    "I": ("一级", "Ⅰ级", "I级"),
    "II": ("二级", "Ⅱ级", "II级"),
    "III": ("三级", "Ⅲ级", "III级"),
    "IV": ("四级", "Ⅳ级", "全程网办", "Ⅳ级（全程网办）"),
}
_TRIPS = ("{}次", "最多跑{}次", "跑{}次", "{}次")
_NUMERALS = "零一二三四五六七八九"


def stated(step: StepFacts, dice: Dice) -> dict[str, str]:
    """The text of every element that the guide states, materials and process apart."""
    said: dict[str, str | None] = {"name": step.name}
    said |= {element: getattr(step, element) for element in PRINTED}
    said |= {"handling_type": step.handling_type}
    said |= {element: make(step, dice) for element, make in _MADE.items()}
    return {element: text for element, text in said.items() if text is not None}


def _statutory(step: StepFacts, dice: Dice) -> str | None:
    return None if step.statutory is None else _statutory_limit(step.statutory, dice, step.name)


def _statutory_limit(limit: Limit, dice: Dice, name: str) -> str:
    if limit.amount is None:
        return dice.pick(("no statutory", name), ("无法定时限", "法律法规未规定办理时限", "无法定办理期限要求"))
    if limit.amount == 0:
        return "当场办结"
    shapes = ("自受理之日起{}内", "{}", "自受理申请之日起{}内作出决定", "自收到申请之日起{}内")
    return dice.pick(("statutory", name), shapes).format(_amount(limit, dice.chance(("numerals", name), 0.35)))


def _promised(step: StepFacts, dice: Dice) -> str | None:
    limit, key = step.promised, ("promised", step.name)
    if limit is None:
        return None
    if limit.amount is None:
        return dice.pick(key, ("无承诺时限", "不作时限承诺"))
    if limit.amount == 0:
        # 即办 alone would hint at the kind of handling, which the guide may leave open.
        at_once = ("当场办结", "即时办结", "0个工作日", "符合要求的，当场办结")
        return dice.pick(key, (*at_once, "即办") if step.handling_type == "即办件" else at_once)
    start = "自受理之时起" if limit.unit == "hours" else "自受理之日起"
    long = f"对符合法定形式的申请，{start}{{}}内办结并告知申请人"
    shapes = (f"{start}{{}}内办结", "{}", "{}内办结", f"申请符合要求的，{start}{{}}内办结", "受理后{}内完成", long)
    return dice.pick(key, shapes).format(_amount(limit, dice.chance((key, "numerals"), 0.2)))


def _amount(limit: Limit, in_words: bool) -> str:
    number = limit.amount or 0
    shown = numeral(int(number)) if in_words and number == int(number) and number < 100 else f"{number:g}"
    return f"{shown}个工作日" if limit.unit == "working_days" else f"{shown}小时"


def numeral(number: int) -> str:
    """A number below 100 in Chinese numerals."""
    tens, units = divmod(number, 10)
    if not tens:
        return _NUMERALS[units]
    return ("" if tens == 1 else _NUMERALS[tens]) + "十" + (_NUMERALS[units] if units else "")


def _mail_in(step: StepFacts, dice: Dice) -> str | None:
    return dice.pick(("in", step.name), _IN[step.mail_in]) if step.mail_in else None


def _mail_out(step: StepFacts, dice: Dice) -> str | None:
    return dice.pick(("out", step.name), _OUT[step.mail_out]) if step.mail_out else None


def _depth(step: StepFacts, dice: Dice) -> str | None:
    return dice.pick(("depth", step.name), _DEPTH[step.depth]) if step.depth else None


def _trips(step: StepFacts, dice: Dice) -> str | None:
    return None if step.trips is None else dice.pick(("trips", step.name), _TRIPS).format(step.trips)


_MADE: Mapping[str, Callable[[StepFacts, Dice], str | None]] = {
    "statutory": _statutory,
    "promised": _promised,
    "mail_in": _mail_in,
    "mail_out": _mail_out,
    "depth": _depth,
    "trips": _trips,
}
