"""What a city's page tells: the score taken apart, down to each observation and its evidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from anfang.evidence import EvidenceStore
from anfang.model import (
    Change,
    City,
    CityComparison,
    Dimension,
    DimensionScore,
    Indicator,
    IndicatorScore,
    Observation,
    RankRow,
    RoundResults,
    Scorecard,
)
from anfang.problems import FULL, Problem, points_by
from anfang.report.html.proofs import Proof, Proofs
from anfang.report.html.shares import dimension_weights, headline_shares, row_weights, weights_hold
from anfang.report.html.sure import CitySure, asked_by_city, city_sure
from anfang.report.html.text import safe_name
from anfang.worklist import Item, by_city, worklist
from scoring.certainty import Certainty

_ROUNDING = 1e-6


@dataclass(frozen=True, slots=True)
class Sighting:
    """One observation as the page shows it."""

    of: Observation
    anchor: str
    points: float | None
    proofs: tuple[Proof, ...]

    @property
    def full(self) -> bool:
        return self.points is None or self.points >= FULL - _ROUNDING


@dataclass(frozen=True, slots=True)
class Row:
    """An indicator of the city with its observations, steps in the instrument's order."""

    of: Indicator
    score: IndicatorScore | None
    sightings: tuple[Sighting, ...]
    change: Change | None
    left_out: bool
    """Left out of the headline for all cities."""
    weight: float
    """Inside its dimension, in this round."""

    @property
    def full(self) -> bool:
        """Nothing to mend here: no points were lost."""
        points = self.score.points if self.score else None
        return (points is None or points >= FULL - _ROUNDING) and all(one.full for one in self.sightings)


@dataclass(frozen=True, slots=True)
class Part:
    """A dimension: its points, its share of the headline and what it contributes to it."""

    of: Dimension
    score: DimensionScore | None
    share: float | None
    counts: bool
    """In the headline."""
    rows: tuple[Row, ...]

    @property
    def contribution(self) -> float | None:
        points = self.score.points if self.score else None
        return None if points is None or self.share is None else points * self.share


@dataclass(frozen=True, slots=True)
class CityPage:
    city: City
    card: Scorecard
    rank: RankRow
    parts: tuple[Part, ...]
    problems: tuple[tuple[Item, str], ...]
    """Each problem with the anchor of what it rests on."""
    sure: CitySure


def city_pages(
    results: RoundResults,
    proofs: Proofs,
    store: EvidenceStore | None,
    changes: Sequence[CityComparison] = (),
    certainty: Certainty | None = None,
    earlier: Sequence[RoundResults] = (),
) -> dict[str, CityPage]:
    """City id -> its page. Evidence is copied on the way."""
    changed = {one.city: one for one in changes}
    weighted = weights_hold(results)
    ranks = {row.city: row for row in results.ranking.rows}
    listed = by_city(worklist(results, earlier))
    asked = asked_by_city(results, certainty)
    seen = _sightings(results, proofs, store)
    return {
        city.id: CityPage(
            city,
            card,
            ranks.get(city.id, RankRow(city.id, None, card.headline)),
            _parts(
                results,
                card,
                seen,
                changed.get(city.id),
                headline_shares(results, card) if weighted else {},
            ),
            tuple((item, _place(item.problem)) for item in listed.get(city.id, [])),
            city_sure(results, card, certainty, asked),
        )
        for city in results.cities
        if (card := results.scorecards.get(city.id))
    }


def _place(problem: Problem) -> str:
    return f"obs-{problem.indicator.id}-{problem.step}" if problem.step else f"ind-{problem.indicator.id}"


def _sightings(
    results: RoundResults, proofs: Proofs, store: EvidenceStore | None
) -> dict[tuple[str, str], list[Sighting]]:
    order = {step.id: at for at, step in enumerate(results.catalogue.steps)}
    earned = points_by(results)
    seen: dict[tuple[str, str], list[Sighting]] = {}
    for one in sorted(
        results.observations, key=lambda one: (order.get(one.step, -1), one.channel != "portal", one.channel)
    ):
        here = seen.setdefault((one.city, one.indicator), [])
        shown = tuple(proofs.show(evidence, store) for evidence in one.evidence)
        here.append(Sighting(one, _anchor(one, here), earned(one), shown))
    return seen


def _anchor(one: Observation, before: Sequence[Sighting]) -> str:
    plain = f"obs-{one.indicator}-{safe_name(one.step) if one.step else 'portal'}"
    taken = {sighting.anchor for sighting in before}
    return plain if plain not in taken else f"{plain}-{safe_name(one.channel)}-{len(before)}"


def _parts(
    results: RoundResults,
    card: Scorecard,
    seen: dict[tuple[str, str], list[Sighting]],
    change: CityComparison | None,
    shares: Mapping[str, float],
) -> tuple[Part, ...]:
    return tuple(
        Part(
            dimension,
            card.dimensions.get(dimension.id),
            shares.get(dimension.id),
            dimension_weights(results).get(dimension.id, 0.0) > 0,
            tuple(
                Row(
                    row,
                    card.indicators.get(row.id),
                    tuple(seen.get((card.city, row.id), ())),
                    change.indicators.get(row.id) if change else None,
                    row.id in results.ranking.left_out,
                    row_weights(results).get(row.id, 0.0),
                )
                for row in results.catalogue.indicators
                if row.dimension == dimension.id
            ),
        )
        for dimension in results.catalogue.dimensions
    )
