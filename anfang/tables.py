"""A round as pandas tables: fixed columns, fixed order, so that two exports of one store are the same bytes.

Text columns have dtype object (None = blank), figures float64 (NaN = not known), ranks and counts Int64.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

import pandas as pd

from anfang.celltext import compact
from anfang.model import Change, CityComparison, Comparison, Evidence, Observation, RankRow, RoundResults
from anfang.problems import Earned, points_by

TEXT, FIGURE, WHOLE = "object", "float64", "Int64"
Row = Mapping[str, Any]
Columns = Mapping[str, str]
"""Column name -> dtype, in the table's order."""

OBSERVATION_COLUMNS: Columns = {
    **dict.fromkeys(("city", "channel", "step", "indicator", "status", "value"), TEXT),
    "score": FIGURE,
    **dict.fromkeys(("evidence", "observed_at", "reason", "observer"), TEXT),
}
JSON_COLUMNS = ("value", "evidence", "seen")
"""Columns whose text is JSON."""

MARK_COLUMN = "mark"
"""Last column of every table that was made from simulated data."""


def observations(results: RoundResults) -> pd.DataFrame:
    """One row per observation, in the order of cities, channels, indicators and steps."""
    earned = points_by(results)
    return framed((_observation(one, earned) for one in in_order(results)), OBSERVATION_COLUMNS)


def in_order(results: RoundResults) -> tuple[Observation, ...]:
    """The observations in the order of cities, channels, indicators and steps, whatever the store gave."""
    return tuple(sorted(results.observations, key=_Order(results)))


class _Order:
    """Sort key of an observation: the round's own order, so that no dictionary or database decides it."""

    def __init__(self, results: RoundResults) -> None:
        self.cities = _places(city.id for city in results.cities)
        self.channels = _places(results.plan.channels)
        self.indicators = _places(row.id for row in results.catalogue.indicators)
        self.steps = _places(("", *(step.id for step in results.catalogue.steps)))

    def __call__(self, one: Observation) -> tuple[tuple[int, str], ...]:
        places = (self.cities, self.channels, self.indicators, self.steps)
        names = (one.city, one.channel, one.indicator, one.step)
        first = tuple((known.get(name, len(known)), name) for known, name in zip(places, names, strict=True))
        return (*first, (0, one.observer), (0, str(one.observed_at or "")))


def _places(names: Iterable[str]) -> dict[str, int]:
    return {name: at for at, name in enumerate(names)}


def _observation(one: Observation, earned: Earned) -> Row:
    same = ("city", "channel", "step", "indicator", "status", "reason", "observer")
    return {name: getattr(one, name) for name in same} | {
        "value": None if one.value is None else compact(one.value),
        "score": earned(one),
        "evidence": evidence_text(one.evidence),
        "observed_at": one.observed_at.isoformat() if one.observed_at else None,
    }


def evidence_text(evidence: Iterable[Evidence]) -> str:
    """A JSON list of the fields that say something; [] where nothing was kept."""
    return compact([{key: text for key, text in asdict(item).items() if text} for item in evidence])


def scores(results: RoundResults) -> pd.DataFrame:
    """One row per city: headline with its bounds, every dimension with its coverage, every indicator. Gates stand
    as 1 (raised) or 0; they never change points."""
    dimensions = (name for row in results.catalogue.dimensions for name in (row.id, f"{row.id}_coverage"))
    columns = {
        **dict.fromkeys(("city", "name", "region"), TEXT),
        **dict.fromkeys(("headline", "low", "high"), FIGURE),
        **dict.fromkeys(("ranked", "reason"), TEXT),
        **dict.fromkeys((*dimensions, *(row.id for row in results.catalogue.indicators)), FIGURE),
    }
    return framed((_score(results, city.id) for city in results.cities), columns)


def _score(results: RoundResults, city: str) -> Row:
    named, card = _named(results, city), results.scorecards.get(city)
    if card is None:
        return named | {"ranked": False}
    return {
        **named,
        **{name: getattr(card, name) for name in ("headline", "low", "high", "ranked", "reason")},
        **{name: one.points for name, one in card.dimensions.items()},
        **{f"{name}_coverage": one.coverage for name, one in card.dimensions.items()},
        **{name: one.points for name, one in card.indicators.items()},
        **{name: None if raised is None else float(raised) for name, raised in card.gates.items()},
    }


def _named(results: RoundResults, city: str) -> dict[str, Any]:
    found = next((one for one in results.cities if one.id == city), None)
    return {"city": city, "name": found.name if found else city, "region": found.region if found else ""}


def headline_dimensions(results: RoundResults) -> list[str]:
    """The dimensions that carry weight in the headline, in the catalogue's order."""
    return [row.id for row in results.catalogue.dimensions if row.weight > 0]


def ranking(results: RoundResults) -> pd.DataFrame:
    """The league table, best first; cities that are not ranked stand last, without a rank."""
    dimensions = headline_dimensions(results)
    columns = {
        "rank": WHOLE,
        **dict.fromkeys(("city", "name", "region"), TEXT),
        "points": FIGURE,
        **dict.fromkeys(("best_rank", "worst_rank"), WHOLE),
        **dict.fromkeys(dimensions, FIGURE),
        "reason": TEXT,
    }
    return framed((_rank_row(results, row, dimensions) for row in results.ranking.rows), columns)


def _rank_row(results: RoundResults, row: RankRow, dimensions: Iterable[str]) -> Row:
    card = results.scorecards.get(row.city)
    points = {name: card.dimensions[name].points for name in dimensions if card and name in card.dimensions}
    own = {name: getattr(row, name) for name in ("rank", "points", "best_rank", "worst_rank", "reason")}
    return _named(results, row.city) | points | own


def regions(results: RoundResults) -> pd.DataFrame:
    """One row per region in the order of the results; `mean` is over the `n` ranked of its `cities`."""
    columns = {
        "region": TEXT,
        **dict.fromkeys(("n", "cities"), WHOLE),
        **dict.fromkeys(("mean", "low", "high", "stdev", *headline_dimensions(results), "trips"), FIGURE),
    }
    own = ("region", "n", "cities", "mean", "low", "high", "stdev", "trips")
    rows = (dict(row.dimensions) | {name: getattr(row, name) for name in own} for row in results.regions)
    return framed(rows, columns)


def comparison(found: Comparison) -> pd.DataFrame:
    """One row per figure: `scope` is all, region or city, `id` says which, `measure` is headline, rank, trips, a
    dimension or an indicator."""
    names = ("scope", "id", "measure", "before", "after", "change")
    columns = {**dict.fromkeys(names[:3], TEXT), **dict.fromkeys(names[3:], FIGURE)}
    rows = ((*where, one.before, one.after, one.change) for where, one in _changes(found))
    return framed((dict(zip(names, row, strict=True)) for row in rows), columns)


def _changes(found: Comparison) -> Iterable[tuple[tuple[str, str, str], Change]]:
    first = {"headline": found.mean, "trips": found.trips, **found.dimensions, **found.indicators}
    yield from ((("all", "", measure), one) for measure, one in first.items())
    yield from ((("region", name, "headline"), one) for name, one in found.regions.items())
    for city in found.cities:
        yield from ((("city", city.city, measure), one) for measure, one in _city_changes(city).items())


def _city_changes(city: CityComparison) -> Mapping[str, Change]:
    first = {"headline": city.headline, "rank": city.rank, "trips": city.trips}
    return {**first, **city.dimensions, **city.indicators}


def derived(results: RoundResults) -> pd.DataFrame:
    """Counts over the cities, each with its denominator and the cities counted."""
    columns = {**dict.fromkeys(("id", "zh", "en"), TEXT), "count": FIGURE, "of": WHOLE, "cities": TEXT}
    own = ("id", "zh", "en", "count", "of")
    rows = (
        {name: getattr(one, name) for name in own} | {"cities": " ".join(one.cities)}
        for one in results.derived
    )
    return framed(rows, columns)


def marked(frame: pd.DataFrame, results: RoundResults, mark: str) -> pd.DataFrame:
    """`frame` with `mark` in a last column where the round is simulated; otherwise as it is."""
    return frame.assign(**{MARK_COLUMN: mark}) if results.simulated else frame


def framed(rows: Iterable[Row], columns: Columns) -> pd.DataFrame:
    """The rows under these columns, in their order and with their types."""
    cells = [[row.get(name) for name in columns] for row in rows]
    frame = pd.DataFrame(cells, columns=list(columns), dtype=object)
    return frame.astype({name: kind for name, kind in columns.items() if kind != TEXT})
