"""Any number of rounds in the order of time: the same cities throughout, all cities, who came and went, and every break.

Where the instrument changed, figures on either side cannot be compared as they are: what the new instrument alone adds
(scoring/bridge.py) is taken off what follows.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from anfang.errors import BadInput
from anfang.model import RoundResults, Scorecard, Weights
from scoring.bridge import Break, Bridge, break_between
from scoring.matched import Panel, panel
from scoring.paired import Paired, paired
from scoring.regions import mean, trips
from scoring.scipystats import stats
from scoring.settings import Settings


@dataclass(frozen=True, slots=True)
class Point:
    """One round of the trend."""

    round: str
    window: tuple[str, str]
    ranked: int
    """Ranked cities of the round."""
    mean: float | None
    """Over all of them, as the round has it."""
    trips: float | None
    same: float | None
    """Mean over the cities that are ranked in every round, over what all rounds of this instrument scored."""
    linked: float | None
    """The same on the scale of the first round's instrument."""
    same_trips: float | None
    entered: tuple[str, ...]
    """Cities of this round that the one before did not hold."""
    left: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """From one round to the next, over the same cities."""

    before: str
    after: str
    change: float | None
    """Of the linked means."""
    test: Paired | None
    """None over a break: the step of the instrument is known for the mean, not for each city."""
    shift: float | None
    """What the new instrument adds to the points of the same portals; None where the instrument is the same."""
    bridge: tuple[str, str] | None
    bridged: int
    """Cities that the shift rests on."""


@dataclass(frozen=True, slots=True)
class Trend:
    points: tuple[Point, ...]
    steps: tuple[Step, ...]
    cities: Mapping[str, tuple[float, ...]]
    """City ranked in every round -> its points by round, linked."""
    statistic: float | None
    """Friedman's, over the same cities; None for fewer than three rounds of one instrument."""
    chance: float | None
    settings: Settings


def trend(rounds: Sequence[RoundResults], weights: Weights, settings: Settings, bridges: Sequence[Bridge] = ()) -> Trend:
    """Raises BadInput: a round twice or out of order, instruments that differ without a bridge."""
    _in_order(rounds)
    breaks = [break_between(one, two, bridges) for one, two in pairwise(rounds)]
    spans = _spans(rounds, breaks, weights)
    cards = [held for span in spans for held in span.cards]
    same = sorted(set[str].intersection(*(set(span.ranked) for span in spans)))
    offsets = [-math.fsum(one.shift for one in breaks[:at] if one) for at in range(len(rounds))]
    series = {city: tuple((held[city].headline or 0.0) + off for held, off in zip(cards, offsets, strict=True)) for city in same}
    points = tuple(_point(at, rounds, cards[at], same, offsets[at]) for at in range(len(rounds)))
    steps = tuple(_step(at, points, series, breaks[at], settings) for at in range(len(breaks)))
    statistic, chance = friedman(list(series.values())) if len(spans) == 1 else (None, None)
    return Trend(points, steps, series, statistic, chance, settings)


def friedman(series: Sequence[Sequence[float]]) -> tuple[float | None, float | None]:
    """Statistic and p: do the rounds differ, by the order in which each city has them? None under three rounds or cities."""
    table = np.round(np.array(series, dtype=np.float64), 9)
    if table.ndim < 2 or table.shape[0] < 3 or table.shape[1] < 3:
        return None, None
    if float(np.ptp(table, axis=1).max()) == 0:
        return 0.0, 1.0
    found = stats.friedmanchisquare(*table.T)
    return float(found.statistic), float(found.pvalue)


def _in_order(rounds: Sequence[RoundResults]) -> None:
    names = [round_.name for round_ in rounds]
    if not names:
        raise BadInput("no round", mend="name the rounds in the order of time")
    if len(set(names)) < len(names):
        raise BadInput("a round is there twice", where=", ".join(names), mend="name every round once")
    for one, two in pairwise(rounds):
        if two.plan.window < one.plan.window:
            told = f"{two.name} ({two.plan.window[0]}) is earlier than {one.name} ({one.plan.window[0]})"
            raise BadInput(told, where=", ".join(names), mend="name the rounds in the order of time")


def _spans(rounds: Sequence[RoundResults], breaks: Sequence[Break | None], weights: Weights) -> list[Panel]:
    """The matched panel of each run of rounds with one instrument."""
    runs: list[list[RoundResults]] = [[rounds[0]]]
    for round_, broken in zip(rounds[1:], breaks, strict=True):
        if broken:
            runs.append([])
        runs[-1].append(round_)
    return [panel(run, weights) for run in runs]


def _point(at: int, rounds: Sequence[RoundResults], cards: Mapping[str, Scorecard], same: Sequence[str], offset: float) -> Point:
    round_ = rounds[at]
    held, earlier = (dict.fromkeys(city.id for city in one.cities) for one in (round_, rounds[at - 1] if at else round_))
    own = [card.headline for card in round_.scorecards.values() if card.ranked]
    matched = mean(cards[city].headline for city in same)
    return Point(
        round=round_.name,
        window=round_.plan.window,
        ranked=len(own),
        mean=mean(own),
        trips=mean(trips(card) for card in round_.scorecards.values()),
        same=matched,
        linked=None if matched is None else matched + offset,
        same_trips=mean(trips(cards[city]) for city in same),
        entered=tuple(city for city in held if city not in earlier),
        left=tuple(city for city in earlier if city not in held),
    )


def _step(
    at: int, points: Sequence[Point], series: Mapping[str, Sequence[float]], broken: Break | None, settings: Settings
) -> Step:
    before, after = points[at], points[at + 1]
    known = before.linked is not None and after.linked is not None
    moved = [row[at + 1] - row[at] for row in series.values()]
    return Step(
        before=before.round,
        after=after.round,
        change=(after.linked or 0.0) - (before.linked or 0.0) if known else None,
        test=None if broken else paired(moved, settings.comparison, settings.seed),
        shift=broken.shift if broken else None,
        bridge=broken.bridge if broken else None,
        bridged=broken.cities if broken else 0,
    )
