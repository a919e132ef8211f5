"""The query of a case's progress."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from anfang.testbed.families.county import menu, view
from anfang.testbed.families.county.site import Site

_STAGES = ("收件", "受理", "审查", "决定", "办结")
_STATES = ("审核中", "已受理", "已办结")


def routes(site: Site) -> list[Route]:
    async def query(request: Request) -> Response:
        code = site.facts.status
        if code == "absent":
            return view.gone(site)
        if code == "login":
            return RedirectResponse(f"{menu.WALL}?goto={quote(menu.STATUS, safe='')}", status_code=302)
        asked = request.query_params.get("sblsh")
        return _silent(site, asked) if code == "no_answer" else _answered(site, asked)

    return [Route(menu.STATUS, query)]


def sample(site: Site) -> str:
    """A number with which anybody may try the query."""
    rng = site.dice.rng("sample")
    return f"{rng.choice('ABSW')}{rng.randint(33, 65)}2019{rng.randint(1, 11):02d}{rng.randint(10_000, 99_999)}"


def _form(site: Site, asked: str | None, **context: Any) -> Response:
    word = site.words["case"]
    field = {"name": word, "type": "text", "key": "sblsh", "value": asked or ""}
    shown: dict[str, Any] = {"action": menu.STATUS, "fields": [field], "answer": None, "stages": [], "hint": ""}
    return view.page(site, "query.html", site.words["status"], **(shown | context))


def _answered(site: Site, asked: str | None) -> Response:
    word, number = site.words["case"], sample(site)
    shapes = ("示例{0}：{1}，可输入该编号试查。", "{0}样例：{1}", "如：{1}（演示用{0}）")
    hint = "" if site.facts.status == "asks" else site.dice.pick("sample hint", shapes).format(word, number)
    if asked is None:
        return _form(site, None, hint=hint or f"请输入受理通知书上的{word}。")
    if not asked.strip():
        return _form(site, "", hint=hint, answer=f"请输入{word}！")
    if site.facts.status == "asks" or asked.strip() != number:
        return _form(site, asked, hint=hint, answer=f"没有查询到{word}为“{asked.strip()}”的办件，请核对后重新输入。")
    if site.facts.status == "state":
        return _form(site, asked, hint=hint, answer=f"当前状态：{site.dice.pick('state', _STATES)}")
    return _form(site, asked, hint=hint, answer=f"{word}：{number}", stages=_stages(site))


def _stages(site: Site) -> list[dict[str, str]]:
    reached = site.dice.pick("reached", (3, 4, 5))
    days = sorted(site.dice.rng("stages").sample(range(4, 25), reached))
    done = ["已完成"] * (reached - 1) + ["已完成" if reached == len(_STAGES) else "办理中"]
    people = site.dice.shuffled("people", ("王某", "刘某", "陈某", "赵某", "周某"))
    return [
        {"name": name, "who": who, "at": f"2019-11-{day:02d}", "state": state}
        for name, who, day, state in zip(_STAGES, people, days, done, strict=False)
    ]


def _silent(site: Site, asked: str | None) -> Response:
    """A page without a usable answer: none at all, an excuse, or not even a form."""
    kind = site.dice.pick("silent", ("empty", "excuse", "no form"))
    if kind == "no form":
        return view.message(site, site.words["status"], "该栏目正在建设中……")
    if asked is None:
        return _form(site, None)
    return _form(site, asked, answer="" if kind == "empty" else "系统正在维护，请稍后再试。")
