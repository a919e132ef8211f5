"""The progress query: its entry, its page with a frame for the answer, and the answer."""

from __future__ import annotations

from starlette.responses import Response

from anfang.testbed.families.frames import doors, signin, troubles
from anfang.testbed.families.frames.entries import Entry
from anfang.testbed.families.frames.site import Site

_STAGES = (
    ("申请", "受理", "审核", "办结"),
    ("收件", "受理", "审查", "决定", "送达"),
    ("接件登记", "初审", "复审", "制证发证"),
)
_STATES = ("已受理", "正在办理", "审核中", "已办结")


def entry(site: Site) -> Entry | None:
    if site.facts.status == "absent":
        return None
    return Entry(site.word("status"), site.url.asked("status"), doors.how("status", site), "status")


def sample(site: Site) -> str:
    """The number that the page shows; '' where it shows none."""
    if site.facts.status not in ("stages", "state"):
        return ""
    return site.taste.pick("case prefix", ("SL", "XZ", "20", "BJ")) + str(site.taste.number("case", 13040100, 13991231))


def page(site: Site) -> Response:
    status = site.facts.status
    if status == "absent":
        return troubles.missing(site)
    if status == "login":
        return signin.wall(site, site.url.asked("status"))
    return site.page(
        "status", sample=sample(site), code=site.taste.flag("case code"), framed=site.taste.flag("answer in a frame", 0.7)
    )


def answer(asked: dict[str, str], site: Site) -> Response:
    """What the query says: nothing at all where the query is of no use."""
    status = site.facts.status
    if status in ("absent", "login"):
        return troubles.missing(site)
    number = asked.get("bh", "").strip()
    known = bool(number) and number.upper() == sample(site)
    return site.page(
        "answer",
        framed=site.taste.flag("answer in a frame", 0.7),
        silent=status == "no_answer",
        number=number,
        stages=_stages(site) if known and status == "stages" else [],
        state=site.taste.pick("state", _STATES) if known and status == "state" else "",
    )


def _stages(site: Site) -> list[tuple[str, str, str]]:
    """Stage, day, outcome; the last is under way."""
    stages = site.taste.pick("stages", _STAGES)
    day = site.taste.number("case day", 3, 18)
    return [
        (stage, f"2013-04-{day + n:02d}", "办理中" if n + 1 == len(stages) else "已完成") for n, stage in enumerate(stages)
    ]
