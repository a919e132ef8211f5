"""Starting a business as one thing: a page that names the steps, or questions whose answers lead to them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from anfang.testbed.families.county import menu, view
from anfang.testbed.families.county.site import Site
from anfang.testbed.families.county.titles import PLAIN, SAID
from anfang.testbed.texts import STEPS

_INTRO = (
    "围绕企业开办全过程，为投资人梳理需要办理的事项。",
    "从企业成立到正常经营，需要办理的事项一览。",
    "新办企业看这里：把分散在各部门的事项集中到一起。",
)


class Question:
    def __init__(self, key: str, text: str, options: tuple[str, str]) -> None:
        self.key, self.text, self.options = key, text, options


def routes(site: Site) -> list[Route]:
    async def scenario(request: Request) -> Response:
        if site.facts.scenario == "absent":
            return view.gone(site)
        return wizard(site, dict(request.query_params)) if site.facts.scenario == "wizard" else topic(site)

    return [Route(menu.SCENARIO, scenario)]


def named(site: Site, steps: Iterable[str]) -> list[dict[str, str | None]]:
    """The steps by their plain names; a link only to a guide that is as near from anywhere else."""
    found: list[dict[str, str | None]] = []
    for step in steps:
        article = site.tree.guides.get(step)
        near = article is not None and article.guide is not None and article.guide.way == 2
        text = site.dice.pick(("said", step), SAID[step])
        url = article.url if near and article and site.facts.scenario != "wizard" else None
        found.append({"name": site.dice.pick(("plain", step), PLAIN[step]), "text": text, "url": url})
    return found


def topic(site: Site) -> Response:
    steps: Iterable[str] = STEPS
    if site.facts.scenario == "some_steps":
        rng = site.dice.rng("some steps")
        chosen = rng.sample(STEPS, rng.randint(1, 3))
        steps = [step for step in STEPS if step in chosen]
    return _page(site, steps=named(site, steps), questions=[], chosen={}, missing=False)


def wizard(site: Site, answers: dict[str, str]) -> Response:
    """Asks; once all is answered, names the steps that the answers call for."""
    asked = questions(site)
    given = {question.key: answers.get(question.key, "") for question in asked}
    complete = all(value in ("1", "2") for value in given.values())
    steps = named(site, _called_for(given)) if complete else []
    return _page(site, steps=steps, questions=asked, chosen=given, missing=bool(answers) and not complete)


def questions(site: Site) -> list[Question]:
    yes_no = site.dice.pick("yes or no", (("是", "否"), ("需要", "不需要"), ("有", "没有")))
    asked = [
        Question("zg", site.dice.pick("staff", ("企业是否招用职工？", "开办后是否聘用员工？", "是否有需要参保的职工？")), yes_no),
        Question("fp", site.dice.pick("sales", ("经营中是否需要开具发票？", "是否涉及开票业务？", "是否有销售并对外开票？")), yes_no),
    ]
    if site.dice.chance("third question", 0.5):
        asked.append(Question("zz", "是否已经领取营业执照？", ("是", "否")))
    return asked[::-1] if site.dice.chance("questions turned", 0.5) else asked


def _called_for(given: dict[str, str]) -> list[str]:
    unwanted = {"registration": given.get("zz") == "1", "invoice": given["fp"] == "2", "social_insurance": given["zg"] == "2"}
    return [step for step in STEPS if not unwanted.get(step)]


def _page(site: Site, **context: Any) -> Response:
    listed = site.dice.pick("listed", ("您需要办理的事项", "办事清单", "推荐办理事项"))
    intro = site.dice.pick("intro", _INTRO)
    return view.page(site, "scenario.html", site.words["scenario"], intro=intro, listed=listed, **context)
