"""Questions and answers about an item. None names a time, a sum, a number, a paper or a way of applying."""

from __future__ import annotations

from anfang.testbed.facts import StepFacts
from anfang.testbed.families.platform.choices import Choices

Question = tuple[str, str]

_POOL: tuple[Question, ...] = (
    ("办理{}时，法定代表人不在本地怎么办？", "可以委托本单位经办人代为办理。"),
    ("申请后发现填写的信息有误，如何更正？", "办结之前发现有误的，可与经办人员联系更正。"),
    ("外市的企业能否在我市申请{}？", "按照属地管理原则，由企业所在地办理。"),
    ("什么情况下{}的申请会被退回？", "填报内容不完整或者与实际情况不一致的，会被退回补正。"),
    ("{}办结后，单位信息又有变化怎么办？", "信息发生变化的，应当另行申请变更。"),
    ("分支机构能否与总公司一并申请{}？", "分支机构应当以自己的名义单独申请。"),
    ("单位名称中有生僻字，系统无法录入怎么办？", "请在填写时用同音字代替，并向经办人员说明。"),
    ("申请{}以后还能撤回吗？", "作出决定之前，申请人可以撤回申请。"),
)


def questions(step: StepFacts, pick: Choices) -> list[Question]:
    """As many as are planted, another choice for each item."""
    chosen = pick.mixed(f"questions:{step.step}", _POOL)
    while len(chosen) < step.faq:
        chosen += [(f"（补充）{question}", answer) for question, answer in chosen]
    return [(question.format(step.name), answer) for question, answer in chosen[: step.faq]]
