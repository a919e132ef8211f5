"""Which choice of method moves the ranks most: first-order and total Sobol indices.

The choices are the weights (a set drawn within their spread), the goalposts, the kind of mean, the rule for gaps and, where
a retest is known, the error of measurement. Each is one number in [0, 1) that picks an alternative: equal parts for equal
chances. What is looked at is how far the cities' ranks move on average from those of the round as it was scored.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import SALib.analyze.sobol
import SALib.sample.sobol

from anfang.model import RoundResults
from scoring.evaluate import Drawn, drawn, evaluate, given
from scoring.matrix import Floats, Matrix, matrix_of
from scoring.noise import Noise
from scoring.retest import Retest
from scoring.robustness import chunk
from scoring.settings import Settings
from scoring.spread import Whole, ranks
from scoring.variants import AS_IT_IS, MIN_MAX, averaged, filled, min_max, other_points, variant

_sample: Any = SALib.sample.sobol
_analyze: Any = SALib.analyze.sobol


@dataclass(frozen=True, slots=True)
class Influence:
    """What one choice does to the ranks."""

    choice: str
    alternatives: int
    first: float | None
    """Share of the variance that this choice alone makes; None where nothing varies."""
    first_error: float | None
    """Half of the 95 % interval of that estimate."""
    total: float | None
    """Share of the variance that would be left if all other choices were settled: alone or together with others."""
    total_error: float | None


@dataclass(frozen=True, slots=True)
class Sensitivity:
    runs: int
    seed: int
    mean_shift: float
    """Places that a city moves on average over all runs."""
    influences: tuple[Influence, ...]


def sensitivity(results: RoundResults, settings: Settings, retest: Retest | None = None) -> Sensitivity:
    """Tries the choices together by Saltelli's design; raises BadInput for unknown goalposts."""
    model = _Model.of(matrix_of(results), results, settings, retest)
    levels = model.levels()
    problem = {"num_vars": len(levels), "names": list(levels), "bounds": [[0.0, 1.0]] * len(levels)}
    design: Floats = _sample.sample(problem, settings.sobol.base, calc_second_order=False, seed=settings.seed)
    counts = np.array(list(levels.values()))
    picks: Whole = np.minimum((design * counts).astype(np.int64), counts - 1)
    shifts = model.shifts(picks)
    found: dict[str, Any] = {}
    if shifts.std() > 1e-12:
        found = _analyze.analyze(problem, shifts, calc_second_order=False, seed=settings.seed)
    told = tuple(_influence(at, name, size, found) for at, (name, size) in enumerate(levels.items()))
    return Sensitivity(len(picks), settings.seed, float(shifts.mean()), told)


def _influence(at: int, choice: str, alternatives: int, found: Mapping[str, Any]) -> Influence:
    told = [float(found[name][at]) if found else None for name in ("S1", "S1_conf", "ST", "ST_conf")]
    return Influence(choice, alternatives, *told)


@dataclass(frozen=True)
class _Model:
    """Everything that the runs choose from."""

    held: Matrix
    settings: Settings
    goalposts: Sequence[Floats]
    """By set of goalposts: cities x rows."""
    weights: Drawn
    errors: Floats | None
    """Sets x cities x rows: what measuring again adds to the points."""

    @classmethod
    def of(cls, held: Matrix, results: RoundResults, settings: Settings, retest: Retest | None) -> _Model:
        rng = np.random.default_rng([settings.seed, 2_000_000])
        weights = drawn(held.root, settings.spreads[0], settings.sobol.weight_sets, rng)
        errors = _errors(held, retest, settings, rng) if retest else None
        sets = [_by(name, held, results) for name in settings.sobol.goalposts]
        return cls(held, settings, sets, weights, errors)

    def levels(self) -> Mapping[str, int]:
        """Choice -> number of its alternatives."""
        chosen = self.settings.sobol
        found = {
            "weights": chosen.weight_sets,
            "goalposts": len(chosen.goalposts),
            "aggregation": len(chosen.aggregation),
            "missing": len(chosen.missing),
        }
        return found if self.errors is None else found | {"error": len(self.errors)}

    def shifts(self, picks: Whole) -> Floats:
        """Mean distance of the ranks from those of the round, for every run (weights, goalposts, aggregation, missing, error)."""
        base = ranks(evaluate(self.held.root, self.held.by_row(), self.held.columns, given(self.held.root)))
        found = np.empty(len(picks))
        for kind in np.unique(picks[:, 1:4], axis=0):
            runs = np.flatnonzero((picks[:, 1:4] == kind).all(axis=1))
            for part in np.array_split(runs, max(1, len(runs) // chunk(self.held, cells=True))):
                points = self._points(picks[part], *(int(one) for one in kind))
                found[part] = np.abs(ranks(points) - base).mean(axis=1)
        return found

    def _points(self, picks: Whole, goalposts: int, aggregation: int, missing: int) -> Floats:
        chosen = self.settings.sobol
        rows = self.goalposts[goalposts]
        if self.errors is not None:
            rows = np.clip(rows + self.errors[picks[:, 4]], 0.0, 100.0)
        if chosen.goalposts[goalposts] == MIN_MAX:
            rows = min_max(rows)
        tree = averaged(self.held.root, chosen.aggregation[aggregation])
        weights = {node: own[picks[:, 0]] for node, own in self.weights.items()}
        return evaluate(tree, filled(rows, chosen.missing[missing]), self.held.columns, weights)


def _by(name: str, held: Matrix, results: RoundResults) -> Floats:
    if name in (AS_IT_IS, MIN_MAX):
        return held.by_row()
    return held.by_row(other_points(held, results, variant(name, results.catalogue)))


def _errors(held: Matrix, retest: Retest, settings: Settings, rng: np.random.Generator) -> Floats:
    drawn_again = Noise.of(held, retest).redraw(settings.sobol.error_sets, rng)
    return held.by_row(drawn_again) - held.by_row()
