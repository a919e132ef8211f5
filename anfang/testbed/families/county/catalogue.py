"""The guides of all other services: facts made up for them, so that they are written as the steps' guides are."""

from __future__ import annotations

from anfang.testbed import texts
from anfang.testbed.facts import Apply, Limit, Material, PortalFacts, StepFacts
from anfang.testbed.families.county.dice import Dice
from anfang.testbed.families.county.services import Service

_BASIS = ("《中华人民共和国行政许可法》", "《{city}市行政审批事项目录》", "国家和省有关规定")
_RESULTS = ("办理结果通知书", "准予决定书", "登记回执")
_PROCESS = (("申请", "受理", "审核", "办结"), ("申请", "受理", "审查", "决定", "送达"), ("提出申请", "窗口受理", "核发"))


def guide_of(service: Service, bureau: str, facts: PortalFacts, dice: Dice) -> StepFacts:
    """A guide for a service that is none of the steps."""
    rng, pool = dice.rng("service", service.name), texts.pool("zh")
    return StepFacts(
        step="",
        name=service.name,
        way=1,
        legal_basis=rng.choice(_BASIS).format(city=facts.name),
        conditions=service.conditions,
        materials=tuple(Material(name) for name in service.materials.split("；")),
        location=pool.hall(rng, facts.name),
        office_hours=rng.choice(pool.hours),
        phone=pool.number(rng),
        process=rng.choice(_PROCESS),
        authority=bureau.format(city=facts.name),
        audience=None,
        item_type=rng.choice(pool.item_types),
        handling_type=None,
        statutory=rng.choice((None, Limit(service.days + 10))),
        promised=Limit(service.days),
        fee="不收费",
        result=rng.choice(_RESULTS),
        mail_in=rng.choice((None, "none")),
        mail_out=rng.choice((None, "none", "mail")),
        depth=None,
        trips=None,
        complaint_phone=rng.choice((None, pool.number(rng))),
        blank_form=rng.choice(("works", "absent", "absent")),
        sample_form="absent",
        apply=_apply(facts, rng.random()),
        faq=rng.choice((0, 0, 2)),
        search_rank=None,
    )


def _apply(facts: PortalFacts, chance: float) -> Apply:
    """Online where the site lets citizens sign in at all."""
    return "login_generic" if facts.login in ("several", "one") and chance < 0.4 else "absent"
