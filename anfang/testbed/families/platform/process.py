"""The process: a table of stages, and the same as data on a link that opens a chart."""

from __future__ import annotations

import json
from dataclasses import dataclass

from anfang.testbed.facts import Limit, StepFacts
from anfang.testbed.families.platform.choices import Choices

_HANDLERS = ("窗口人员", "承办人", "审核人", "分管负责人", "窗口人员")
_RESULTS = ("登记收件", "提出初步意见", "提出审核意见", "作出决定", "归档")


@dataclass(frozen=True, slots=True)
class Stage:
    name: str
    handler: str
    days: str
    result: str


@dataclass(frozen=True, slots=True)
class Process:
    stages: tuple[Stage, ...]
    table: bool
    chart: str
    """JSON for the chart that opens on a click, or ''."""
    timed: bool
    """Whether the table tells the days of each stage."""


def process(step: StepFacts, pick: Choices) -> Process | None:
    """The planted process in the portal's manner; None where none is stated."""
    if not step.process:
        return None
    manner = pick.one("process manner", ("table", "chart", "both", "both"))
    days = _days(step.promised, len(step.process)) if pick.chance("stage days", 0.7) else ()
    stages = tuple(
        Stage(name, _HANDLERS[n % 5], f"{days[n]:g}" if days else "", _RESULTS[n % 5]) for n, name in enumerate(step.process)
    )
    chart = _chart(step) if manner != "table" else ""
    return Process(stages, manner != "chart", chart, bool(days))


def _chart(step: StepFacts) -> str:
    nodes = [{"order": n, "name": name} for n, name in enumerate(step.process or (), start=1)]
    return json.dumps({"type": "lct", "title": step.name, "list": nodes}, ensure_ascii=False)


def _days(promised: Limit | None, stages: int) -> tuple[float, ...]:
    """Days of each stage, in all fewer than are promised. Nothing where whole days are not promised: no stray deadline."""
    if promised is None or not promised.amount or promised.unit == "hours" or stages < 3:
        return ()
    spare = promised.amount - 1 if promised.amount > 1 else 0.5
    longest = spare if spare < 2 else spare - 1
    return (0.0, longest, spare - longest, *(0.0,) * (stages - 3))
