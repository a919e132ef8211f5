"""Points as an array, cities x cells, for whatever is computed thousands of times. NaN is what is not known.

A cell is a step of a row whose steps are averaged, or the whole of any other row. The rows are those of the headline, in
the order of its tree; the cells of a row stand together.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from anfang.model import RoundResults, Scorecard
from scoring.frame import Frame
from scoring.tree import Node

Floats = NDArray[np.float64]
CellKey = tuple[str, str]
"""(row, step); the step is '' for the whole row."""


@dataclass(frozen=True)
class Matrix:
    cities: tuple[str, ...]
    cells: tuple[CellKey, ...]
    points: Floats
    """Cities x cells."""
    root: Node
    """The tree of the headline over the rows of the cells."""

    @cached_property
    def rows(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(row for row, _ in self.cells))

    @cached_property
    def columns(self) -> Mapping[str, int]:
        """Row -> its place in what `by_row` returns."""
        return {row: at for at, row in enumerate(self.rows)}

    def by_row(self, points: Floats | None = None) -> Floats:
        """Points of the rows (last axis), the mean over their known cells; of the matrix, or of other `points` of its cells."""
        cells = self.points if points is None else points
        known = ~np.isnan(cells)
        starts = np.array([at for at, cell in enumerate(self.cells) if not at or self.cells[at - 1][0] != cell[0]])
        total = np.add.reduceat(np.where(known, cells, 0.0), starts, axis=-1)
        count = np.add.reduceat(known.astype(np.float64), starts, axis=-1)
        return np.divide(total, count, out=np.full_like(total, np.nan), where=count > 0)


def matrix(cards: Mapping[str, Scorecard], root: Node, cities: Iterable[str]) -> Matrix:
    """The cells of the root's rows for these cities, from their scorecards."""
    held = tuple(cities)
    cells = tuple(cell for row in root.leaves() for cell in _cells(row, [cards[city] for city in held]))
    return Matrix(held, cells, points_of(cards, held, cells), root)


def points_of(cards: Mapping[str, Scorecard], cities: Sequence[str], cells: Sequence[CellKey]) -> Floats:
    """Cities x cells, from the scorecards."""
    found = [[_points(cards[city], *cell) for cell in cells] for city in cities]
    return np.array(found, dtype=np.float64).reshape(len(cities), len(cells))


def matrix_of(results: RoundResults) -> Matrix:
    """The ranked cities of a round, in the order of their ids, over the rows that count for all."""
    return matrix(results.scorecards, headline_of(results), ranked(results))


def headline_of(results: RoundResults) -> Node:
    """The tree that made the headline of a round."""
    assert results.weights is not None, "a round is scored with weights"
    return Frame.of(results.catalogue, results.plan, results.weights).root(results.ranking.left_out)


def ranked(results: RoundResults) -> tuple[str, ...]:
    """The ranked cities in the order of their ids."""
    return tuple(sorted(city for city, card in results.scorecards.items() if card.ranked))


def _cells(row: str, cards: Sequence[Scorecard]) -> Iterable[CellKey]:
    steps = dict.fromkeys(step for card in cards for step in card.indicators[row].step_points)
    whole = any(not card.indicators[row].step_points and card.indicators[row].points is not None for card in cards)
    return [*((row, step) for step in steps), *([(row, "")] if whole or not steps else [])]


def _points(card: Scorecard, row: str, step: str) -> float:
    score = card.indicators[row]
    whole = None if score.step_points else score.points
    found = score.step_points.get(step) if step else whole
    return np.nan if found is None else found
