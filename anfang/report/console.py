"""Scores, rankings, regions and comparisons as tables of the terminal, with every mark and notice that belongs to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from anfang.model import Change, City, Comparison, RankRow, RegionRow, RoundResults
from anfang.report.labels import label, reason, region_name
from anfang.report.wording import UNKNOWN, Lang, number, signed

LIST = {"zh": "、", "en": ", "}


def scores(results: RoundResults, lang: Lang, *, provisional: bool) -> Iterator[RenderableType]:
    """Every city's points by dimension, headline, bounds and lowest coverage, then the indices outside the headline."""
    names = _names(results.cities, lang)
    held = [row for row in results.catalogue.dimensions if results.ranking.basket_share.get(row.id)]
    headline, apart = [row for row in held if row.weight], [row for row in held if not row.weight]
    figures = (label(key, lang) for key in ("total", "bounds", "lowest_coverage"))
    named = (getattr(row, lang) for row in headline), (getattr(row, lang) for row in apart)
    table = _table(lang, "city", *named[0], *figures, *named[1])
    for row in results.ranking.rows:
        card = results.scorecards[row.city]
        points = {one.id: number(card.dimensions[one.id].points) for one in held}
        covered = min((card.dimensions[one.id].coverage for one in headline), default=0.0)
        middle = (number(card.headline), _bounds(card.low, card.high), f"{covered:.0%}")
        table.add_row(
            names[row.city],
            *(points[one.id] for one in headline),
            *middle,
            *(points[one.id] for one in apart),
        )
    yield from marks([results])
    yield table
    yield from notes(results, lang, provisional=provisional)


def ranking(
    results: RoundResults, lang: Lang, *, provisional: bool, top: int | None = None
) -> Iterator[RenderableType]:
    """The league table: rank, the ranks that the gaps allow, city, region, score."""
    ranked = [row for row in results.ranking.rows if row.rank is not None]
    yield from marks([results])
    yield league(results, ranked[:top], lang)
    yield from notes(results, lang, provisional=provisional)


def league(results: RoundResults, rows: Iterable[RankRow], lang: Lang) -> Table:
    """These rows of the ranking."""
    cities = {city.id: city for city in results.cities}
    table = Table(*(label(key, lang) for key in ("rank", "rank_interval", "city", "region", "total")))
    for row in rows:
        city, interval = cities[row.city], f"{row.best_rank}–{row.worst_rank}"
        region = region_name(city.region, lang)
        table.add_row(str(row.rank), interval, _name(city, lang), region, number(row.points))
    return table


def groups(
    results: RoundResults, rows: Iterable[RegionRow], lang: Lang, *, provisional: bool
) -> Iterator[RenderableType]:
    """Groups of cities: ranked cities of all, mean, lowest, highest, spread, trips."""
    yield from marks([results])
    yield areas(rows, lang)
    yield from notes(results, lang, provisional=provisional)


def areas(rows: Iterable[RegionRow], lang: Lang) -> Table:
    """These groups of cities."""
    table = _table(
        lang,
        "region",
        *(label(key, lang) for key in ("region_n", "mean", "lowest", "highest", "spread", "trips")),
    )
    for row in rows:
        figures = (number(figure) for figure in (row.mean, row.low, row.high, row.stdev, row.trips))
        table.add_row(region_name(row.region, lang), f"{row.n} / {row.cities}", *figures)
    return table


def comparison(
    found: Comparison, before: RoundResults, after: RoundResults, lang: Lang, *, provisional: bool
) -> Iterator[RenderableType]:
    """Means, dimensions and regions of both rounds, then every city, the greatest rise first."""
    yield from marks([before, after])
    yield means(found, after, lang)
    yield _cities(found, after, lang)
    yield Text(label("comparison_note", lang))
    yield from _left_out(found.left_out, after, lang)
    yield from _deviations([before, after], lang)
    for key, cities, held in (("entries", found.entries, after), ("exits", found.exits, before)):
        if cities:
            names = _names(held.cities, lang)
            yield Text(f"{label(key, lang)}: {LIST[lang].join(names[city] for city in cities)}")
    if provisional:
        yield Text(label("weights_notice", lang), style="yellow")


def means(found: Comparison, after: RoundResults, lang: Lang) -> Table:
    """Means of the headline and the dimensions, regions and trips: before, after and their change."""
    table = _table(lang, "mean", found.before, found.after, label("change", lang))
    _add(table, label("total", lang), found.mean)
    for row in after.catalogue.dimensions:
        if row.id in found.dimensions and found.dimensions[row.id].change is not None:
            _add(table, getattr(row, lang), found.dimensions[row.id])
    table.add_section()
    for name, change in found.regions.items():
        _add(table, region_name(name, lang), change)
    table.add_section()
    _add(table, label("trips", lang), found.trips)
    return table


def marks(rounds: Iterable[RoundResults]) -> Iterator[Text]:
    """SIMULATED and PRELIMINARY, where one of the rounds is."""
    held = tuple(rounds)
    if any(one.simulated for one in held):
        yield Text(label("mark_simulated", "zh"), style="bold yellow")
    for one in held:
        if one.preliminary:
            yield Text(f"{label('mark_preliminary', 'zh')}: {one.name}", style="bold yellow")


def notes(results: RoundResults, lang: Lang, *, provisional: bool) -> Iterator[Text]:
    """Cities that are not ranked, rows left out for all, deviations, the basket's share of the instrument, the weights' notice."""
    names = _names(results.cities, lang)
    for row in results.ranking.rows:
        if row.rank is None:
            yield Text(f"{label('not_ranked', lang)}: {names[row.city]} ({_told(row.reason, lang)})")
    yield from _left_out(results.ranking.left_out, results, lang)
    yield from _deviations([results], lang)
    shares = results.ranking.basket_share
    told = [
        f"{getattr(row, lang)} {shares[row.id]:.0%}"
        for row in results.catalogue.dimensions
        if row.id in shares
    ]
    yield Text(f"{label('basket', lang)}: {LIST[lang].join(told)}")
    if provisional:
        yield Text(label("weights_notice", lang), style="yellow")


def _left_out(rows: Mapping[str, str], results: RoundResults, lang: Lang) -> Iterator[Text]:
    for row, why in rows.items():
        yield Text(f"{label('left_out', lang)}: {getattr(results.catalogue[row], lang)} ({_told(why, lang)})")


def _deviations(rounds: Iterable[RoundResults], lang: Lang) -> Iterator[Text]:
    for held in rounds:
        for at, text in held.deviations:
            moment = at.isoformat(" ", "minutes")
            yield Text(f"{label('deviation', lang)} {held.name} {moment}: {_told(text, lang)}")


def _cities(found: Comparison, after: RoundResults, lang: Lang) -> Table:
    names = _names(after.cities, lang)
    headings = (found.before, found.after, label("change", lang), label("rank", lang), label("trips", lang))
    table = _table(lang, "city", *headings)
    for one in sorted(
        found.cities, key=lambda one: (one.headline.change is None, -(one.headline.change or 0.0))
    ):
        _add(table, names[one.city], one.headline, _arrow(one.rank), _arrow(one.trips))
    return table


def _add(table: Table, name: str, change: Change, *more: str) -> None:
    table.add_row(name, number(change.before), number(change.after), signed(change.change), *more)


def _arrow(change: Change) -> str:
    """Before → after of whole numbers; a dash where one of them is not known."""
    if change.before is None or change.after is None:
        return UNKNOWN
    return f"{change.before:g} → {change.after:g}"


def _table(lang: Lang, first: str, *headings: str) -> Table:
    """A table whose first column holds names and the others figures."""
    table = Table(label(first, lang))
    for heading in headings:
        table.add_column(heading, justify="right")
    return table


def _bounds(low: float | None, high: float | None) -> str:
    return UNKNOWN if low is None or high is None else f"{number(low)}–{number(high)}"


def _told(why: str, lang: Lang) -> str:
    return reason(why, lang) or why


def _names(cities: Iterable[City], lang: Lang) -> Mapping[str, str]:
    return {city.id: _name(city, lang) for city in cities}


def _name(city: City, lang: Lang) -> str:
    return city.name if lang == "zh" else city.name_en
