"""What a second visit to the same portals saw: which rows came out otherwise, and how.

Two visits of one portal, close in time and with the same instrument, differ only by the error of measurement. Where they
disagree, either may be the wrong one; so a single visit is wrong half as often as two visits disagree (decision 8).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from anfang.errors import BadInput
from anfang.model import RoundResults
from scoring import agreement
from scoring.evaluate import evaluate, given
from scoring.frame import EQUAL
from scoring.matrix import CellKey, Floats, Matrix
from scoring.tree import Node, without


@dataclass(frozen=True, slots=True)
class RowAgreement:
    """One row over all pairs of observations of a cell."""

    row: str
    pairs: int
    differing: int
    kappa: float | None
    error: float
    """Standard error of measurement of a single observation, in points."""
    confusions: tuple[tuple[float, float, int], ...]
    """(points of one visit, of the other, how often), the most frequent first; visits are not ordered."""


@dataclass(frozen=True)
class Retest:
    rounds: tuple[tuple[str, str], ...]
    cities: tuple[str, ...]
    """One per pair of visits: a city that was visited again in two pairs of rounds is there twice."""
    cells: tuple[CellKey, ...]
    first: Floats
    second: Floats
    """Pairs of visits x cells: points; NaN where one of the two visits did not score the cell."""

    @cached_property
    def differing(self) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
        return np.abs(self.first - self.second) > EQUAL

    @property
    def compared(self) -> int:
        """Pairs of observations."""
        return int((~np.isnan(self.first)).sum())

    def rows(self) -> tuple[RowAgreement, ...]:
        return tuple(self._row(row) for row in dict.fromkeys(row for row, _ in self.cells))

    def columns(self, row: str) -> list[int]:
        return [at for at, cell in enumerate(self.cells) if cell[0] == row]

    def pairs_of(self, row: str) -> list[tuple[float, float]]:
        """The points of every pair of observations of the row."""
        places = self.columns(row)
        one, two = self.first[:, places].ravel(), self.second[:, places].ravel()
        return [(float(a), float(b)) for a, b in zip(one, two, strict=True) if not np.isnan(a)]

    def error(self, root: Node) -> float | None:
        """Standard error of measurement of a headline, straight from the headlines of the two visits; None under 2 pairs."""
        held = {row for row, _ in self.cells}
        tree = without(root, [row for row in root.leaves() if row not in held])
        if len(self.cities) < 2 or not tree.leaves():
            return None
        one, two = (self._headlines(tree, points) for points in (self.first, self.second))
        apart = (one - two)[~np.isnan(one - two)]
        return float(np.sqrt((apart**2).mean() / 2)) if len(apart) > 1 else None

    def _headlines(self, tree: Node, points: Floats) -> Floats:
        held = Matrix(self.cities, self.cells, points, tree)
        return evaluate(tree, held.by_row(), held.columns, given(tree))[0]

    def _row(self, row: str) -> RowAgreement:
        pairs = [(round(one, 6), round(two, 6)) for one, two in self.pairs_of(row)]
        apart = Counter((min(pair), max(pair)) for pair in pairs if pair[0] != pair[1])
        error = float(np.sqrt(np.mean([(one - two) ** 2 for one, two in pairs]) / 2)) if pairs else 0.0
        told = sorted(apart.items(), key=lambda one: (-one[1], one[0]))
        confusions = tuple((one, two, count) for (one, two), count in told)
        return RowAgreement(row, len(pairs), sum(apart.values()), agreement.kappa(pairs), error, confusions)


def retest(pairs: Sequence[tuple[RoundResults, RoundResults]]) -> Retest:
    """The cells that both rounds of a pair scored, over the cities that both hold; raises BadInput where there are none."""
    for one, two in pairs:
        _comparable(one, two)
    visits = [(one, two, city) for one, two in pairs for city in sorted(_both(one, two))]
    if not visits:
        told = "; ".join(f"{one.name}, {two.name}" for one, two in pairs)
        raise BadInput("the rounds have no city in common", where=told, mend="visit cities of the first round again")
    cells = _cells(pairs)
    first = np.array([[_points(one, city, *cell) for cell in cells] for one, _, city in visits])
    second = np.array([[_points(two, city, *cell) for cell in cells] for _, two, city in visits])
    lost = np.isnan(first) | np.isnan(second)
    first, second = np.where(lost, np.nan, first), np.where(lost, np.nan, second)
    named = tuple((one.name, two.name) for one, two in pairs)
    return Retest(named, tuple(city for *_, city in visits), cells, first, second)


def _both(one: RoundResults, two: RoundResults) -> set[str]:
    return one.scorecards.keys() & two.scorecards.keys()


def _comparable(one: RoundResults, two: RoundResults) -> None:
    where = f"{one.name}, {two.name}"
    if one.name == two.name:
        raise BadInput("a round is no retest of itself", where=where, mend="name the round that visited the cities again")
    if one.instrument != two.instrument:
        mend = "measure one of them again from its archive with the instrument of the other"
        raise BadInput("a retest needs the same instrument; these rounds have different ones", where=where, mend=mend)


def _cells(pairs: Iterable[tuple[RoundResults, RoundResults]]) -> tuple[CellKey, ...]:
    """Row by row in the catalogue's order, steps in the order of the plan."""
    found: dict[str, dict[str, None]] = {}
    for round_ in (round_ for pair in pairs for round_ in pair):
        for card in round_.scorecards.values():
            for row, score in card.indicators.items():
                if score.status == "observed":
                    found.setdefault(row, {}).update(dict.fromkeys(score.step_points or [""]))
    return tuple((row, step) for row, steps in found.items() for step in steps)


def _points(results: RoundResults, city: str, row: str, step: str) -> float:
    score = results.scorecards[city].indicators.get(row)
    if score is None or bool(step) != bool(score.step_points):
        return np.nan
    found = score.step_points.get(step) if step else score.points
    return np.nan if found is None else found
