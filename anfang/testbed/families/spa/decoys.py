"""Items, headlines and questions around the planted facts: what else a portal lists."""

from __future__ import annotations

from anfang.testbed.facts import Limit, Material, StepFacts

BY_STEP: dict[str, tuple[str, ...]] = {
    "registration": ("企业变更登记", "企业注销登记", "营业执照遗失补领", "个体工商户注销登记"),
    "seal": ("公章变更备案", "印章遗失补办登记", "公章缴销", "特种行业许可证补发"),
    "invoice": ("发票缴销", "发票遗失、损毁报告", "发票票种核定调整", "代开增值税普通发票"),
    "social_insurance": ("社会保险变更登记", "社会保险注销登记", "单位参保证明打印", "社会保险缴费基数申报"),
}
OTHER = (
    "食品经营许可证变更",
    "道路运输经营许可注销",
    "公共场所卫生许可延续",
    "劳务派遣经营许可变更",
    "户外广告设施设置审批",
)
PERSONAL = (
    "居住证签注",
    "社会保障卡挂失补办",
    "住房公积金提取",
    "生育登记",
    "老年人优待证申领",
    "出入境通行证换发",
)
HOT_WORDS = ("公积金提取", "居住证", "生育登记")
HEADLINES = (
    "我市召开深化“放管服”改革优化营商环境工作推进会",
    "关于国庆节期间政务服务大厅工作安排的公告",
    "市政务服务中心开展窗口服务技能竞赛",
    "全市一体化在线政务服务平台上线试运行",
    "关于公布市级行政权力事项目录的通知",
)
"""Headlines beside those that speak of a planted item (`about`)."""
QUESTIONS = (
    ("可以委托他人代为申请吗？", "可以。受托人应当如实填写申请人的信息。"),
    ("填写的信息有误怎么办？", "在受理之前可以撤回修改，受理后请与受理部门联系更正。"),
    ("提交后为什么显示“待受理”？", "说明申请已进入受理部门的待办列表，请耐心等待。"),
    ("外文资料是否需要翻译？", "需要由有资质的翻译机构译成中文。"),
    ("复印件需要签字吗？", "复印件应当注明“与原件一致”并由申请人签字。"),
    ("分支机构能否一并申请？", "分支机构应当单独提出申请。"),
    ("忘记账号密码怎么办？", "可以通过已绑定的手机号码找回。"),
    ("申请人是外地户籍可以办理吗？", "可以，户籍所在地不影响办理。"),
    ("退回补正以后要重新排队吗？", "不需要，补正后直接进入原受理环节。"),
    ("名称中的繁体字如何填写？", "请使用规范汉字填写。"),
    ("可以同时申请多个事项吗？", "可以，各事项分别提交。"),
    ("申请被驳回后能否再次申请？", "可以在补充完善后再次申请。"),
)


def about(name: str) -> tuple[str, ...]:
    """Headlines that look like the way to an item but are news."""
    return (
        f"关于进一步优化{name}有关工作的通知",
        f"我市{name}实现“一网通办”",
        f"《{name}工作规程》政策解读",
        f"市民热议{name}新变化",
    )


def names(step: StepFacts) -> tuple[str, ...]:
    """Other items of the same department, never the step's own."""
    return tuple(name for name in BY_STEP.get(step.step, OTHER) if name != step.name)


def item(name: str) -> StepFacts:
    """A real guide to another item."""
    return StepFacts(
        step="",
        name=name,
        way="absent",
        legal_basis="《中华人民共和国行政许可法》",
        conditions="已依法取得相应资格的申请人，有关事项发生变动的",
        materials=(Material("申请表"), Material("有关事项变动的说明", form="复印件")),
        location="市政务服务中心综合窗口",
        office_hours="周一至周五 9:00-12:00，13:30-17:00",
        phone="12345",
        process=("申请", "受理", "审查", "办结"),
        authority="市政务服务数据管理局",
        audience="企业法人",
        item_type="其他行政权力",
        handling_type="承诺件",
        statutory=Limit(20),
        promised=Limit(10),
        fee="不收费",
        result="准予通知书",
        mail_in="none",
        mail_out="none",
        depth="II",
        trips=1,
        complaint_phone="12388",
        blank_form="absent",
        sample_form="absent",
        apply="absent",
        faq=2,
        search_rank=None,
    )
