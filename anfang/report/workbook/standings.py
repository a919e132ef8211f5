"""The sheets of points: ranking, dimensions, indicators city by city, all indicators at a glance, regions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from anfang.model import City, RankRow, RoundResults, Scorecard
from anfang.report.labels import label, reason, region_name
from anfang.report.workbook.binder import Binder, Column, Link, Page
from anfang.tables import headline_dimensions


def city_name(results: RoundResults, id: str, binder: Binder) -> str:
    city = next((one for one in results.cities if one.id == id), None)
    if city is None:
        return id
    return city.name if binder.lang == "zh" else city.name_en


def why(text: str, binder: Binder) -> str:
    return reason(text, binder.lang) or text


def ranking(binder: Binder, results: RoundResults, links: Mapping[str, str]) -> Page:
    """The league table; a city's name leads to its rows of the sheet of indicators (`links`: city -> place)."""
    word, dimensions = binder.word, headline_dimensions(results)
    columns = [
        Column(word("rank"), "whole"),
        Column(word("city")),
        Column(word("region")),
        Column(word("total"), "points", heat=True),
        *(Column(word(name), "whole") for name in ("best_rank", "worst_rank")),
        *(Column(word(name), "points") for name in ("low", "high")),
        *(Column(title, "points", heat=True) for title in dimension_titles(results, binder, dimensions)),
        Column(word("gates"), "wrap"),
        Column(word("remarks"), "wrap"),
    ]
    rows = [_ranked(binder, results, row, dimensions, links) for row in results.ranking.rows]
    return binder.table("ranking", columns, rows, frozen=2)


def dimension_titles(results: RoundResults, binder: Binder, ids: list[str]) -> list[str]:
    known = {row.id: getattr(row, binder.lang) for row in results.catalogue.dimensions}
    return [known[id] for id in ids]


def _ranked(
    binder: Binder, results: RoundResults, row: RankRow, dimensions: list[str], links: Mapping[str, str]
) -> list[Any]:
    city = next((one for one in results.cities if one.id == row.city), None)
    card = results.scorecards.get(row.city)
    name = city_name(results, row.city, binder)
    return [
        row.rank if row.rank is not None else binder.word("not_ranked"),
        Link(name, links[row.city]) if row.city in links else name,
        region_name(city.region, binder.lang) if city else None,
        row.points,
        row.best_rank,
        row.worst_rank,
        card.low if card else None,
        card.high if card else None,
        *(_points(card, dimension) for dimension in dimensions),
        _gates(binder, results, card),
        _remarks(binder, row, city),
    ]


def _points(card: Scorecard | None, dimension: str) -> float | None:
    found = card.dimensions.get(dimension) if card else None
    return found.points if found else None


def _gates(binder: Binder, results: RoundResults, card: Scorecard | None) -> str | None:
    if card is None:
        return None
    raised = [name for name, state in card.gates.items() if state]
    return "；".join(getattr(results.catalogue[name], binder.lang) for name in raised) or None


def _remarks(binder: Binder, row: RankRow, city: City | None) -> str | None:
    told = (why(row.reason, binder) if row.reason else "", city.circumstances if city else "")
    return "；".join(text for text in told if text) or None


def dimensions(binder: Binder, results: RoundResults) -> Page:
    """Points and coverage of every dimension, the separate indices too."""
    ids = [row.id for row in results.catalogue.dimensions if _measured(results, row.id)]
    titles = dimension_titles(results, binder, ids)
    columns = [Column(binder.word("city")), Column(binder.word("region"))]
    for title in titles:
        columns += [Column(title, "points", heat=True), Column(binder.word("coverage_of", title), "share")]
    rows = (
        [*_city(binder, results, row.city), *_covered(results, row.city, ids)] for row in results.ranking.rows
    )
    return binder.table("dimensions", columns, rows, frozen=1)


def _measured(results: RoundResults, dimension: str) -> bool:
    found = (card.dimensions.get(dimension) for card in results.scorecards.values())
    return any(one is not None and (one.points is not None or one.coverage > 0) for one in found)


def _city(binder: Binder, results: RoundResults, id: str) -> list[str | None]:
    region = next((one.region for one in results.cities if one.id == id), "")
    return [city_name(results, id, binder), region_name(region, binder.lang)]


def _covered(results: RoundResults, city: str, ids: list[str]) -> Iterator[float | None]:
    card = results.scorecards.get(city)
    for id in ids:
        found = card.dimensions.get(id) if card else None
        yield found.points if found else None
        yield found.coverage if found else None


def matrix(binder: Binder, results: RoundResults) -> Page:
    """Indicators down, cities across: where everybody is weak shows at a glance."""
    basket = set(results.plan.basket)
    rows = [row for row in results.catalogue.indicators if row.score is not None and row.id in basket]
    cities = [row.city for row in results.ranking.rows]
    columns = [Column(binder.word(name)) for name in ("dimension", "indicator")]
    columns += [Column(city_name(results, city, binder), "points", heat=True) for city in cities]
    titles = {row.id: getattr(row, binder.lang) for row in results.catalogue.dimensions}
    cells = (
        [
            titles[row.dimension],
            getattr(row, binder.lang),
            *(_indicator(results, city, row.id) for city in cities),
        ]
        for row in rows
    )
    return binder.table("matrix", columns, cells, frozen=2, wide=True)


def _indicator(results: RoundResults, city: str, row: str) -> float | None:
    card = results.scorecards.get(city)
    found = card.indicators.get(row) if card else None
    return found.points if found else None


def indicators(binder: Binder, results: RoundResults) -> tuple[Page, dict[str, str]]:
    """Every indicator of every city in the order of the ranking, and where each city begins."""
    names = ("city", "dimension", "indicator", "points", "status", "weight", "reason", "id")
    kinds = {"points": "points", "weight": "whole", "reason": "wrap", "id": "id"}
    columns = [Column(binder.word(name), kinds.get(name, "text"), heat=name == "points") for name in names]  # type: ignore[arg-type]
    rows: list[list[Any]] = []
    begins: dict[str, int] = {}
    for ranked in results.ranking.rows:
        begins[ranked.city] = len(rows)
        rows += _indicator_rows(binder, results, ranked.city)
    page = binder.table("indicators", columns, rows, frozen=1)
    return page, {city: page.place(at) for city, at in begins.items()}


def _indicator_rows(binder: Binder, results: RoundResults, city: str) -> Iterator[list[Any]]:
    card = results.scorecards.get(city)
    titles = {row.id: getattr(row, binder.lang) for row in results.catalogue.dimensions}
    for row in results.catalogue.indicators:
        found = card.indicators.get(row.id) if card else None
        if found is None or found.status == "not_planned":
            continue
        yield [
            city_name(results, city, binder),
            titles[row.dimension],
            getattr(row, binder.lang),
            found.points,
            label(f"status_{found.status}", binder.lang),
            row.weight,
            why(found.reason, binder) if found.reason else None,
            row.id,
        ]


def regions(binder: Binder, results: RoundResults) -> Page:
    word, ids = binder.word, headline_dimensions(results)
    columns = [
        Column(word("region")),
        *(Column(word(name), "whole") for name in ("ranked_n", "cities_n")),
        Column(word("mean"), "points", heat=True),
        *(Column(word(name), "points") for name in ("lowest", "highest", "spread")),
        *(Column(title, "points", heat=True) for title in dimension_titles(results, binder, ids)),
        Column(word("trips"), "trips"),
    ]
    rows = (
        [region_name(row.region, binder.lang), row.n, row.cities, row.mean, row.low, row.high, row.stdev]
        + [row.dimensions.get(name) for name in ids]
        + [row.trips]
        for row in results.regions
    )
    return binder.table("regions", columns, rows, frozen=1)
