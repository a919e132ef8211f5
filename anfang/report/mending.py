"""Problem lists, hot spots and the key list in words and as tables of the terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from anfang.hotspots import HotSpot
from anfang.model import Catalogue, Department, Indicator, RoundResults
from anfang.problems import Problem
from anfang.recurrence import Past
from anfang.report.labels import city_names, label
from anfang.report.verdict import LIST
from anfang.report.wording import UNKNOWN, Lang, number, readable, rule, signed, word
from anfang.worklist import Item, repeated
from scoring.offline import Kept, Offline, fields

MOST = 20


def whole(results: RoundResults, items: Sequence[Item], spots: Sequence[HotSpot], steps: Sequence[Offline], lang: Lang) -> Iterator[RenderableType]:
    """Hot spots, then the key list: what a round's cities have to mend together."""
    cities = len({one.problem.city for one in items})
    yield Text(label("problems_said", lang).format(n=len(items), cities=cities, repeated=repeated(items)), style="bold")
    table = Table(*(label(key, lang) for key in ("hot_spots", "step", "department", "hot_cities", "repeated_n", "would_add")))
    for one in spots[:MOST]:
        table.add_row(*spot_cells(one, results.catalogue, lang))
    yield table
    yield from _key_list(results, steps, lang)


def of_city(results: RoundResults, items: Sequence[Item], steps: Sequence[Offline], lang: Lang) -> Iterator[RenderableType]:
    """One city's list, what would add most first; then its steps that are not fully online."""
    table = Table(*(label(key, lang) for key in ("indicator", "step", "seen", "points", "would_add", "history", "department", "remedy")))
    for one in sorted(items, key=lambda one: -(one.gain or 0.0)):
        problem = one.problem
        figures = (number(problem.points), signed(one.gain) if one.gain is not None else UNKNOWN)
        remedy = problem.indicator.remedy_zh if lang == "zh" else problem.indicator.remedy_en
        table.add_row(
            getattr(problem.indicator, lang), step_said(problem.indicator, problem.step, results.catalogue, lang),
            Text(seen_said(problem, results.catalogue, lang)), *figures, past_said(one.past, lang), department_said(one.department, lang), remedy,
        )  # fmt: skip
    yield table
    for step in steps:
        if step.kept:
            yield Text(f"{step_name(step.step, results.catalogue, lang)}: {LIST[lang].join(reason_said(one, lang) for one in step.kept)}")


def spot_cells(one: HotSpot, catalogue: Catalogue, lang: Lang) -> tuple[str, ...]:
    shares = label("hot_of", lang).format(n=len(one.cities), of=one.of)
    step = step_said(one.indicator, one.step, catalogue, lang)
    return getattr(one.indicator, lang), step, department_said(one.department, lang), shares, str(one.repeated), signed(one.gain)


def steps_said(steps: Sequence[Offline], catalogue: Catalogue, lang: Lang) -> tuple[str, ...]:
    """For each step: how many cities are fully online."""
    told: list[str] = []
    for step in dict.fromkeys(one.step for one in steps):
        online = [one.online for one in steps if one.step == step]
        figures = {"n": len(online), "online": online.count(True), "offline": online.count(False), "unknown": online.count(None)}
        told.append(label("key_list_steps", lang).format(step=step_name(step, catalogue, lang), **figures))
    return tuple(told)


def reason_said(one: Kept, lang: Lang) -> str:
    """Why a step is not fully online, with what was seen."""
    row = one.reason.indicator
    held = {name: word(value, row, name, lang) for name, value in fields(one.seen.value) if not isinstance(value, dict | list)}
    if not isinstance(one.seen.value, str):
        held |= {name: f"{value:g}" for name, value in fields(one.seen.value) if isinstance(value, int | float)}
    return (one.reason.zh if lang == "zh" else one.reason.en).format(**held)


def reasons_counted(steps: Sequence[Offline], lang: Lang) -> Mapping[tuple[str, str], int]:
    """(step, reason) -> cities, the most frequent first."""
    found = Counter((one.step, reason_said(kept, lang)) for one in steps for kept in one.kept)
    return dict(found.most_common())


def past_said(past: Past, lang: Lang) -> str:
    return label(f"history_{past.history}", lang).format(since=past.since) if past.history else UNKNOWN


def department_said(one: Department | None, lang: Lang) -> str:
    return getattr(one, lang) if one else UNKNOWN


def seen_said(problem: Problem, catalogue: Catalogue, lang: Lang) -> str:
    if problem.rule:
        return rule(problem.rule, lang)
    if problem.seen is None:
        return label("see_steps", lang) if problem.indicator.per == "step" and not problem.step else UNKNOWN
    return readable(problem.seen, problem.indicator.id, lang, catalogue)


def step_said(row: Indicator, step: str, catalogue: Catalogue, lang: Lang) -> str:
    """The step, or what stands for all of them."""
    if step:
        return step_name(step, catalogue, lang)
    joined = "summed" if row.over == "sum" else "averaged"
    return label("whole_portal" if row.per == "portal" else joined, lang)


def step_name(step: str, catalogue: Catalogue, lang: Lang) -> str:
    return next((getattr(one, lang) for one in catalogue.steps if one.id == step), step)


def _key_list(results: RoundResults, steps: Sequence[Offline], lang: Lang) -> Iterator[RenderableType]:
    yield Text(label("key_list", lang), style="bold")
    yield from (Text(line) for line in steps_said(steps, results.catalogue, lang))
    names = city_names(results.cities, lang)
    table = Table(*(label(key, lang) for key in ("step", "key_reason", "key_cities", "city")))
    for (step, reason), count in reasons_counted(steps, lang).items():
        held = [names[one.city] for one in steps if one.step == step and reason in [reason_said(kept, lang) for kept in one.kept]]
        table.add_row(step_name(step, results.catalogue, lang), reason, str(count), LIST[lang].join(held))
    yield table if any(one.kept for one in steps) else Text(label("key_none", lang))
