"""The items of a portal: the planted steps, their near neighbours (变更, 注销, 遗失) and the other trades of an office."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from anfang.testbed.facts import Limit, Material, PortalFacts, StepFacts
from anfang.testbed.families.table.taste import Taste

DEEPEST: Final = 7


@dataclass(frozen=True, slots=True)
class Theme:
    id: str
    names: tuple[str, ...]
    offices: tuple[str, ...]
    neighbours: tuple[str, ...]
    """Items that a careless reader takes for the step."""
    others: tuple[str, ...]


THEMES: Final[Mapping[str, Theme]] = {
    "registration": Theme(
        "01",
        ("设立变更", "准入准营", "工商登记"),
        ("市场监督管理局", "工商行政管理局", "行政审批局"),
        ("有限责任公司变更登记", "公司注销登记", "营业执照遗失补领", "个体工商户注销登记"),
        ("股权出质登记", "动产抵押登记", "广告发布登记", "名称预先核准延期"),
    ),
    "seal": Theme(
        "02",
        ("公安事务", "治安管理", "公共安全"),
        ("公安局", "公安局治安支队", "公安局行政审批科"),
        ("印章遗失声明备案", "印章缴销备案", "公章变更备案"),
        ("旅馆业特种行业许可", "爆破作业单位许可", "大型群众性活动安全许可"),
    ),
    "invoice": Theme(
        "03",
        ("税务财政", "财税服务", "纳税服务"),
        ("税务局", "国家税务局", "税务局办税服务厅"),
        ("发票缴销", "发票遗失、损毁报告", "注销税务登记", "纳税人信息变更登记"),
        ("财政票据领购证年检", "延期缴纳税款审批", "印花税票代售许可"),
    ),
    "social_insurance": Theme(
        "04",
        ("社会保障", "劳动保障", "人力资源社保"),
        ("人力资源和社会保障局", "社会保险事业管理局", "社会保险基金管理中心"),
        ("社会保险变更登记", "社会保险注销登记", "社会保障卡挂失补办"),
        ("劳务派遣经营许可", "企业实行不定时工作制审批", "民办职业培训学校设立审批"),
    ),
}
OTHER: Final = Theme(
    "05",
    ("交通运输", "城乡建设", "文化旅游"),
    ("交通运输局", "住房和城乡建设局", "文化广播电视局"),
    (),
    ("道路货物运输经营许可", "夜间施工许可", "临时占用道路审批", "娱乐场所经营许可", "城市排水许可"),
)
PERSONAL: Final = (
    "居民身份证换领", "出生登记", "老年人优待证办理", "机动车驾驶证换证", "结婚登记", "生育服务登记", "护照签发",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Item:
    """`way`: the number of the page, counted from the home page (0), whose list holds it, plus one; None: no list."""

    id: str
    theme: Theme
    way: int | None
    facts: StepFacts
    step: str | None = None
    """The planted step's key; None for an item of the portal's own."""


def items(facts: PortalFacts) -> tuple[Item, ...]:
    """All items of the portal, the planted ones first; an absent step is none."""
    taste = Taste(facts.seed)
    planted = [_planted(taste, step) for step in facts.steps.values() if step.way != "absent"]
    return (*planted, *_own(taste, facts))


def _planted(taste: Taste, step: StepFacts) -> Item:
    way = step.way if isinstance(step.way, int) else None
    return Item(str(taste.number(f"id:{step.step}", 10000, 49999)), theme_of(step.step), way, step, step.step)


def theme_of(step: str) -> Theme:
    return THEMES.get(step, OTHER)


def _own(taste: Taste, facts: PortalFacts) -> list[Item]:
    taken = {step.name for step in facts.steps.values()}
    names: list[tuple[Theme, str, int]] = []
    for key, theme in THEMES.items():
        step = facts.steps.get(key)
        way = step.way if step and isinstance(step.way, int) else 4
        names += [(theme, name, way) for name in taste.some(f"near:{key}", theme.neighbours, 2)]
        names += [(theme, name, 4) for name in taste.some(f"other:{key}", theme.others, 2)]
    names += [(OTHER, name, way) for way, name in enumerate(taste.some("other", OTHER.others, 4), 1)]
    return [
        Item(str(50000 + 17 * n), theme, way, _fiction(taste, theme, name))
        for n, (theme, name, way) in enumerate(names)
        if name not in taken
    ]


def _fiction(taste: Taste, theme: Theme, name: str) -> StepFacts:
    """A guide of the portal's own: true to kind, and never a planted fact."""
    days = taste.number(f"days:{name}", 3, 15)
    return StepFacts(
        step="", name=name, way=4, legal_basis=f"《{name}管理办法》第{days}条",
        conditions=f"申请{name}的单位应当具备法律法规规定的资格。",
        materials=(Material(f"{name}申请书"), Material("经办人身份证", form="复印件"), Material("原批准文件")),
        location=f"文化路{days * 7}号政务大厅{days}号窗口", office_hours="周一至周五 9:00-16:30",
        phone=f"0{taste.number('area', 310, 399)}-{taste.number(f'phone:{name}', 2100000, 8999999)}",
        process=("申请", "受理", "审查", "决定", "送达"), authority=taste.pick(f"office:{theme.id}", theme.offices),
        audience="企业法人", item_type="行政许可", handling_type="承诺件", statutory=Limit(20), promised=Limit(days),
        fee="不收费", result=f"{name}决定书", mail_in="none", mail_out="none", depth="II", trips=2,
        complaint_phone=None, blank_form="absent", sample_form="absent", apply="absent", faq=0, search_rank=None,
    )  # fmt: skip
