"""Pages of single services: the steps' guides as planted, short guides of the others, and what belongs to them."""

from __future__ import annotations

from collections.abc import Iterator

from starlette.responses import Response

from anfang.testbed.facts import StepFacts
from anfang.testbed.families.frames import applying, doors, guide
from anfang.testbed.families.frames.entries import Entry
from anfang.testbed.families.frames.files import FileKind, downloads, handed_out
from anfang.testbed.families.frames.guide import Panel
from anfang.testbed.families.frames.items import Item
from anfang.testbed.families.frames.questions import questions
from anfang.testbed.families.frames.site import Answer, Site

WRONG_CRUMBS = ("政策法规", "领导信息", "部门动态", "通知公告")
_CONDITIONS = ("符合国家有关规定的申请人。", "具备法律、法规规定的各项条件。", "在{city}市行政区域内的申请人。")
_PAPERS = ("申请书", "申请人身份证明", "主管部门要求的证明文件")
_STEPS = (("申请", "受理", "审查", "办结"), ("提出申请", "初审", "核准", "发证"), ("登记", "审核", "答复"))


def pages(site: Site) -> Iterator[tuple[str, Answer]]:
    for item in site.items.all:
        yield site.url("guide", item.number), _page(item, site)
        if item.guide:
            yield from _beside(item, item.guide, site)


def slow(site: Site) -> set[str]:
    """Addresses of the planted guides."""
    return {site.url("guide", item.number) for item in site.items.guides.values()}


def _beside(item: Item, step: StepFacts, site: Site) -> Iterator[tuple[str, Answer]]:
    yield site.url("apply", item.number), lambda asked: applying.answer(item, step, site)
    yield site.url("inner", item.number), lambda asked: _inner(item, step, site)
    if step.faq:
        yield site.url("faq", item.number), lambda asked: _faq(item, step, site)
    for link in downloads(item, step, site):
        if not link.scripted:
            yield link.target, lambda asked, kind=link.kind: lost_or_handed_out(kind, item, step, site)


def lost_or_handed_out(kind: FileKind, item: Item, step: StepFacts, site: Site) -> Response:
    return handed_out(kind, item, step, site) or site.page("missing", http=404)


def _page(item: Item, site: Site) -> Answer:
    return lambda asked: _written(item, site, *(_planted(item, item.guide, site) if item.guide else _other(item, site)))


def _written(item: Item, site: Site, short: list[Panel], long: list[Panel]) -> Response:
    inner = [panel for panel in long if panel.key in guide.INNER] if item.guide and site.framed else []
    return site.page(
        "guide",
        item=item,
        short=[guide.named(item, site), *short],
        long=[panel for panel in long if panel not in inner],
        inner=site.url("inner", item.number) if inner else "",
        inner_height=24 + 34 * sum(_height(panel) for panel in inner),
        layout=site.taste.pick("layout", ("stack", "mixed", "mixed")),
        lists=_lists(site),
        button=applying.button(item, item.guide, site) if item.guide else None,
        crumbs=crumbs(item, site),
    )


def _height(panel: Panel) -> int:
    return 3 + len(panel.told) if panel.kind == "materials" else 2


def _lists(site: Site) -> dict[str, str]:
    """How materials and process are written."""
    return {
        "materials": site.taste.pick("materials as", ("table", "table", "prose", "list")),
        "process": site.taste.pick("process as", ("picture+text", "picture+table", "table", "arrows")),
    }


def crumbs(item: Item, site: Site) -> tuple[list[Entry], str]:
    """The way back, and the last crumb, which on some portals is that of another column."""
    wrong = site.taste.flag("wrong crumb", 0.4)
    last = site.taste.pick(f"crumb/{item.number}", WRONG_CRUMBS) if wrong else site.word("detail")
    return [Entry(site.word("home"), "/"), doors.hub(site)], last


def _planted(item: Item, step: StepFacts, site: Site) -> tuple[list[Panel], list[Panel]]:
    return guide.short(step, site), guide.long(item, step, site)


def _other(item: Item, site: Site) -> tuple[list[Panel], list[Panel]]:
    pick = site.taste.pick
    condition = pick(f"condition/{item.number}", _CONDITIONS).replace("{city}", site.facts.name)
    papers = "；".join(f"{n}、{paper}" for n, paper in enumerate(_PAPERS, start=1))
    return [], [
        Panel("conditions", site.word("conditions"), "text", condition),
        Panel("materials", site.word("materials"), "text", papers),
        Panel("process", site.word("process"), "text", "→".join(pick(f"steps/{item.number}", _STEPS))),
    ]


def _inner(item: Item, step: StepFacts, site: Site) -> Response:
    panels = [panel for panel in guide.long(item, step, site) if panel.key in guide.INNER]
    return site.page("inner", item=item, long=panels, lists=_lists(site))


def _faq(item: Item, step: StepFacts, site: Site) -> Response:
    told = questions(step, site.taste)
    return site.page("faq", item=item, questions=told, crumbs=crumbs(item, site)[0])
