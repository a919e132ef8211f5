"""League table: ranks on unrounded points, ties share the smallest rank, bounds give the best and the worst rank."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping

from anfang.model import Ranking, RankRow, Scorecard
from scoring.frame import EQUAL


def rank(
    cards: Iterable[Scorecard],
    *,
    basket_share: Mapping[str, float] | None = None,
    left_out: Mapping[str, str] | None = None,
) -> Ranking:
    """Ranked cities best first, ties in the order of their ids; then the cities that are not ranked, by id."""
    held = sorted(cards, key=lambda card: card.city)
    ranked = [card for card in held if card.ranked]
    apart = [RankRow(card.city, None, None, reason=card.reason) for card in held if not card.ranked]
    return Ranking((*_ranked(ranked), *apart), basket_share or {}, left_out or {})


def _ranked(cards: Iterable[Scorecard]) -> Iterator[RankRow]:
    held = sorted(cards, key=lambda card: -_figure(card.headline))
    lows = sorted(_figure(card.low) for card in held)
    highs = sorted(_figure(card.high) for card in held)
    place, first = 0, math.inf
    for at, card in enumerate(held, start=1):
        points = _figure(card.headline)
        if first - points > EQUAL:
            place, first = at, points
        low, high = _figure(card.low), _figure(card.high)
        surely_better = len(lows) - bisect_right(lows, high + EQUAL)
        maybe_better = len(highs) - bisect_right(highs, low + EQUAL) - (high > low + EQUAL)
        yield RankRow(card.city, place, card.headline, 1 + surely_better, 1 + maybe_better)


def _figure(value: float | None) -> float:
    assert value is not None, "a ranked city has a headline and bounds"
    return value
