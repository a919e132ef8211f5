"""The progress query: a number, at times with a code, and what comes of it."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from anfang.testbed.families.platform.answers import not_found, page
from anfang.testbed.families.platform.choices import Choices
from anfang.testbed.families.platform.site import Site

_STAGES = ("收件登记", "受理", "审核", "办结")
_WORDS = ("已办结", "审核中", "已受理")


@dataclass(frozen=True, slots=True)
class Sample:
    number: str
    code: str
    """The second thing to type in, or ''."""


def sample(pick: Choices) -> Sample:
    code = pick.digits("sample code", 4) if pick.chance("sample has a code", 0.35) else ""
    return Sample(f"{pick.one('sample prefix', ('BJ', 'SL', '2019'))}{pick.digits('sample', 9)}", code)


@dataclass(frozen=True, slots=True)
class Answer:
    stages: tuple[str, ...] = ()
    word: str = ""
    failure: str = ""


def answer(site: Site, number: str, code: str) -> Answer:
    """What the query tells of a case."""
    known, shown = sample(site.pick), site.facts.status in ("stages", "state")
    if not shown or number != known.number or code != known.code:
        return Answer(failure=site.pick.word("no_case"))
    if site.facts.status == "stages":
        return Answer(stages=_STAGES)
    return Answer(word=site.pick.one("state", _WORDS))


def routes(site: Site) -> list[Route]:
    address, code = site.at["status"], site.facts.status

    async def query(request: Request) -> Response:
        if code == "absent":
            return not_found(site)
        if code == "login":
            return RedirectResponse(site.at["gate"].url(returnUrl=address.url()), 302)
        number = request.query_params.get("sblsh", "").strip()
        told = answer(site, number, request.query_params.get("cxmm", "").strip()) if number and code != "no_answer" else None
        silence = site.pick.one("silence", ("blank", "button", "notice")) if code == "no_answer" else ""
        return page(site, "status.html", sample=sample(site.pick), told=told, number=number, silence=silence)

    return [Route(address.path, query)]
