"""What the demo leaves to be read: report, workbooks, figures and tables of both rounds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from anfang import results as rounds
from anfang import tables
from anfang.exchange import write_table
from anfang.model import Comparison, RoundResults
from anfang.report import figures, html, workbook
from anfang.report.labels import label
from anfang.report.wording import LANGS
from scoring.certainty import Certainty


def write_products(
    root: Path, folder: Path, before: RoundResults, after: RoundResults, certainty: Certainty
) -> Iterator[Path]:
    """Write everything, each file named as soon as it is there; the report's index comes first."""
    assert certainty.changes is not None, "the demo's rounds are compared"
    comparison = certainty.changes.comparison
    yield html.write(
        after,
        folder / "report",
        against=before,
        comparison=comparison,
        evidence=rounds.evidence(after.name, root),
        against_evidence=rounds.evidence(before.name, root),
        searches=rounds.searches(after.name, root),
        against_searches=rounds.searches(before.name, root),
        certainty=certainty,
    )
    for lang in LANGS:
        yield workbook.write(after, folder / f"workbook.{lang}.xlsx", comparison=comparison, lang=lang)
    yield _draw(after, comparison, folder / "figures")
    for found in (before, after):
        table = tables.marked(tables.observations(found), found, label("mark_simulated", "zh"))
        yield write_table(table, folder / f"observations.{found.name}.csv", "csv")


def _draw(after: RoundResults, comparison: Comparison, folder: Path) -> Path:
    for lang in LANGS:
        figures.save(figures.scores(after, comparison=comparison, lang=lang), folder, f"scores.{lang}")
        figures.save(figures.trips(after, comparison=comparison, lang=lang), folder, f"trips.{lang}")
    return folder
