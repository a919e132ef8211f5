"""Scenes (场景式服务): setting up a business as one thing, where it is there, and scenes of private life."""

from __future__ import annotations

from starlette.responses import Response

from anfang.testbed.families.frames import doors, troubles
from anfang.testbed.families.frames.entries import Entry
from anfang.testbed.families.frames.site import Site

HEADINGS = ["我要开办企业", "开办企业一件事", "企业开办场景服务", "投资创办企业", "投资创业一条龙"]
STEPS = {
    "registration": ["企业设立登记", "办理营业执照（设立登记）", "公司设立登记"],
    "seal": ["公章刻制", "刻制公章", "公章刻制备案"],
    "invoice": ["发票领用", "申领发票", "发票申领"],
    "social_insurance": ["社会保险登记", "企业社保登记", "单位参加社会保险登记"],
}
OTHERS = {
    "jh": ("结婚生育|婚姻生育|我要结婚生子", ("婚前医学检查", "结婚登记", "生育服务证办理", "出生登记")),
    "gf": ("购房置业|我要买房|住房安居", ("签订购房合同", "办理贷款", "房屋权属登记")),
    "jx": ("子女就学|我要上学|入学求学", ("新生报名", "学籍办理", "学生转学")),
    "ly": ("晚年生活|退休养老|安享晚年", ("退休审批", "老年人优待证办理", "养老金领取")),
}
_KINDS = (("gs", "有限责任公司"), ("gt", "个体工商户"))
_STAFF = (("y", "招用职工"), ("n", "不招用职工"))
_WHICH = ("您要开办的企业属于哪一种类型？", "请选择您拟开办企业的类型", "您准备设立哪种类型的企业？")
_WHETHER = ("您的企业是否招用职工？", "请选择是否招用职工", "您的企业有没有雇员？")


def heading(site: Site) -> str:
    return site.taste.pick("scene", HEADINGS)


def entries(site: Site) -> list[Entry]:
    """All scenes; that of setting up a business among them, where it is there."""
    private = [Entry(_named(key, site), site.url("scene", key)) for key in OTHERS]
    own = [Entry(heading(site), site.url.asked("scene"), doors.how("scenes", site), "scene")]
    shown = [*site.taste.shuffled("scenes", private)[:3], *(own if site.facts.scenario != "absent" else [])]
    return site.taste.shuffled("scene order", shown)


def private(key: str, site: Site) -> Response:
    _, steps = OTHERS[key]
    return site.page("scene", heading=_named(key, site), steps=[(step, "") for step in steps])


def _named(key: str, site: Site) -> str:
    return site.taste.pick(f"scene/{key}", OTHERS[key][0].split("|"))


def startup(asked: dict[str, str], site: Site) -> Response:
    if site.facts.scenario == "absent":
        return troubles.missing(site)
    if site.facts.scenario == "wizard":
        return _wizard(asked, site)
    named = list(STEPS) if site.facts.scenario == "all_steps" else _some(site)
    return site.page("scene", heading=heading(site), steps=[_step(step, site) for step in named])


def _some(site: Site) -> list[str]:
    chosen = site.taste.shuffled("some steps", list(STEPS))[: site.taste.number("how many steps", 1, 3)]
    return [step for step in STEPS if step in chosen]


def _step(step: str, site: Site) -> tuple[str, str]:
    """The step's wording, and its guide where that is no shorter than planted."""
    item = site.items.guides.get(step)
    way = item.guide.way if item and item.guide else "absent"
    near = item is not None and isinstance(way, int) and way <= 2
    return site.taste.pick(f"scene/{step}", STEPS[step]), doors.item(item, site).url if near and item else ""


def _wizard(asked: dict[str, str], site: Site) -> Response:
    """Two questions, one after the other; then the steps that the answers call for, without links."""
    kind, staff = asked.get("lx", ""), asked.get("yg", "")
    known = {"lx": kind} if kind in dict(_KINDS) else {}
    if known and staff in dict(_STAFF):
        steps = [site.taste.pick(f"scene/{step}", STEPS[step]) for step in _needed(kind, staff)]
        return site.page("wizard_end", heading=heading(site), steps=steps)
    name, questions, options = ("yg", _WHETHER, _STAFF) if known else ("lx", _WHICH, _KINDS)
    question = site.taste.pick(f"question/{name}", questions)
    return site.page("wizard", heading=heading(site), known=known, name=name, question=question, options=options)


def _needed(kind: str, staff: str) -> list[str]:
    wanted = {"registration": True, "seal": kind == "gs", "invoice": True, "social_insurance": staff == "y"}
    return [step for step, needed in wanted.items() if needed]
