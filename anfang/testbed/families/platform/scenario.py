"""Business start-up as one thing: a page that names the steps, or a few questions with another list for each answer."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from anfang.testbed.families.platform.answers import not_found, page
from anfang.testbed.families.platform.site import Site
from anfang.testbed.texts import STEPS

_ALIASES = {
    "registration": ("设立登记", "领取营业执照", "登记注册"),
    "seal": ("刻制公章", "公章刻制", "印章刻制"),
    "invoice": ("申领发票", "发票申领", "领用发票"),
    "social_insurance": ("社保登记", "社会保险登记", "参保登记"),
}


@dataclass(frozen=True, slots=True)
class Question:
    text: str
    answers: tuple[tuple[str, tuple[str, ...]], ...]
    """Each answer with the steps that it spares."""


_LICENSE = (
    ("您的企业是否已经领取营业执照？", ("尚未领取", "已经领取")),
    ("请选择您目前所处的阶段", ("准备设立企业", "已设立企业")),
)
_STAFF = (
    ("企业是否招用职工？", ("招用职工", "不招用职工")),
    ("是否需要为员工参保？", ("需要", "暂不需要")),
)
_SALES = (
    ("企业近期是否需要开具发票？", ("需要开票", "暂不开票")),
    ("是否发生应税销售行为？", ("是", "否")),
)
_SPARED = ("registration", "social_insurance", "invoice")


def wizard(site: Site) -> list[Question]:
    """Two or three questions; the second answer of each spares a step."""
    plan = list(zip((_LICENSE, _STAFF, _SALES), _SPARED, strict=True))[: site.pick.one("questions", (2, 3))]
    found: list[Question] = []
    for wordings, spared in plan:
        text, (yes, no) = site.pick.one(f"question:{spared}", wordings)
        found.append(Question(text, ((yes, ()), (no, (spared,)))))
    return found


def named(site: Site, spared: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """Steps that the page names, each with the item's name; they are no links."""
    shown = [step for step in STEPS if step not in spared]
    if site.facts.scenario == "some_steps":
        shown = shown[: site.pick.one("some steps", (1, 2, 3))]
    names = {step: facts.name for step, facts in site.facts.steps.items()}
    return [(site.pick.one(f"alias:{step}", _ALIASES[step]), names.get(step, "")) for step in shown]


def routes(site: Site) -> list[Route]:
    async def topic(request: Request) -> Response:
        if site.facts.scenario == "absent":
            return not_found(site)
        if site.facts.scenario != "wizard":
            return page(site, "topic.html", steps=named(site))
        return _asked(site, request.query_params.get("da", ""))

    return [Route(site.at["scenario"].path, topic)]


def _asked(site: Site, answers: str) -> Response:
    """The next question, or the list; `answers` holds one letter for each question that was answered, a or b."""
    questions = wizard(site)
    given = [letter for letter in answers if letter in "ab"][: len(questions)]
    if len(given) < len(questions):
        radio = site.pick.chance("radio", 0.5)
        return page(site, "wizard.html", question=questions[len(given)], given="".join(given), number=len(given) + 1, radio=radio)
    spared = tuple(
        step for question, letter in zip(questions, given, strict=True) for step in question.answers["ab".index(letter)][1]
    )
    return page(site, "topic.html", steps=named(site, spared), answered=True)
