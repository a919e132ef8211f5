"""The sheets of a comparison: figures over all cities, dimensions, regions and indicators; then city by city."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from anfang.model import Change, CityComparison, Comparison, RoundResults
from anfang.report.labels import region_name
from anfang.report.workbook.binder import Binder, Column, Kind, Page
from anfang.report.workbook.standings import city_name, dimension_titles
from anfang.tables import headline_dimensions

_UNKNOWN = Change(None, None)


@dataclass(frozen=True, slots=True)
class Compared:
    """Where the charts find their figures: the regions' rows, and the cities with a score in both rounds."""

    regions: Page
    cities: Page


def compared(binder: Binder, results: RoundResults, found: Comparison) -> Compared:
    """Write both sheets of a comparison."""
    return Compared(_means(binder, results, found), _cities(binder, results, found))


def _means(binder: Binder, results: RoundResults, found: Comparison) -> Page:
    """Everything but the cities; changes are over the cities that both rounds hold. Returns the regions' rows."""
    word = binder.word
    columns = [Column(word("scope")), Column(word("figure"))]
    columns += [Column(name, "points") for name in (found.before, found.after)]
    columns += [Column(word("change"), "change"), Column(word("id"), "id")]
    first = list(_overall(binder, results, found))
    regional = [
        _row(word("region"), region_name(name, binder.lang), one) for name, one in found.regions.items()
    ]
    page = binder.table("means", columns, [*first, *regional, *_detailed(binder, results, found)], frozen=2)
    return page.part(len(first), len(regional))


def _row(scope: str, name: str, one: Change, id: str | None = None) -> list[Any]:
    return [scope, name, one.before, one.after, one.change, id]


def _overall(binder: Binder, results: RoundResults, found: Comparison) -> Iterator[list[Any]]:
    yield _row(binder.word("scope_all"), binder.word("mean_score"), found.mean)
    yield _row(binder.word("scope_all"), binder.word("mean_trips"), found.trips)
    for row in results.catalogue.dimensions:
        if found.dimensions.get(row.id, _UNKNOWN) != _UNKNOWN:
            yield _row(binder.word("dimension"), getattr(row, binder.lang), found.dimensions[row.id], row.id)


def _detailed(binder: Binder, results: RoundResults, found: Comparison) -> Iterator[list[Any]]:
    for row in results.catalogue.indicators:
        if row.id in found.indicators:
            yield _row(binder.word("indicator"), getattr(row, binder.lang), found.indicators[row.id], row.id)


def _cities(binder: Binder, results: RoundResults, found: Comparison) -> Page:
    """One row per city of both rounds, best of the later round first: headline, dimensions, trips, rank."""
    ids = [name for name in headline_dimensions(results) if name in found.dimensions]
    titles = [
        binder.word("total"),
        *dimension_titles(results, binder, ids),
        binder.word("trips"),
        binder.word("rank"),
    ]
    columns = [Column(binder.word("city"))]
    for title in titles:
        figure, change = _RANKS if title == titles[-1] else _POINTS
        columns += [Column(binder.word(f"{side}_of", title), figure) for side in ("before", "after")]
        columns += [Column(binder.word("change_of", title), change)]
    ordered = sorted(found.cities, key=_best_first)
    rows = [_city(binder, results, one, ids) for one in ordered]
    page = binder.table("changes", columns, rows, frozen=1, wide=True)
    return page.part(0, sum(one.headline.change is not None for one in ordered))


_POINTS: tuple[Kind, Kind] = ("points", "change")
_RANKS: tuple[Kind, Kind] = ("whole", "shift")


def _best_first(one: CityComparison) -> tuple[bool, float]:
    return one.headline.change is None, -(one.headline.after or 0.0)


def _city(binder: Binder, results: RoundResults, one: CityComparison, ids: list[str]) -> list[Any]:
    figures = (one.headline, *(one.dimensions.get(name, _UNKNOWN) for name in ids), one.trips, one.rank)
    return [
        city_name(results, one.city, binder),
        *(cell for figure in figures for cell in (figure.before, figure.after, figure.change)),
    ]
