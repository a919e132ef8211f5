"""The sheets of facts: derived counts, the problem list, every observation, the instrument and the notes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from anfang.model import Evidence, Observation, RoundResults
from anfang.problems import Earned, points_by
from anfang.report.labels import label, note
from anfang.report.wording import readable, rule, words
from anfang.report.workbook.binder import FIRST, HEAD, Binder, Column, Kind, Page, height
from anfang.report.workbook.standings import city_name, why
from anfang.tables import in_order
from anfang.worklist import Item, worklist

_NOTE = 90.0
_HASH = 12
"""Leading digits of a sha256 that a sheet shows; the exported table has all 64."""


def derived(binder: Binder, results: RoundResults) -> Page:
    columns = _columns(
        binder, derived_item="text", count="count", denominator="whole", members="wrap", id="id"
    )
    rows = (
        [getattr(one, binder.lang), _count(one.count), one.of, _names(binder, results, one.cities), one.id]
        for one in results.derived
    )
    return binder.table("derived", columns, rows, frozen=1)


def _count(count: float | None) -> float | None:
    """Whole for a count, two places for a mean."""
    return None if count is None else round(count, 2)


def _columns(binder: Binder, **kinds: Kind) -> list[Column]:
    return [Column(binder.word(name), kind, heat=name == "points") for name, kind in kinds.items()]


def _names(binder: Binder, results: RoundResults, cities: Iterable[str]) -> str | None:
    return ("、" if binder.lang == "zh" else ", ").join(
        city_name(results, city, binder) for city in cities
    ) or None


def problems(binder: Binder, results: RoundResults) -> Page:
    """What a city can mend, with the words that were seen and where."""
    columns = _columns(
        binder, city="text", dimension="text", indicator="text", step="text", seen="wrap", points="points",
        would_add="points", department="text", remedy="wrap", quotation="wrap", remarks="wrap", address="wrap", id="id",
    )  # fmt: skip
    return binder.table(
        "problems",
        columns,
        (_problem(binder, results, one) for one in worklist(results)),
        frozen=1,
        wide=True,
    )


def _problem(binder: Binder, results: RoundResults, item: Item) -> list[Any]:
    one, row = item.problem, item.problem.indicator
    titles = {dimension.id: getattr(dimension, binder.lang) for dimension in results.catalogue.dimensions}
    return [
        city_name(results, one.city, binder),
        titles[row.dimension],
        getattr(row, binder.lang),
        step_name(binder, results, one.step) if one.step or row.over == "mean" else binder.word("summed"),
        rule(one.rule, binder.lang)
        if one.rule
        else readable(one.seen, row.id, binder.lang, results.catalogue),
        one.points,
        item.gain,
        getattr(item.department, binder.lang) if item.department else None,
        row.remedy_zh if binder.lang == "zh" else row.remedy_en,
        _quotes(one.evidence),
        _notes(one.evidence, binder),
        _address(one.evidence),
        row.id,
    ]


def step_name(binder: Binder, results: RoundResults, step: str) -> str:
    known = {one.id: getattr(one, binder.lang) for one in results.catalogue.steps}
    return known.get(step, step) if step else binder.word("whole_portal")


def _quotes(evidence: Iterable[Evidence]) -> str | None:
    return "\n".join(dict.fromkeys(one.quote for one in evidence if one.quote)) or None


def _notes(evidence: Iterable[Evidence], binder: Binder) -> str | None:
    """The notes in the language; what is data stands as it was recorded."""
    told = (note(one.note, binder.lang) or one.note for one in evidence if one.note)
    return "\n".join(dict.fromkeys(told)) or None


def _address(evidence: Iterable[Evidence]) -> str | None:
    return next((one.url for one in evidence if one.url), None)


def observations(binder: Binder, results: RoundResults) -> Page:
    columns = _columns(
        binder, city="text", channel="text", step="text", indicator="text", status="text", value="wrap",
        points="points", reason="wrap", quotation="text", remarks="text", address="text", proof="id", observed_at="id",
        observer="text", id="id",
    )  # fmt: skip
    earned = points_by(results)
    rows = (_observation(binder, results, one, earned) for one in in_order(results))
    return binder.table("observations", columns, rows, frozen=1, wide=True)


def _observation(binder: Binder, results: RoundResults, one: Observation, earned: Earned) -> list[Any]:
    row = results.catalogue[one.indicator]
    return [
        city_name(results, one.city, binder),
        _known(binder, f"channel_{one.channel}", one.channel),
        step_name(binder, results, one.step),
        getattr(row, binder.lang),
        label(f"status_{one.status}", binder.lang),
        None if one.value is None else readable(one.value, row.id, binder.lang, results.catalogue),
        earned(one),
        why(one.reason, binder) if one.reason else None,
        _quotes(one.evidence),
        _notes(one.evidence, binder),
        _address(one.evidence),
        next(
            (
                proof[:_HASH]
                for item in one.evidence
                if (proof := item.snapshot or item.screenshot or item.file)
            ),
            None,
        ),
        one.observed_at.strftime("%Y-%m-%d %H:%M %z") if one.observed_at else None,
        _known(binder, f"observer_{one.observer}", one.observer),
        row.id,
    ]


def _known(binder: Binder, key: str, otherwise: str) -> str:
    return binder.word(key) if key in words("labels")["labels"] else otherwise


def instrument(binder: Binder, results: RoundResults) -> Page:
    """The rows of the instrument with their weights, and which of them this round measured."""
    columns = _columns(
        binder, dimension="text", indicator="text", weight="whole", per="text", over="text", in_basket="text", id="id"
    )  # fmt: skip
    basket = set(results.plan.basket)
    titles = {row.id: getattr(row, binder.lang) for row in results.catalogue.dimensions}
    rows = (
        [
            titles[row.dimension],
            getattr(row, binder.lang),
            row.weight,
            binder.word(f"per_{row.per}"),
            binder.word(f"over_{row.over}") if row.per == "step" else None,
            binder.word("yes" if row.id in basket else "no"),
            row.id,
        ]
        for row in results.catalogue.indicators
    )
    return binder.table("instrument", columns, rows, frozen=2)


def notes(binder: Binder) -> None:
    """How the figures were made, in a dozen sentences."""
    page = binder.blank("notes", portrait=True)
    look = binder.style(text_wrap=True)
    page.set_column(0, 0, 5)
    page.set_column(1, 1, _NOTE)
    told = [words("labels")["labels"]["weights_notice"], *words("workbook")["notes"]]
    for at, line in enumerate(told):
        page.write_number(HEAD + at, 0, at + 1, binder.style(align="center"))
        page.write_string(HEAD + at, 1, line[binder.lang], look)
        page.set_row(HEAD + at, height((line[binder.lang], _NOTE)))
    page.freeze_panes(FIRST - 1, 0)
