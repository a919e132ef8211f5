"""The words of one portal: every label has several wordings, of which a portal's seed picks one for good."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from typing import TypeVar

T = TypeVar("T")

LABELS: dict[str, tuple[str, ...]] = {
    "name": ("事项名称", "办理事项", "业务名称"),
    "authority": ("实施主体", "实施机关", "办理机构"),
    "audience": ("服务对象", "办理对象", "申报对象"),
    "item_type": ("事项类型", "权力类型", "事项性质"),
    "handling_type": ("办件类型", "办理类型", "办件类别"),
    "statutory": ("法定时限", "法定办结时限", "法定期限"),
    "promised": ("承诺时限", "承诺办结时限", "承诺期限"),
    "fee": ("收费情况", "是否收费", "收费标准"),
    "result": ("办理结果", "审批结果名称", "结果名称"),
    "mail_in": ("申请方式", "办理形式", "申请材料提交方式"),
    "mail_out": ("送达方式", "结果送达方式", "办理结果领取方式"),
    "depth": ("网上办理深度", "网办深度", "网上办事深度"),
    "trips": ("到办事现场次数", "到现场次数", "跑动次数"),
    "phone": ("咨询电话", "咨询方式", "业务咨询电话"),
    "complaint_phone": ("监督投诉电话", "投诉电话", "监督投诉方式"),
    "location": ("办理地点", "受理地点", "窗口地址"),
    "office_hours": ("办理时间", "工作时间", "受理时间"),
    "conditions": ("受理条件", "办理条件", "申请条件"),
    "legal_basis": ("设定依据", "法律依据", "办理依据"),
    "materials": ("申请材料", "材料清单", "所需材料"),
    "process": ("办理流程", "办事流程", "办理环节"),
    "faq": ("常见问题", "常见问题解答", "问题解答"),
    "basic": ("基本信息", "事项信息", "基本要素"),
    "window": ("办理窗口", "窗口信息", "线下办理窗口"),
    "material_name": ("材料名称", "申请材料名称", "材料"),
    "source": ("来源渠道", "材料来源", "出具单位"),
    "form": ("材料形式", "材料类型", "形式要求"),
    "copies": ("份数", "纸质材料份数", "材料份数"),
    "required": ("是否必须", "必要性", "是否必要"),
    "blank_form": ("空白表格", "模板下载", "表格下载"),
    "sample_form": ("示例样表", "样表下载", "填写示例"),
    "downloads": ("表格及样表", "资料下载", "附件下载"),
    "home": ("首页", "网站首页", "门户首页"),
    "hall": ("政务服务", "办事服务", "网上办事"),
    "guide": ("办事指南", "服务指南", "查看指南"),
    "news": ("政务公开", "新闻动态", "通知公告"),
    "interaction": ("互动交流", "政民互动", "咨询投诉"),
    "consult": ("我要咨询", "网上咨询", "业务咨询"),
    "complaint": ("我要投诉", "网上投诉", "投诉举报"),
    "status": ("办件查询", "进度查询", "办理进度查询"),
    "scenario": ("企业开办一件事", "企业开办专区", "开办企业专题"),
    "login": ("登录", "用户登录", "登录/注册"),
    "apply": ("在线办理", "立即办理", "我要办"),
    "search": ("请输入您要查找的内容", "搜事项、搜政策", "请输入关键字"),
    "go": ("搜索", "查询", "搜一下"),
    "hot": ("热门服务", "高频事项", "常用服务"),
    "personal": ("个人服务", "个人办事", "个人"),
    "business": ("法人服务", "法人办事", "法人"),
    "all": ("全部", "不限", "全部主题"),
    "unfold": ("展开", "查看明细", "详情"),
    "special": ("专题专栏", "专题集锦", "热点专题"),
    "send": ("提交", "确认提交", "提交信息"),
}

NONE_NEEDED = ("无需提交材料", "本事项无需提交材料", "申请人无需提交任何材料")
NO_BLANK = ("在线填写，无需下载表格", "网上直接填报，无需下载表格", "系统在线填写，无需提供空白表格")
NO_SAMPLE = ("在线填报，无需样表", "系统自动生成，无需填写样表", "按页面提示填写，无需样表")


class Words:
    """Picks by seed: the same seed and topic always give the same option."""

    def __init__(self, seed: int) -> None:
        self.seed = seed

    def pick(self, topic: str, options: Sequence[T]) -> T:
        """One of `options`, the same one for this seed and topic."""
        digest = sha256(f"{self.seed}/{topic}".encode()).digest()
        return options[int.from_bytes(digest[:4], "big") % len(options)]

    def __getitem__(self, label: str) -> str:
        """This portal's wording of a label."""
        return self.pick(label, LABELS[label])
