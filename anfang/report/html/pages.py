"""What the overview, the ranking, the regions and the comparison show beside the results themselves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from statistics import fmean
from typing import Any

from anfang.model import Comparison, Dimension, RankRow, RoundResults, Scorecard
from anfang.report.html import shared, sure
from anfang.report.html.speech import Speech, plain
from anfang.report.wording import number, signed
from scoring.certainty import Certainty


def contexts(
    results: RoundResults,
    comparison: Comparison | None,
    speech: Speech,
    certainty: Certainty | None = None,
    against: RoundResults | None = None,
) -> dict[str, dict[str, Any]]:
    """Page name -> what its template needs."""
    compared = sure.comparison(certainty, results, speech.lang)
    made: dict[str, dict[str, Any]] = {
        "index": _overview(results, comparison, speech) | {"verdict": compared["verdict"]},
        "ranking": _ranking(results) | sure.ranking(certainty, results, speech.lang),
        "regions": _regions(results) | sure.regions(certainty, speech.lang),
        "problems": shared.problems(results, [against] if against else [], speech.lang),
        "methodology": {},
    }
    if comparison:
        made["comparison"] = _comparison(results, comparison, speech) | compared
    return made


def _ranked(results: RoundResults) -> list[RankRow]:
    return [row for row in results.ranking.rows if row.rank is not None and row.points is not None]


def _overview(results: RoundResults, comparison: Comparison | None, speech: Speech) -> dict[str, Any]:
    return {"tiles": _tiles(results, comparison, speech), "dimensions": _dimensions(results)}


def _tiles(results: RoundResults, comparison: Comparison | None, speech: Speech) -> list[dict[str, str]]:
    ranked = _ranked(results)
    points = [row.points for row in ranked if row.points is not None]
    trips = [known for card in results.scorecards.values() if (known := trips_of(card)) is not None]
    tiles = [
        _tile("mean_score", number(_mean(points)), speech.t("over_ranked").format(n=len(points))),
        _tile("ranked_cities", str(len(ranked)), speech.t("of_cities").format(n=len(results.cities))),
        _tile("mean_trips", number(_mean(trips)), speech.t("trips_known").format(n=len(trips))),
    ]
    if comparison:
        both = [
            (comparison.mean, [one.headline for one in comparison.cities]),
            (comparison.trips, [one.trips for one in comparison.cities]),
        ]
        for tile, (mean, cities) in zip((tiles[0], tiles[2]), both, strict=True):
            matched = sum(city.change is not None for city in cities)
            told = speech.t("against_before")
            tile["change"] = told.format(round=comparison.before, change=signed(mean.change), n=matched)
    if ranked:
        tiles.insert(2, _tile("leader", "", number(ranked[0].points)) | {"city": ranked[0].city})
    return tiles


def _tile(label: str, figure: str, more: str) -> dict[str, str]:
    return {"label": label, "figure": figure, "more": more, "change": "", "city": ""}


def _mean(values: list[float]) -> float | None:
    return fmean(values) if values else None


def _dimensions(results: RoundResults) -> list[dict[str, Any]]:
    ranked = {row.city for row in _ranked(results)}
    cards = [card for id, card in results.scorecards.items() if id in ranked]
    return [
        {
            "of": dimension,
            "share": results.ranking.basket_share.get(dimension.id),
            "mean": _mean(_points(cards, dimension)),
        }
        for dimension in results.catalogue.dimensions
        if any(row.dimension == dimension.id and row.weight for row in results.catalogue.indicators)
    ]


def _points(cards: list[Scorecard], dimension: Dimension) -> list[float]:
    parts = (card.dimensions.get(dimension.id) for card in cards)
    return [part.points for part in parts if part and part.points is not None]


def _headline(results: RoundResults) -> list[Dimension]:
    return [dimension for dimension in results.catalogue.dimensions if dimension.weight > 0]


def trips_of(card: Scorecard | None) -> float | None:
    """Trips over all steps; None where a step's number is not known."""
    score = card.indicators.get("proc_trips") if card else None
    return float(score.value) if score and score.value is not None else None


def _ranking(results: RoundResults) -> dict[str, Any]:
    cards = results.scorecards.values()
    scored = {id for card in cards for id, part in card.dimensions.items() if part.points is not None}
    return {
        "ranked": len(_ranked(results)),
        "region_names": list(dict.fromkeys(city.region for city in results.cities)),
        "tiers": list(dict.fromkeys(city.tier for city in results.cities if city.tier)),
        "shown_dimensions": [one for one in results.catalogue.dimensions if one.id in scored],
        "lowest_coverage": _lowest_coverage(results),
        "raised": _raised,
    }


def _raised(card: Scorecard | None) -> list[str]:
    return [id for id, up in card.gates.items() if up] if card else []


def _lowest_coverage(results: RoundResults) -> Callable[[Scorecard | None], float | None]:
    headline = {dimension.id for dimension in _headline(results)}

    def lowest(card: Scorecard | None) -> float | None:
        parts = [part.coverage for id, part in card.dimensions.items() if id in headline] if card else []
        return min(parts, default=None)

    return lowest


def _regions(results: RoundResults) -> dict[str, Any]:
    region = {city.id: city.region for city in results.cities}
    members = {
        row.region: [one for one in results.ranking.rows if region.get(one.city) == row.region]
        for row in results.regions
    }
    return {
        "headline_dimensions": _headline(results),
        "row_index": _places(results),
        "members": members,
        "ends": {name: _ends(rows) for name, rows in members.items()},
        "at": _scale(results),
        "trips_of": trips_of,
        "plain": plain,
    }


def _places(results: RoundResults) -> Mapping[str, int]:
    return {row.region: at for at, row in enumerate(results.regions, 1)}


def _ends(rows: list[RankRow]) -> tuple[str, str] | None:
    """The best and the last ranked city."""
    ranked = sorted((row for row in rows if row.rank is not None), key=lambda row: row.rank or 0)
    return (ranked[0].city, ranked[-1].city) if ranked else None


def _scale(results: RoundResults) -> Callable[[float], float]:
    """Points -> place on the range bars in percent, from the lowest score of all regions to the highest."""
    low = min((row.low for row in results.regions if row.low is not None), default=0.0)
    high = max((row.high for row in results.regions if row.high is not None), default=100.0)
    return lambda points: 100 * (points - low) / ((high - low) or 1.0)


def _comparison(results: RoundResults, comparison: Comparison, speech: Speech) -> dict[str, Any]:
    ordered = sorted(comparison.cities, key=lambda one: (one.rank.after is None, one.rank.after or 0.0))
    return {
        "comparison": comparison,
        "compared": ordered,
        "headline_dimensions": _headline(results),
        "row_index": _places(results),
        "count_names": {one.id: speech.name(one) for one in results.derived},
    }
