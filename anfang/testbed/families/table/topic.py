"""The scenario: a topic page that names steps, or a wizard that asks and branches."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from starlette.responses import Response

from anfang.testbed.facts import StepFacts
from anfang.testbed.families.table.portal import Page, Portal

TOPIC: Final = "/zt/qykb/index.html"
WIZARD: Final = "/zt/cjdh.do"
NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    "registration": ("企业设立登记", "企业设立登记（营业执照）", "设立登记"),
    "seal": ("公章刻制", "印章刻制", "刻制公章"),
    "invoice": ("发票申领", "申领发票", "发票领用"),
    "social_insurance": ("社保登记", "社会保险登记", "单位社保登记"),
}
QUESTIONS: Final[Mapping[str, tuple[str, str, tuple[str, ...]]]] = {
    "": ("q1", "您要开办的企业是哪种类型？", ("有限责任公司", "个人独资企业", "合伙企业")),
    "有限责任公司": ("q2", "公司的股东是？", ("全部为自然人", "含法人股东")),
    "个人独资企业": ("q2", "投资人是否以家庭共有财产出资？", ("是", "否")),
    "合伙企业": ("q2", "合伙企业的类型是？", ("普通合伙", "有限合伙")),
}
LAST: Final = ("q3", "企业成立后是否马上雇用员工？", ("是", "否"))


def pages(portal: Portal) -> Mapping[str, Page]:
    scenario = portal.facts.scenario
    if scenario == "wizard":
        return {WIZARD: _wizard(portal)}
    return {} if scenario == "absent" else {TOPIC: _topic(portal)}


def entry(portal: Portal) -> tuple[str, str] | None:
    """Path and text of the home page's link."""
    if portal.facts.scenario == "absent":
        return None
    if portal.facts.scenario == "wizard":
        return WIZARD, portal.word("wizard")
    return TOPIC, portal.word("scenario")


def _named(portal: Portal) -> list[StepFacts]:
    steps = list(portal.facts.steps.values())
    if portal.facts.scenario == "all_steps":
        return steps
    return portal.taste.some("some steps", steps, portal.taste.number("named", 1, max(1, len(steps) - 1)))


def _name(portal: Portal, step: StepFacts) -> str:
    return portal.taste.pick(f"topic:{step.step}", NAMES.get(step.step, (step.name,)))


def _topic(portal: Portal) -> Page:
    """A step is linked only where its guide is no more than two clicks from the home page anyhow."""
    near = {item.step: portal.guide_path(item) for item in portal.items if item.way in (1, 2)}
    rows = [(_name(portal, step), near.get(step.step, "")) for step in _named(portal)]

    def page(query: Mapping[str, str]) -> Response:
        return portal.page("topic.html", title=portal.word("scenario"), rows=rows)

    return page


def _wizard(portal: Portal) -> Page:
    steps = portal.facts.steps.values()

    def page(query: Mapping[str, str]) -> Response:
        staff = query.get("q3") != "否"
        names = [_name(portal, step) for step in steps if staff or step.step != "social_insurance"]
        return portal.page(
            "wizard.html", title=portal.word("wizard"), action=WIZARD, names=names, question=_question(query),
            answers={key: query[key] for key in ("q1", "q2", "q3") if query.get(key)},
        )  # fmt: skip

    return page


def _question(query: Mapping[str, str]) -> tuple[str, str, tuple[str, ...]] | None:
    """The next question; None when all are answered."""
    if query.get("q3"):
        return None
    return LAST if query.get("q2") else QUESTIONS.get(query.get("q1", ""), QUESTIONS[""])
