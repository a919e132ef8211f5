"""A round as one workbook that a government office can work with: sheets, native charts, links, ready to print."""

from __future__ import annotations

import io
from pathlib import Path

import xlsxwriter

from anfang.exchange import WORKBOOK_OPTIONS, write_whole
from anfang.model import Comparison, RoundResults
from anfang.report.labels import label
from anfang.report.wording import Lang
from anfang.report.workbook import changes, record, standings
from anfang.report.workbook.binder import Binder, stamp
from anfang.report.workbook.charts import charts
from anfang.report.workbook.cover import cover

ORDER = (
    "cover", "ranking", "charts", "dimensions", "matrix", "indicators", "regions", "means", "changes", "derived",
    "problems", "observations", "instrument", "notes",
)  # fmt: skip
"""The sheets as the reader finds them."""

COMPARED = ("means", "changes")
"""Sheets that only a comparison fills."""


def write(
    results: RoundResults, path: Path, *, comparison: Comparison | None = None, lang: Lang = "zh"
) -> Path:
    """Write the workbook of a round; the file appears whole or not at all. Equal results give equal bytes.

    Every sheet of a simulated round carries the mark SIMULATED in its title row and in the print header, every sheet
    of a round that is not closed PRELIMINARY. Text of a page never becomes a formula or a link.
    """
    data = io.BytesIO()
    with xlsxwriter.Workbook(data, {"in_memory": True} | WORKBOOK_OPTIONS) as book:
        binder = _binder(book, results, lang)
        seen = [one.observed_at for one in results.observations if one.observed_at]
        stamp(book, title=binder.subject, comments=" ".join(binder.marks), created=max(seen, default=None))
        binder.lay_out([sheet for sheet in ORDER if comparison or sheet not in COMPARED])
        _fill(binder, results, comparison)
    write_whole(path, data.getvalue())
    return path


def _binder(book: xlsxwriter.Workbook, results: RoundResults, lang: Lang) -> Binder:
    told = {"mark_simulated": results.simulated, "mark_preliminary": results.preliminary}
    marks = [label(key, lang) for key, holds in told.items() if holds]
    binder = Binder(book, lang=lang, marks=marks, subject=f"{label('site', lang)} {results.name}", foot="")
    binder.foot = binder.word("chains", results.plan_hash[:12], results.instrument[:12])
    return binder


def _fill(binder: Binder, results: RoundResults, comparison: Comparison | None) -> None:
    """Sheets that others refer to are filled first; they were laid out in the reader's order."""
    _, places = standings.indicators(binder, results)
    ranking = standings.ranking(binder, results, places)
    regions = standings.regions(binder, results)
    standings.dimensions(binder, results)
    standings.matrix(binder, results)
    compared = changes.compared(binder, results, comparison) if comparison else None
    charts(binder, results, ranking, regions, compared=compared)
    record.derived(binder, results)
    record.problems(binder, results)
    record.observations(binder, results)
    record.instrument(binder, results)
    record.notes(binder)
    cover(binder, results)
