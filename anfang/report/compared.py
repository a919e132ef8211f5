"""Two rounds in the terminal: what they say in sentences, then the figures that it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from anfang.model import CityComparison, RoundResults
from anfang.report import console
from anfang.report.labels import city_names, label
from anfang.report.verdict import LIST, chance, verdict
from anfang.report.wording import UNKNOWN, Lang, number, signed
from scoring.changes import Changes, Tested
from scoring.decompose import Decomposition, Kind
from scoring.movements import Movement

KINDS: tuple[Kind, ...] = ("performance", "weight", "entry", "exit")
MOST = 12
"""Parts and rows that have a line of their own."""
LEAST = 0.005
"""What is smaller than this is no line of its own."""
REST = ""


def comparison(found: Changes, before: RoundResults, after: RoundResults, lang: Lang, *, provisional: bool) -> Iterator[RenderableType]:
    """Sentences, means, what the change is made of, rows, counts, then every city, the greatest rise first."""
    yield from console.marks([before, after])
    yield from (Text(line, style="bold" if not at else "") for at, line in enumerate(verdict(found, after.catalogue, lang)))
    yield console.means(found.comparison, after, lang)
    yield _parts(found, after, lang)
    yield _rows(found.indicators, after, lang)
    yield Text(label("effect_note", lang), style="dim")
    if found.counts:
        yield _counts(found, after, lang)
    yield _cities(found, after, lang)
    yield from _notes(found, before, after, lang, provisional=provisional)


def moved_rows(tested: Mapping[str, Tested]) -> Sequence[tuple[str, Tested]]:
    """Rows whose mean moved, the least likely to be chance first."""
    told = ((row, one) for row, one in tested.items() if abs(one.found.mean) >= LEAST)
    return sorted(told, key=lambda one: (one[1].corrected if one[1].corrected is not None else 2.0, -abs(one[1].found.mean)))


def _parts(found: Changes, after: RoundResults, lang: Lang) -> Table:
    """What the change of the mean is made of: row x kind, the greatest first, small ones together."""
    total: Mapping[Kind, float] = found.nation.by_kind() if found.nation else {}
    kinds: list[Kind] = [kind for kind in KINDS if abs(total.get(kind, 0.0)) >= LEAST] or ["performance"]
    table = console.figures(lang, "parts_of_change", *(label(f"kind_{kind}", lang) for kind in kinds), label("change", lang))
    names = {row.id: getattr(row, lang) for row in (*after.catalogue.indicators, *after.catalogue.dimensions)}
    for part, row in part_rows(found.nation, kinds).items():
        name = label("others_parts", lang) if part == REST else names.get(part, part)
        table.add_row(name, *(signed(amount) for amount in row), signed(sum(row)))
    if found.nation:
        table.add_section()
        table.add_row(label("total", lang), *(signed(total[kind]) for kind in kinds), signed(found.nation.change))
    return table


def part_rows(found: Decomposition | None, kinds: Sequence[Kind] = KINDS, most: int = MOST) -> Mapping[str, Sequence[float]]:
    """Part -> its amounts by kind, the greatest part first; what is not among the `most` greatest, or too small, under REST."""
    rows: dict[str, list[float]] = {part: [0.0] * len(kinds) for part in (found.by_part() if found else ())}
    for term in found.terms if found else ():
        if term.kind in kinds:
            rows[term.part][kinds.index(term.kind)] += term.amount
    large = {part: row for part, row in list(rows.items())[:most] if abs(sum(row)) >= LEAST}
    small = [row for part, row in rows.items() if part not in large]
    rest = [sum(column) for column in zip(*small, strict=True)]
    return {**large, REST: rest} if any(abs(amount) > 1e-9 for amount in rest) else large


def _rows(tested: Mapping[str, Tested], after: RoundResults, lang: Lang) -> Table:
    table = Table(*(label(key, lang) for key in ("indicator", "n_short", "change", "chance", "chance_many", "effect")))
    for row, one in moved_rows(tested)[:MOST]:
        figures = (str(one.found.n), signed(one.found.mean), chance(one.found.flips), chance(one.corrected), number(one.found.effect))
        table.add_row(getattr(after.catalogue[row], lang), *figures)
    left = len(moved_rows(tested)) - MOST
    if left > 0:
        table.caption = label("more_rows", lang).format(n=left)
    return table


def _counts(found: Changes, after: RoundResults, lang: Lang) -> Table:
    names = {one.id: getattr(one, lang) for one in after.derived}
    heads = ("counts_changed", "n_short", "before", "after", "gained", "lost", "chance", "chance_many")
    table = Table(*(label(key, lang) for key in heads))
    for one in found.counts:
        figures = (one.n, one.before, one.after, len(one.gained), len(one.lost))
        table.add_row(names[one.id], *map(str, figures), chance(one.chance), chance(one.corrected))
    return table


def _cities(found: Changes, after: RoundResults, lang: Lang) -> Table:
    held, names = found.comparison, city_names(after.cities, lang)
    keys = ("change", "change_interval", "verdict_column", "rank", "rank_move", "trips")
    table = console.figures(lang, "city", held.before, held.after, *(label(key, lang) for key in keys))
    moves: Mapping[str, Movement] = found.movements.cities if found.movements else {}
    for one in sorted(held.cities, key=_greatest):
        told = _told(moves.get(one.city), lang)
        console.add(table, names[one.city], one.headline, *told[:2], console.arrow(one.rank), told[2], console.arrow(one.trips))
    return table


def _greatest(one: CityComparison) -> tuple[bool, float]:
    return one.headline.change is None, -(one.headline.change or 0.0)


def _told(move: Movement | None, lang: Lang) -> tuple[str, str, str]:
    """Interval, class, places gained."""
    if move is None:
        return UNKNOWN, UNKNOWN, UNKNOWN
    places = f"{move.rank_low:+d}…{move.rank_high:+d}".replace("-", "−").replace("+0", "0")
    return f"{signed(move.low)}…{signed(move.high)}", label(f"class_{move.kind}", lang), places


def _notes(found: Changes, before: RoundResults, after: RoundResults, lang: Lang, *, provisional: bool) -> Iterator[Text]:
    held = found.comparison
    yield Text(f"{label('comparison_note', lang)} {label('seed_note', lang).format(draws=found.settings.draws, seed=found.settings.seed)}")
    yield from console.left_out(held.left_out, after, lang)
    yield from console.deviations([before, after], lang)
    for key, cities, round_ in (("entries", held.entries, after), ("exits", held.exits, before)):
        if cities:
            names = city_names(round_.cities, lang)
            yield Text(f"{label(key, lang)}: {LIST[lang].join(names[city] for city in cities)}")
    if provisional:
        yield Text(label("weights_notice", lang), style="yellow")
