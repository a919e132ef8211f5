"""The demo's findings in the terminal: who is ahead and behind, what changed, how much of the truth was seen."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from rich.box import SIMPLE_HEAD
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from anfang.demo.accuracy import majority
from anfang.model import Derived, Json, RoundResults
from anfang.report import console
from anfang.report.labels import label
from anfang.report.verdict import verdict
from anfang.report.wording import UNKNOWN, Lang
from anfang.testbed.accuracy import Accuracy
from scoring.changes import Changes

ENDS = 10
"""Cities shown from either end of the ranking."""


def findings(
    before: RoundResults, after: RoundResults, changed: Changes, lang: Lang, *, provisional: bool
) -> Iterator[RenderableType]:
    """Both ends of the later round's ranking, its regions, the means of both rounds and the counts."""
    ranked = [row for row in after.ranking.rows if row.rank is not None]
    yield from console.marks([before, after])
    yield _titled(console.league(after, ranked[:ENDS], lang), "top_ten", lang)
    if last := ranked[max(ENDS, len(ranked) - ENDS) :]:
        yield _titled(console.league(after, last, lang), "bottom_ten", lang)
    yield _titled(console.areas(after.regions, lang), "regions", lang)
    yield _titled(console.means(changed.comparison, after, lang), "comparison", lang)
    yield from (Text(line) for line in verdict(changed, after.catalogue, lang))
    yield _counts(before, after, lang)
    yield from console.notes(after, lang, provisional=provisional)


def truthfulness(found: Accuracy, lang: Lang) -> Iterator[RenderableType]:
    """Accuracy per row beside the majority class, wrong apart from missing, then every miss on a line."""
    headings = ("planted", "value_equal", "majority", "points_equal", "wrong", "unseen")
    table = Table(
        title=label("accuracy", lang),
        title_justify="left",
        box=SIMPLE_HEAD,
        pad_edge=False,
        collapse_padding=True,
    )
    table.add_column(label("indicator", lang), no_wrap=True)
    for heading in headings:
        table.add_column(label(heading, lang), justify="right")
    for row, tally in found.indicators.items():
        table.add_row(row, *_figures(tally, tally["majority_baseline"]))
    table.add_section()
    table.add_row(label("all_rows", lang), *_figures(found.overall, majority(found)))
    yield table
    yield Text(f"{label('misses', lang)}: {len(found.misses)}", style="bold")
    yield from (_miss(miss, lang) for miss in found.misses)


def _titled(table: Table, title: str, lang: Lang) -> Table:
    table.title, table.title_justify = label(title, lang), "left"
    return table


def _counts(before: RoundResults, after: RoundResults, lang: Lang) -> Table:
    table = Table(label("derived_item", lang), title=label("derived", lang), title_justify="left")
    for name in (before.name, after.name):
        table.add_column(name, justify="right")
    earlier = {row.id: row for row in before.derived}
    for row in after.derived:
        table.add_row(getattr(row, lang), _count(earlier.get(row.id)), _count(row))
    return table


def _count(row: Derived | None) -> str:
    return UNKNOWN if row is None or row.count is None else f"{row.count:.4g} (n={row.of})"


def _figures(tally: Mapping[str, float], baseline: float) -> tuple[str, ...]:
    shares = (tally["value_equal"], baseline, tally["points_equal"])
    return (
        f"{tally['n']:g}",
        *(f"{share:.1%}" for share in shares),
        *(f"{tally[k]:g}" for k in ("wrong", "missing")),
    )


def _miss(miss: Mapping[str, Json], lang: Lang) -> Text:
    place = " ".join(str(miss[key]) for key in ("round", "city", "step", "indicator") if miss[key])
    values = {key: json.dumps(miss[key], ensure_ascii=False) for key in ("truth", "seen")}
    return Text(f"{place}: {label('miss', lang).format(**values, status=miss['status'])}")
