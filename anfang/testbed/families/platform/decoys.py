"""Guides of the other items: short, of the same make, without forms and without a button."""

from __future__ import annotations

from anfang.testbed.facts import Limit, Material, StepFacts
from anfang.testbed.families.platform.catalogue import Service
from anfang.testbed.families.platform.choices import Choices
from anfang.testbed.texts import pool

_MATERIALS = (
    Material("申请书"),
    Material("申请人身份证明", source="政府部门核发", form="复印件"),
    Material("相关证书原件", source="政府部门核发"),
    Material("情况说明", required=False),
)
_PROCESS = (("申请", "受理", "审查", "决定"), ("收件", "受理", "审核", "办结"), ("申请", "受理", "现场核查", "审批", "办结"))


def decoy(service: Service, pick: Choices, city: str) -> StepFacts:
    """The facts of another item, invented by the seed."""
    rng, words = pick.rng("decoy", service.id), pool("zh")
    return StepFacts(
        step=service.name,
        name=service.name,
        way=3,
        legal_basis="相关法律、行政法规和国务院决定",
        conditions="符合法律、法规规定条件的单位和个人。",
        materials=tuple(rng.sample(_MATERIALS, 3)),
        location=words.hall(rng, city),
        office_hours=rng.choice(words.hours),
        phone=words.number(rng),
        process=rng.choice(_PROCESS),
        authority=f"{city}市{service.trade.dept}",
        audience=rng.choice(words.audiences),
        item_type=rng.choice(words.item_types),
        handling_type="承诺件",
        statutory=Limit(rng.choice((15, 20, 30))),
        promised=Limit(rng.randint(2, 10)),
        fee="不收费",
        result=rng.choice(("审批文件", "证书", "备案回执")),
        mail_in="none",
        mail_out="none",
        depth=None,
        trips=None,
        complaint_phone=None,
        blank_form="absent",
        sample_form="absent",
        apply="absent",
        faq=0,
        search_rank=None,
    )
