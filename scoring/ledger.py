"""The whole sum of one city, from the values that were seen to the headline: every line can be reckoned again by hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from anfang.errors import BadInput
from anfang.model import Indicator, IndicatorScore, Json, Observation, RoundResults, Scorecard, Status
from anfang.schema import did_you_mean
from scoring.frame import Frame
from scoring.goalposts import term
from scoring.matrix import headline_of
from scoring.tree import Node, worth


@dataclass(frozen=True, slots=True)
class Seen:
    """One cell of a row."""

    step: str
    """'' for the whole row."""
    status: Status
    value: Json
    points: float | None
    """None where the cell is no score of its own: left out, or a step of a sum."""
    term: float | None
    """What a step adds to a sum; None elsewhere."""
    reason: str


@dataclass(frozen=True, slots=True)
class RowLine:
    row: Indicator
    score: IndicatorScore
    seen: tuple[Seen, ...]
    weight: float
    """Inside its dimension."""
    share: float
    """Of this city's headline, after what it lacks was left out, 0-1 (as an arithmetic mean weighs it)."""
    left_out: str
    """Why the row counts for no city; '' where it counts."""


@dataclass(frozen=True, slots=True)
class Part:
    id: str
    weight: float
    points: float | None
    """None: left out, and its weight with it."""


@dataclass(frozen=True, slots=True)
class NodeLine:
    id: str
    method: str
    parts: tuple[Part, ...]
    points: float | None


@dataclass(frozen=True, slots=True)
class Ledger:
    card: Scorecard
    rows: tuple[RowLine, ...]
    """The rows of the headline that were planned, dimension by dimension; those that left it for all cities too."""
    nodes: tuple[NodeLine, ...]
    """Each after those below it, the headline last."""


def ledger(results: RoundResults, city: str) -> Ledger:
    """Raises BadInput for a city that is not in the round."""
    if city not in results.scorecards:
        known = results.scorecards
        raise BadInput(f"no city {city!r}{did_you_mean(city, known)}", where=results.name, mend="see `anfang round status`")
    assert results.weights is not None, "a round is scored with weights"
    card, root = results.scorecards[city], headline_of(results)
    points = {row: score.points for row, score in card.indicators.items()}
    shares = dict(_shares(root, points, 1.0))
    whole = Frame.of(results.catalogue, results.plan, results.weights).root()
    cells = _cells(results, city)
    rows = tuple(_row(results, card, row, cells.get(row, []), shares) for row in whole.leaves())
    return Ledger(card, rows, tuple(_nodes(root, points)))


def _row(results: RoundResults, card: Scorecard, name: str, cells: list[Observation], shares: Mapping[str, float]) -> RowLine:
    row = results.catalogue[name]
    assert results.weights is not None
    seen = tuple(_seen(results, row, one) for one in cells)
    left_out = results.ranking.left_out.get(name, "")
    return RowLine(row, card.indicators[name], seen, results.weights.indicators[name], shares.get(name, 0.0), left_out)


def _cells(results: RoundResults, city: str) -> Mapping[str, list[Observation]]:
    """Row -> its observations of the channel that counts, steps in the order of the plan."""
    order = {step: at for at, step in enumerate(("", *results.plan.steps))}
    places = {row.id: {channel: at for at, channel in enumerate(row.channels)} for row in results.catalogue.indicators}
    held: dict[str, list[Observation]] = {}
    for one in sorted((one for one in results.observations if one.city == city), key=lambda one: order.get(one.step, 99)):
        if one.channel in places[one.indicator]:
            held.setdefault(one.indicator, []).append(one)
    first = {row: min((one.channel for one in found), key=lambda channel: places[row][channel]) for row, found in held.items()}
    return {row: [one for one in found if one.channel == first[row]] for row, found in held.items()}


def _seen(results: RoundResults, row: Indicator, one: Observation) -> Seen:
    adds = row.over == "sum" and one.step and one.status == "observed" and row.score is not None
    void = isinstance(one.value, str) and one.value in (row.score or {}).get("void", ())
    added = term(row.score, one.value) if adds and row.score is not None and not void else None
    points = results.points.get((one.city, one.step, one.indicator))
    return Seen(one.step, one.status, one.value, points if one.score is None else one.score, added, one.reason)


def _shares(node: Node, points: Mapping[str, float | None], share: float) -> Iterator[tuple[str, float]]:
    """Row -> its share of the headline, over what is known of this city."""
    rows = [(row, weight) for row, weight in node.rows if points[row] is not None]
    nodes = [below for below in node.nodes if worth(below, points.get) is not None]
    total = sum(weight for _, weight in rows) + sum(below.weight for below in nodes)
    yield from ((row, share * weight / total) for row, weight in rows)
    for below in nodes:
        yield from _shares(below, points, share * below.weight / total)


def _nodes(node: Node, points: Mapping[str, float | None]) -> Iterator[NodeLine]:
    for below in node.nodes:
        yield from _nodes(below, points)
    parts = [Part(row, weight, points[row]) for row, weight in node.rows]
    parts += [Part(below.id, below.weight, worth(below, points.get)) for below in node.nodes]
    yield NodeLine(node.id, node.method, tuple(parts), worth(node, points.get))
