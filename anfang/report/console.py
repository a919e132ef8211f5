"""Scores, rankings, regions and means as tables of the terminal, with every mark and notice that belongs to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from anfang.model import Change, Comparison, RankRow, RegionRow, RoundResults
from anfang.report.grouping import groups_said
from anfang.report.labels import city_name, city_names, label, reason, region_name
from anfang.report.robust import bands_said, likely, retest_said, seed_said
from anfang.report.wording import UNKNOWN, Lang, number, signed
from scoring.grouping import Grouping
from scoring.regiontests import Group
from scoring.robustness import Robustness

LIST = {"zh": "、", "en": ", "}


def scores(results: RoundResults, lang: Lang, *, provisional: bool) -> Iterator[RenderableType]:
    """Every city's points by dimension, headline, bounds and lowest coverage, then the indices outside the headline."""
    names = city_names(results.cities, lang)
    held = [row for row in results.catalogue.dimensions if results.ranking.basket_share.get(row.id)]
    headline, apart = [row for row in held if row.weight], [row for row in held if not row.weight]
    heads = (label(key, lang) for key in ("total", "bounds", "lowest_coverage"))
    named = (getattr(row, lang) for row in headline), (getattr(row, lang) for row in apart)
    table = figures(lang, "city", *named[0], *heads, *named[1])
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
    results: RoundResults,
    lang: Lang,
    *,
    provisional: bool,
    top: int | None = None,
    robust: Robustness | None = None,
) -> Iterator[RenderableType]:
    """The league table: rank, likely ranks and band where `robust` says them, the ranks that the gaps allow, city, score."""
    ranked = [row for row in results.ranking.rows if row.rank is not None]
    yield from marks([results])
    yield league(results, ranked[:top], lang, robust)
    if robust:
        yield from _robust(results, robust, lang)
    yield from notes(results, lang, provisional=provisional)


def league(results: RoundResults, rows: Iterable[RankRow], lang: Lang, robust: Robustness | None = None) -> Table:
    """These rows of the ranking."""
    cities = {city.id: city for city in results.cities}
    table = Table(label("rank", lang), *_heads(robust, lang), *(label(key, lang) for key in ("rank_interval", "city", "region", "total")))
    for row in rows:
        city, interval = cities[row.city], f"{row.best_rank}–{row.worst_rank}"
        region = region_name(city.region, lang)
        table.add_row(str(row.rank), *_standing(robust, row.city), interval, city_name(city, lang), region, number(row.points))
    return table


def _heads(robust: Robustness | None, lang: Lang) -> tuple[str, ...]:
    if robust is None:
        return ()
    return label("likely_ranks", lang), label("band", lang), label("top_chance", lang).format(top=robust.settings.top)


def _standing(robust: Robustness | None, city: str) -> tuple[str, ...]:
    if robust is None:
        return ()
    one = robust.standings[city]
    return f"{one.low}–{one.high}", str(one.band), f"{one.top:.0%}"


def _robust(results: RoundResults, robust: Robustness, lang: Lang) -> Iterator[Text]:
    names = city_names(results.cities, lang)
    lines = (bands_said(robust, names, lang), likely(robust, lang), label("gap_note", lang), retest_said(robust, lang), seed_said(robust, lang))
    yield from (Text(line) for line in lines if line)


def groups(
    results: RoundResults, rows: Iterable[RegionRow], lang: Lang, *, provisional: bool, tested: Grouping | None = None
) -> Iterator[RenderableType]:
    """Groups of cities: ranked cities of all, mean, lowest, highest, spread, trips; and whether chance explains them."""
    yield from marks([results])
    yield areas(rows, lang, tested.groups if tested else {})
    if tested:
        yield from (Text(line) for line in groups_said(tested, lang))
    yield from notes(results, lang, provisional=provisional)


def areas(rows: Iterable[RegionRow], lang: Lang, tested: Mapping[str, Group] | None = None) -> Table:
    """These groups of cities; with what their means may be off by where `tested` knows it."""
    held = tested or {}
    error = any(one.low is not None for one in held.values())
    heads = ("region_n", "mean", *(["mean_interval"] if error else []), "median", "lowest", "highest", "spread", "trips")
    table = figures(lang, "region", *(label(key, lang) for key in heads if held or key != "median"))
    for row in rows:
        first = [number(row.mean), *([_bounds(held[row.region].low, held[row.region].high)] if error else [])]
        first += [_median(held[row.region])] if held else []
        told = (number(figure) for figure in (row.low, row.high, row.stdev, row.trips))
        table.add_row(region_name(row.region, lang), f"{row.n} / {row.cities}", *first, *told)
    return table


def _median(one: Group) -> str:
    return number(one.summary.median if one.summary else None)


def means(found: Comparison, after: RoundResults, lang: Lang) -> Table:
    """Means of the headline and the dimensions, regions and trips: before, after and their change."""
    table = figures(lang, "mean", found.before, found.after, label("change", lang))
    add(table, label("total", lang), found.mean)
    for row in after.catalogue.dimensions:
        if row.id in found.dimensions and found.dimensions[row.id].change is not None:
            add(table, getattr(row, lang), found.dimensions[row.id])
    table.add_section()
    for name, change in found.regions.items():
        add(table, region_name(name, lang), change)
    table.add_section()
    add(table, label("trips", lang), found.trips)
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
    names = city_names(results.cities, lang)
    for row in results.ranking.rows:
        if row.rank is None:
            yield Text(f"{label('not_ranked', lang)}: {names[row.city]} ({_told(row.reason, lang)})")
    yield from left_out(results.ranking.left_out, results, lang)
    yield from deviations([results], lang)
    shares = results.ranking.basket_share
    told = [
        f"{getattr(row, lang)} {shares[row.id]:.0%}"
        for row in results.catalogue.dimensions
        if row.id in shares
    ]
    yield Text(f"{label('basket', lang)}: {LIST[lang].join(told)}")
    if provisional:
        yield Text(label("weights_notice", lang), style="yellow")


def left_out(rows: Mapping[str, str], results: RoundResults, lang: Lang) -> Iterator[Text]:
    for row, why in rows.items():
        yield Text(f"{label('left_out', lang)}: {getattr(results.catalogue[row], lang)} ({_told(why, lang)})")


def deviations(rounds: Iterable[RoundResults], lang: Lang) -> Iterator[Text]:
    for held in rounds:
        for at, text in held.deviations:
            moment = at.isoformat(" ", "minutes")
            yield Text(f"{label('deviation', lang)} {held.name} {moment}: {_told(text, lang)}")


def add(table: Table, name: str, change: Change, *more: str) -> None:
    table.add_row(name, number(change.before), number(change.after), signed(change.change), *more)


def arrow(change: Change) -> str:
    """Before → after of whole numbers; a dash where one of them is not known."""
    if change.before is None or change.after is None:
        return UNKNOWN
    return f"{change.before:g} → {change.after:g}"


def figures(lang: Lang, first: str, *headings: str) -> Table:
    """A table whose first column holds names and the others figures."""
    table = Table(label(first, lang))
    for heading in headings:
        table.add_column(heading, justify="right")
    return table


def _bounds(low: float | None, high: float | None) -> str:
    return UNKNOWN if low is None or high is None else f"{number(low)}–{number(high)}"


def _told(why: str, lang: Lang) -> str:
    return reason(why, lang) or why
