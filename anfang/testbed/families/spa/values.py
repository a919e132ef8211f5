"""How planted values are printed: limits, depth, trips and ways, in the wordings of real guides."""

from __future__ import annotations

from anfang.testbed.facts import Depth, In, Limit
from anfang.testbed.families.spa.wording import Words

_NO_LIMIT = {
    "statutory": ("无法定时限", "无法定办结时限", "无法定期限"),
    "promised": ("无承诺时限", "无承诺办结时限", "无承诺期限"),
}
_DEPTH: dict[Depth, tuple[str, ...]] = {
    "I": ("一级", "Ⅰ级", "Ⅰ级（信息公开）"),
    "II": ("二级", "Ⅱ级", "Ⅱ级（表格下载）"),
    "III": ("三级", "Ⅲ级", "Ⅲ级（在线预审）"),
    "IV": ("四级", "Ⅳ级", "全程网办"),
}
_IN: dict[In, tuple[str, ...]] = {
    "electronic": ("网上提交", "网上办理", "在线提交"),
    "mail": ("邮寄提交", "邮寄材料", "快递邮寄申请"),
    "none": ("窗口提交", "窗口办理", "到窗口提交"),
}
_OUT: dict[In, tuple[str, ...]] = {
    "electronic": ("电子证照下载", "网上下载", "网上下载电子件"),
    "mail": ("邮寄送达", "快递送达", "EMS邮寄送达"),
    "none": ("窗口领取", "现场领取", "到窗口自取"),
}


def limit(label: str, value: Limit, words: Words, topic: str) -> tuple[str, str]:
    """Label and text of a time limit; `topic` is "statutory" or "promised". The unit may stand in the label."""
    if value.amount is None:
        return label, words.pick(topic, _NO_LIMIT[topic])
    number = f"{value.amount:g}"
    if value.unit == "hours":
        return label, words.pick("hours", (f"{number}小时", f"{number}个小时", f"{number}小时内"))
    if value.amount == 0:
        return label, words.pick(topic, ("即办", "当场办结", "即时办结"))
    if words.pick("unit in label", (False, False, True)):
        return f"{label}(工作日)", number
    return label, words.pick(
        topic, (f"{number}个工作日", f"{number}工作日", f"自受理之日起{number}个工作日内")
    )


def trips(label: str, count: int, words: Words) -> tuple[str, str]:
    """Label and text of the declared number of trips."""
    if words.pick("trips in label", (False, False, True)):
        return f"{label}(次)", str(count)
    most = f"最多跑{count}次" if count else "0次"
    return label, words.pick("trips text", (f"{count}次", f"跑{count}次", most))


def depth(value: Depth, words: Words) -> str:
    return words.pick("depth text", _DEPTH[value])


def way_in(value: In, words: Words) -> str:
    return words.pick("in text", _IN[value])


def way_out(value: In, words: Words) -> str:
    return words.pick("out text", _OUT[value])


def required(value: bool, words: Words) -> str:
    return words.pick("required text", (("必要", "非必要"), ("是", "否"), ("必须", "可选")))[
        0 if value else 1
    ]
