"""Rows -> dimensions -> headline, with coverage and bounds: the scorecards of a round.

In this order: (1) coverage of every city over the whole basket; a city below the plan's coverage in a dimension of the
headline is not ranked; (2) among the cities that are left, a row missing in more than the plan's share leaves the headline
for all; a failure on our side counts like any other gap, since no row may rest on cities picked by our faults;
(3) weighted means up the tree over the rows that remain, weights renormalised; (4) bounds: what is missing at 0 and at 100.
Cities that are not ranked do not count in (2): portals that keep the shopper out altogether would else take every row
away from everybody.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from anfang.model import DimensionScore, Scorecard
from scoring.cells import NONE, Cells
from scoring.coverage import Rows, coverages, leaf_shares, scarce, too_little
from scoring.frame import Frame
from scoring.gates import gate_rows, gates
from scoring.means import mean
from scoring.rows import Row, combine
from scoring.tree import ROOT, Node, root, worth


@dataclass(frozen=True, slots=True)
class Scored:
    """The scorecards by city, and the rows that left the headline for all, with the reason."""

    cards: Mapping[str, Scorecard]
    left_out: Mapping[str, str]


def scorecards(
    found: Cells,
    cities: Iterable[str],
    frame: Frame,
    *,
    left_out: Mapping[str, str] | None = None,
    apart: Mapping[str, str] | None = None,
) -> Scored:
    """Scorecards of the cities; `left_out` adds rows that are to leave the headline whatever their share.

    `apart`: city -> why it is not ranked, whatever its coverage.
    """
    known: _Known = {}
    measured = {city: _rows(found, city, frame, known) for city in cities}
    shares = leaf_shares(frame.trees)
    coverage = {city: coverages(rows, shares) for city, rows in measured.items()}
    reasons = {city: too_little(covered, frame) for city, covered in coverage.items()} | dict(apart or {})
    panel = [rows for city, rows in measured.items() if not reasons[city]]
    out = {**scarce(panel, frame), **(left_out or {})}
    held, raised = _Headline.of(frame, out), gate_rows(frame.catalogue)
    cards = {
        city: held.card(
            city, rows, coverage[city], reasons[city], gates(found, city, frame.catalogue, frame.plan, raised)
        )
        for city, rows in measured.items()
    }
    return Scored(cards, out)


_Known = dict[tuple[str, int], Row]
"""Row and the identity of its cells -> what they combine to: cities that were seen alike share their cells."""


def _rows(found: Cells, city: str, frame: Frame, known: _Known) -> Rows:
    told: dict[str, Row] = {}
    for row in frame.basket:
        cells = found.get((city, row.id), NONE)
        held = known.get((row.id, id(cells)))
        if held is None:
            held = known[row.id, id(cells)] = combine(row, cells, frame.plan.steps, city=city)
        told[row.id] = held
    return told


_Means = Mapping[str, float | None]
"""Points of every node."""


@dataclass(frozen=True, slots=True)
class _Headline:
    """The trees of a round without what left it for all."""

    frame: Frame
    trees: Sequence[Node]
    whole: Node
    rows: Sequence[str]
    """The rows that are left in the trees."""

    @classmethod
    def of(cls, frame: Frame, out: Mapping[str, str]) -> _Headline:
        kept = frame.kept(out)
        return cls(frame, kept, root(kept, frame.weights), [row for tree in kept for row in tree.leaves()])

    def card(
        self,
        city: str,
        rows: Rows,
        covered: Mapping[str, float | None],
        reason: str,
        raised: Mapping[str, bool | None],
    ) -> Scorecard:
        points = self._means(lambda name: rows[name].score.points)
        low, high = self._bounds(rows, points)
        reason = reason or self._empty(points, low, covered)
        return Scorecard(
            city=city,
            headline=None if reason else points[ROOT],
            ranked=not reason,
            reason=reason,
            dimensions={
                row.id: DimensionScore(row.id, points.get(row.id), covered.get(row.id) or 0.0)
                for row in self.frame.catalogue.dimensions
                if row.id in self.frame.weights.dimensions
            },
            indicators={**self.frame.unplanned, **{name: row.score for name, row in rows.items()}},
            low=low[ROOT],
            high=high[ROOT],
            gates=raised,
        )

    def _means(self, points: Callable[[str], float | None]) -> _Means:
        found: dict[str, float | None] = {}
        for tree in self.trees:
            worth(tree, points, found)
        found[ROOT] = mean(self.whole.method, [(node.weight, found[node.id]) for node in self.whole.nodes])
        return found

    def _bounds(self, rows: Rows, points: _Means) -> tuple[_Means, _Means]:
        """With what is missing at 0 and at 100; both are the points themselves where nothing is."""
        held = [rows[name] for name in self.rows]
        if all(row.share == 1 for row in held if row.applicable):
            return points, points
        return self._means(lambda name: _bound(rows[name], 0.0)), self._means(lambda name: _bound(rows[name], 100.0))

    def _empty(self, points: _Means, bound: _Means, covered: Mapping[str, float | None]) -> str:
        """Why a city has no headline although enough was measured: nothing that counts for all is left of a dimension."""
        for name in self.frame.headline:
            if points[name] is None and bound[name] is not None and covered[name] is not None:
                return f"no scored row of {name} is left"
        return "" if points[ROOT] is not None else "no row of the headline is left"


def _bound(row: Row, missing: float) -> float | None:
    """Points of a row with those of its steps that are missing at `missing`."""
    if not row.applicable:
        return None
    return row.share * (row.score.points or 0.0) + (1 - row.share) * missing
