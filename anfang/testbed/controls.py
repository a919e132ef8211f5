"""Three controls whose scorecards are known beforehand: a perfect portal, an empty one and a dead one."""

from __future__ import annotations

from anfang.testbed.facts import Limit, Material, PortalFacts, StepFacts
from anfang.testbed.texts import STEPS, pool


def perfect(family: str = "table") -> PortalFacts:
    """Everything is there, works, and asks for next to nothing: 100 points in every row."""
    return PortalFacts(
        id="perfect",
        name="满澜",
        region="华南",
        family=family,
        seed=1,
        steps={step: _perfect(step, n) for n, step in enumerate(STEPS)},
        search="works",
        scenario="wizard",
        login="several",
        status="stages",
        consult="open",
        complaint="open",
    )


def _perfect(step: str, n: int) -> StepFacts:
    """One material and (registration apart) a promise of 0 days: sums of 4 materials and 1 working day."""
    item = pool("zh").items[step]
    return StepFacts(
        step=step,
        name=item.names[0],
        way=3,
        legal_basis=item.legal_basis[0],
        conditions=item.conditions[0],
        materials=(Material(item.materials[0].name),),
        location=f"满澜市文昌路1号政务服务中心2楼{n + 1}号窗口",
        office_hours="周一至周五 9:00-12:00，13:30-17:00",
        phone=f"0380-220000{n}",
        process=item.process[0],
        authority=item.authority[0].format(city="满澜"),
        audience="企业法人",
        item_type="公共服务",
        handling_type="承诺件" if step == "registration" else "即办件",
        statutory=Limit(item.statutory[0]),
        promised=Limit(1 if step == "registration" else 0),
        fee="不收费",
        result=item.results[0],
        mail_in="electronic",
        mail_out="mail" if step == "seal" else "electronic",
        depth="IV",
        trips=0,
        complaint_phone="12345",
        blank_form="works",
        sample_form="works",
        apply="form",
        faq=3,
        search_rank=1,
    )


def _nothing(name: str, city: str, home: str) -> PortalFacts:
    return PortalFacts(
        id=name,
        name=city,
        region="华北",
        family="table",
        seed=1,
        steps={},
        search="absent",
        scenario="absent",
        login="absent",
        status="absent",
        consult="absent",
        complaint="absent",
        home="dead" if home == "dead" else "bare",
    )


def empty() -> PortalFacts:
    """A home page with the city's name and nothing else."""
    return _nothing("empty", "空澜", "bare")


def dead() -> PortalFacts:
    """Every request ends without an answer."""
    return _nothing("dead", "寂澜", "dead")


def controls() -> tuple[PortalFacts, ...]:
    """The three, best first."""
    return perfect(), empty(), dead()
