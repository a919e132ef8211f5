"""What people said, with margins of error: as rows for any page, and as a table of the terminal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from anfang.model import Observation, RoundResults
from anfang.report.labels import city_names, label
from anfang.report.wording import Lang, number
from anfang.surveysheet import CHANNEL, ROWS
from scoring.margin import Margin, joined, margins

NAMES = {row: (part, of) for row, part, of in ROWS.values()}


@dataclass(frozen=True, slots=True)
class Answer:
    """One group of one city."""

    city: str
    row: str
    found: Margin


def answers(results: RoundResults, confidence: float) -> tuple[Answer, ...]:
    """Everybody and each group, in the order of the round's cities and the catalogue's rows."""
    held = {(one.city, one.indicator): one for one in results.observations if one.channel == CHANNEL and one.indicator in NAMES}
    order = [(city.id, row.id) for city in results.cities for row in results.catalogue.indicators if row.id in NAMES]
    return tuple(Answer(*key, found) for key in order if key in held for found in _margins(held[key], confidence))


def indices(results: RoundResults, confidence: float) -> dict[str, tuple[float, float]]:
    """City -> index of what people say and half the width of its interval, in points; cities asked too little are not there."""
    found: dict[str, list[tuple[float, Margin]]] = {}
    for one in answers(results, confidence):
        row = results.catalogue[one.row]
        if not one.found.group and one.found.of >= (row.score or {}).get("enough", 0):
            found.setdefault(one.city, []).append((row.weight, one.found))
    return {city: index for city, parts in found.items() if (index := joined(parts))}


def asked(results: RoundResults, confidence: float, lang: Lang) -> Iterator[RenderableType]:
    """A line per city, kind and group."""
    told, names, index = answers(results, confidence), city_names(results.cities, lang), indices(results, confidence)
    if not told:
        yield Text(label("survey_none", lang))
        return
    table = Table(*(label(key, lang) for key in ("survey_city", "survey_kind", "survey_group", "survey_n", "survey_share", "survey_margin", "survey_index")))
    for at, one in enumerate(told):
        first = not at or told[at - 1].city != one.city
        whole = f"{number(index[one.city][0])} ±{number(index[one.city][1])}" if first and one.city in index else ""
        kind = "" if one.found.group else getattr(results.catalogue[one.row], lang)
        table.add_row(names[one.city] if first else "", kind, *cells(one.found, lang), whole)
    yield table
    yield Text(label("survey_note", lang).format(confidence=f"{confidence:.0%}"), style="dim")


def cells(one: Margin, lang: Lang) -> tuple[str, str, str, str]:
    """Group, answers, share, interval."""
    return one.group or label("survey_all", lang), str(one.of), f"{one.share:.2%}", f"{one.low:.1%}–{one.high:.1%}"


def _margins(one: Observation, confidence: float) -> tuple[Margin, ...]:
    return margins(one.value, *NAMES[one.indicator], confidence)
