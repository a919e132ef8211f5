"""Any number of rounds in the terminal: means by round, steps, breaks, who came and went."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from anfang.model import RoundResults
from anfang.report.console import marks
from anfang.report.labels import city_names, label
from anfang.report.verdict import LIST, chance, sureness
from anfang.report.wording import Lang, number, signed
from scoring.trend import Step, Trend


def course(found: Trend, rounds: Sequence[RoundResults], lang: Lang) -> Iterator[RenderableType]:
    """A table of the rounds, a line per step, a line per break."""
    yield from marks(rounds)
    yield _points(found, lang)
    for step in found.steps:
        yield from (Text(line) for line in step_said(step, found, lang))
    if found.chance is not None:
        key = "chance_clear" if found.chance < found.settings.comparison.significance else "chance_open"
        yield Text(label("trend_friedman", lang).format(chance=chance(found.chance), verdict=label(key, lang)))
    yield from _came(found, rounds, lang)


def step_said(step: Step, found: Trend, lang: Lang) -> tuple[str, ...]:
    """The change, how sure it is, and the break that it crosses."""
    line = label("trend_step", lang).format(before=step.before, after=step.after, change=signed(step.change))
    if step.test is not None:
        gap = "" if lang == "zh" else " "
        return (f"{line}{gap}{sureness(step.test, found.settings.comparison.significance, lang)}",)
    if step.bridge is None or step.shift is None:
        return (line,)
    told = {"before": step.before, "after": step.after, "old": step.bridge[0], "new": step.bridge[1]}
    return line, label("trend_break", lang).format(**told, n=step.bridged, shift=signed(step.shift))


def _points(found: Trend, lang: Lang) -> Table:
    same = label("same_cities_mean", lang).format(n=len(found.cities))
    broken = any(step.shift is not None for step in found.steps)
    heads = ("round", "window", "ranked_cities", "all_cities_mean")
    linked = [label("linked_mean", lang)] if broken else []
    table = Table(*(label(key, lang) for key in heads), same, *linked, label("mean_trips", lang))
    for one in found.points:
        figures = (number(one.mean), number(one.same), *([number(one.linked)] if broken else []), number(one.trips))
        table.add_row(one.round, label("window_text", lang).format(*one.window), str(one.ranked), *figures)
    return table


def _came(found: Trend, rounds: Sequence[RoundResults], lang: Lang) -> Iterator[Text]:
    names = {city: name for held in rounds for city, name in city_names(held.cities, lang).items()}
    for point in found.points:
        for key, cities in (("entered", point.entered), ("gone", point.left)):
            if cities:
                yield Text(f"{point.round} {label(key, lang)}: {LIST[lang].join(names[city] for city in cities)}")
