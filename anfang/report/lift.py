"""What would lift a city: gains of its rows and the shortest way up, as a table and sentences."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from anfang.model import Catalogue
from anfang.report.labels import label
from anfang.report.verdict import LIST
from anfang.report.wording import Lang, number, signed
from scoring.whatif import WhatIf

MOST = 12
WAYS = 3


def lift(found: WhatIf, catalogue: Catalogue, lang: Lang) -> Iterator[RenderableType]:
    """The rows that would add most, then the ways up."""
    heads = ("indicator", "points", "per_point", "gain", "rank_then")
    table = Table(*(label(key, lang) for key in heads), title=label("what_if", lang), title_justify="left")
    for one in found.gains[:MOST]:
        figures = (number(one.points), number(one.weight, 3), signed(one.gain), str(one.rank))
        table.add_row(getattr(catalogue[one.row], lang), *figures)
    yield table
    yield from (Text(line) for line in ways_said(found, catalogue, lang))
    yield Text(label("what_if_note", lang), style="dim")


def ways_said(found: WhatIf, catalogue: Catalogue, lang: Lang, most: int = WAYS) -> tuple[str, ...]:
    """A sentence for every set of rows, the fewest first; one sentence where nothing leads up."""
    if not found.ways:
        return (label("no_way_up", lang),)
    ways = {one.rows: one for one in found.ways}
    return tuple(
        label("way_up", lang).format(
            ranks=one.ranks, rank=one.rank, points=number(one.points),
            rows=LIST[lang].join(getattr(catalogue[row], lang) for row in one.rows),
        )
        for one in list(ways.values())[:most]
    )  # fmt: skip
