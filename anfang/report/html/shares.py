"""May a page say how a headline is made? Only where the catalogue's weights give back what was scored.

Results carry points, not the weights that made them; a round scored with a weight file of its own must not be
explained with other weights.
"""

from __future__ import annotations

from math import isclose

from anfang.model import Catalogue, Dimension, RoundResults, Scorecard

_ROUNDING = 1e-6


def catalogue_weights_hold(results: RoundResults) -> bool:
    """Whether every ranked city's dimensions and headline follow from the catalogue's weights."""
    ranked = [card for card in results.scorecards.values() if card.headline is not None]
    return all(_follows(results, card) for card in ranked)


def headline_shares(catalogue: Catalogue, card: Scorecard) -> dict[str, float]:
    """Each scored headline dimension's share of the headline, adding up to 1; empty where there is no headline."""
    scored = [one for one in catalogue.dimensions if one.weight > 0 and _points(card, one) is not None]
    whole = sum(one.weight for one in scored)
    return {one.id: one.weight / whole for one in scored} if card.headline is not None else {}


def _follows(results: RoundResults, card: Scorecard) -> bool:
    shares = headline_shares(results.catalogue, card)
    parts = [one for one in results.catalogue.dimensions if one.id in shares]
    made = sum(shares[one.id] * (_points(card, one) or 0.0) for one in parts)
    if not isclose(made, card.headline or 0.0, abs_tol=_ROUNDING):
        return False
    return all(
        isclose(_mean(results, card, one), _points(card, one) or 0.0, abs_tol=_ROUNDING) for one in parts
    )


def _points(card: Scorecard, dimension: Dimension) -> float | None:
    part = card.dimensions.get(dimension.id)
    return part.points if part else None


def _mean(results: RoundResults, card: Scorecard, dimension: Dimension) -> float:
    """The weighted mean of the dimension's scored rows by the catalogue's weights."""
    rows = [
        (row.weight, score.points)
        for row in results.catalogue.indicators
        if row.dimension == dimension.id and row.id not in results.ranking.left_out and row.score is not None
        if (score := card.indicators.get(row.id)) and score.points is not None
    ]
    whole = sum(weight for weight, _ in rows)
    return sum(weight * points for weight, points in rows) / whole if whole else 0.0
