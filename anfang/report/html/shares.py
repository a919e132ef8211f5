"""May a page say how a headline is made by shares of weight? Only where the weights give back what was scored.

The weights are those that the round was scored by; results that do not carry them are tried with the catalogue's. Other
means than the arithmetic one, or dimensions below dimensions, are told by the whole sum alone (scoring/ledger.py).
"""

from __future__ import annotations

from collections.abc import Mapping
from math import isclose

from anfang.model import Dimension, RoundResults, Scorecard

_ROUNDING = 1e-6


def weights_hold(results: RoundResults) -> bool:
    """Whether every ranked city's dimensions and headline follow from the weights as arithmetic means."""
    ranked = [card for card in results.scorecards.values() if card.headline is not None]
    return all(_follows(results, card) for card in ranked)


def headline_shares(results: RoundResults, card: Scorecard) -> dict[str, float]:
    """Each scored headline dimension's share of the headline, adding up to 1; empty where there is no headline."""
    weights = dimension_weights(results)
    scored = [one for one in results.catalogue.dimensions if weights.get(one.id, 0) > 0 and not one.parent and _points(card, one) is not None]
    whole = sum(weights[one.id] for one in scored)
    return {one.id: weights[one.id] / whole for one in scored} if card.headline is not None else {}


def dimension_weights(results: RoundResults) -> Mapping[str, float]:
    """Dimension -> its weight in this round."""
    return results.weights.dimensions if results.weights else {one.id: one.weight for one in results.catalogue.dimensions}


def row_weights(results: RoundResults) -> Mapping[str, float]:
    """Row -> its weight inside its dimension in this round."""
    return results.weights.indicators if results.weights else {row.id: row.weight for row in results.catalogue.indicators}


def _follows(results: RoundResults, card: Scorecard) -> bool:
    shares = headline_shares(results, card)
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
    """The weighted mean of the dimension's scored rows."""
    weights = row_weights(results)
    rows = [
        (weights.get(row.id, 0.0), score.points)
        for row in results.catalogue.indicators
        if row.dimension == dimension.id and row.id not in results.ranking.left_out and row.score is not None
        if (score := card.indicators.get(row.id)) and score.points is not None
    ]
    whole = sum(weight for weight, _ in rows)
    return sum(weight * points for weight, points in rows) / whole if whole else 0.0
