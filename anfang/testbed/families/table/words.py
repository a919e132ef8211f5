"""Wordings: what portals of this family call things. A portal keeps one wording for each key."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from anfang.testbed.facts import Limit
from anfang.testbed.families.table.taste import Taste

LABELS: Final[Mapping[str, tuple[str, ...]]] = {
    # Elements of a guide.
    "name": ("事项名称", "服务名称", "办理事项", "项目名称"),
    "legal_basis": ("设定依据", "法律依据", "办理依据"),
    "conditions": ("办理条件", "受理条件", "申请条件"),
    "materials": ("申请材料", "所需材料", "材料清单", "提交材料"),
    "location": ("办理地点", "窗口地址", "受理地点"),
    "office_hours": ("办理时间", "受理时间", "工作时间"),
    "phone": ("咨询电话", "联系电话", "业务咨询电话"),
    "process": ("办理流程", "窗口办理流程", "办理程序"),
    "authority": ("实施主体", "实施机构", "受理机构", "主管部门"),
    "audience": ("服务对象", "办理对象", "申报对象"),
    "item_type": ("事项类型", "事项类别", "权力类型"),
    "handling_type": ("办件类型", "办理类型", "办件种类"),
    "statutory": ("法定时限", "法定期限", "法定办结时限"),
    "promised": ("承诺时限", "承诺期限", "承诺办结时限"),
    "fee": ("收费标准", "收费情况", "审批收费"),
    "result": ("办理结果", "审批结果名称", "结果名称"),
    "mail_in": ("申请方式", "办理形式", "办理方式"),
    "mail_out": ("送达方式", "办理结果领取方式", "结果送达方式"),
    "depth": ("网上办理深度", "网办深度", "网上办事深度"),
    "trips": ("到办事现场次数", "到现场次数", "跑动次数", "到窗口最多次数"),
    "complaint_phone": ("监督电话", "投诉电话", "监督投诉电话"),
    "faq": ("常见问题", "常见问题解答", "问题解答"),
    # Columns of the materials table.
    "m_name": ("材料名称", "申请材料名称", "名称"),
    "m_source": ("来源渠道", "材料来源", "来源"),
    "m_form": ("材料形式", "材料类型", "形式"),
    "m_copies": ("份数", "纸质材料份数", "材料份数"),
    "m_required": ("必要性", "是否必须提供", "是否必需"),
    "m_files": ("表格", "资料下载", "相关附件"),
    "blank_form": ("空白表格", "表格下载", "模板下载"),
    "sample_form": ("示例样表", "样表下载", "填写示例"),
    # Menus, pages, buttons.
    "hall": ("网上办事大厅", "办事服务", "网上大厅"),
    "company": ("法人办事", "企业办事", "法人服务"),
    "person": ("个人办事", "市民办事", "个人服务"),
    "guide": ("办事指南", "服务指南", "办理指南"),
    "items": ("事项列表", "办事事项", "服务事项"),
    "hot": ("热点服务", "办事直通车", "常用事项"),
    "news": ("政务要闻", "本市要闻", "工作动态"),
    "notice": ("通知公告", "公示公告", "部门动态"),
    "apply": ("在线办理", "在线申办", "网上申报", "我要办"),
    "login": ("用户登录", "登录", "会员登录"),
    "consult": ("我要咨询", "网上咨询", "业务咨询"),
    "complaint": ("我要投诉", "网上投诉", "投诉举报"),
    "status": ("办件查询", "办理进度查询", "进度查询"),
    "case_number": ("办件编号", "申报号", "受理编号"),
    "search": ("搜索", "检索", "站内搜索"),
    "scenario": ("企业开办专区", "开办企业一件事", "企业开办网上办"),
    "wizard": ("企业开办场景导航", "企业开办办事向导", "开办企业智能导办"),
    "breadcrumb": ("当前位置", "您现在所在的位置", "所在位置"),
}

NUMERALS: Final = {"I": "Ⅰ一", "II": "Ⅱ二", "III": "Ⅲ三", "IV": "Ⅳ四"}
MAIL_IN: Final[Mapping[str, tuple[str, ...]]] = {
    "electronic": ("网上提交", "网上申请", "在线提交"),
    "mail": ("邮寄提交", "邮寄申请", "邮寄材料"),
    "none": ("窗口提交", "窗口申请", "现场提交"),
}
MAIL_OUT: Final[Mapping[str, tuple[str, ...]]] = {
    "electronic": ("网上下载", "在线下载电子件", "网上自行下载打印"),
    "mail": ("邮寄送达", "快递送达", "邮寄"),
    "none": ("窗口领取", "现场领取", "到窗口自取"),
}
NONE_NEEDED: Final = ("无需提交材料", "无需提交任何材料", "本事项无需申请人提交材料")
BLANK_NOT_NEEDED: Final = ("在线填写，无需下载表格", "网上直接填报，无需下载表格", "无需填写表格")
SAMPLE_NOT_NEEDED: Final = ("在线填写，无需样表", "网上直接填报，无需样表", "无需填写样表")


def label(taste: Taste, key: str) -> str:
    """The portal's wording for `key`."""
    return taste.pick(f"label:{key}", LABELS[key])


def depth(taste: Taste, key: str, level: str) -> str:
    roman, ordinal = NUMERALS[level]
    options = [f"{roman}级", f"{ordinal}级", f"{ordinal}级（{roman}级）"]
    return taste.pick(f"depth:{key}", [*options, "全程网办"] if level == "IV" else options)


def trips(taste: Taste, key: str, n: int) -> str:
    return taste.pick(f"trips:{key}", [f"{n}次", str(n), f"最多跑{n}次" if n else "跑0次"])


def number(amount: float) -> str:
    return str(int(amount)) if amount == int(amount) else str(amount)


def limit(taste: Taste, key: str, kind: str, value: Limit) -> tuple[str, str]:
    """Label and text of a time limit; now and then the unit stands in the label and the bare number in the text."""
    name = label(taste, kind)
    if value.amount is None:
        return name, taste.pick(f"{kind}:{key}", _no_limit(kind))
    if value.amount == 0:
        return name, taste.pick(f"{kind}:{key}", ("即办", "当场办结", "即时办结"))
    amount = number(value.amount)
    unit = "小时" if value.unit == "hours" else "个工作日"
    if taste.chance(f"unit:{kind}", 0.4):
        return f"{name}（{unit.removeprefix('个')}）", amount
    return name, taste.pick(
        f"{kind}:{key}", (f"{amount}{unit}", f"{amount} {unit}", f"自受理之日起{amount}{unit}内")
    )


def _no_limit(kind: str) -> tuple[str, ...]:
    if kind == "promised":
        return ("无承诺时限", "未承诺时限", "不作时限承诺")
    return ("无法定时限", "无法定办结时限", "法律法规未规定办理时限")
