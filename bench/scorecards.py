"""What scoring costs: thousands of cities from a frame of observations, ten thousand draws of weights, beside other libraries.

    python bench/scoring.py [--cities N] [--draws N]

Invented values of every row of the instrument, one observation per city and row, are scored, ranked and drawn again in this
process; then the same matrix of points goes through the weighted sum of pymcdm and of scikit-criteria, whose scores and ranks
must be equal to ours. Times are the best of a few runs, seconds of this process's own CPU where a limit is kept (others may share
the machine); the ratios are what can be compared. Exit 1 where a limit is missed or a result differs.
"""

from __future__ import annotations

import argparse
import gc
import resource
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
from rich.console import Console
from rich.table import Table

from anfang.model import Catalogue, City, Json, Observation, Plan, RoundResults
from scoring.catalogue import load_catalogue
from scoring.evaluate import drawn, evaluate, given
from scoring.matrix import Floats, Matrix, matrix_of
from scoring.robustness import robustness
from scoring.round import score_round
from scoring.settings import load_settings
from scoring.spread import ranks
from scoring.weights import find_weights

SEED = 67
ALIKE = 12
"""Different values of a row: portals are more alike than random numbers."""
SCORED_S, DRAWN_S, DRAWN_MB = 1.0, 30.0, 2000.0
"""Limits for 3,000 cities and 10,000 draws."""
RUNS = 5
GATE = "gate_column"
APART = 1e-9


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    asked.add_argument("--cities", type=int, default=3000)
    asked.add_argument("--draws", type=int, default=10_000)
    words = asked.parse_args()
    catalogue = load_catalogue()
    frame, plan = observations(catalogue, words.cities), plan_of(catalogue)
    cities = tuple(City(name, name, name, "华东") for name in dict.fromkeys(frame["city"]))
    scored_s, results = best(lambda: scored(frame, catalogue, plan, cities), clock=time.process_time)
    drawn_s, intervals = best(lambda: draw(results, words.draws), 1, time.process_time)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    held = matrix_of(results)
    table = Table("", "time", "limit")
    table.add_row(f"{words.cities} cities x {len(plan.basket)} rows, from the frame to the ranking", f"{scored_s:.2f} s", f"{SCORED_S:g} s")
    table.add_row(f"{words.draws} draws of the weights, rank intervals of {intervals} cities", f"{drawn_s:.2f} s", f"{DRAWN_S:g} s")
    table.add_row("memory at its highest", f"{peak:.0f} MB", f"{DRAWN_MB:g} MB")
    differing = beside(held, table)
    Console().print(table)
    late = scored_s > SCORED_S or drawn_s > DRAWN_S or peak > DRAWN_MB
    print("; ".join(filter(None, ["a limit was missed" if late else "", *differing])) or "all limits kept, all results equal")
    return 1 if late or differing else 0


def observations(catalogue: Catalogue, cities: int) -> pd.DataFrame:
    """A row per city and row of the catalogue: city, indicator, value."""
    rng = np.random.default_rng(SEED)
    names = [f"c{at:05}" for at in range(cities)]
    held: list[tuple[str, str, Json]] = []
    for row in basket(catalogue):
        rule = next(one.score for one in catalogue.indicators if one.id == row) or {}
        values = [value(rule, rng) for _ in range(ALIKE)]
        held += [(city, row, values[at]) for city, at in zip(names, rng.integers(ALIKE, size=cities), strict=True)]
    return pd.DataFrame(held, columns=["city", "indicator", "value"], dtype=object)


def basket(catalogue: Catalogue) -> tuple[str, ...]:
    """The rows of the instrument that one visit may see: counted ones and a gate too, without what people say."""
    return tuple(row.id for row in catalogue.indicators if row.dimension != "survey" and (row.raised is None or row.id == GATE))


def plan_of(catalogue: Catalogue) -> Plan:
    return Plan("business_startup", ("portal",), ("registration",), basket(catalogue), ("2026-03-02", "2026-03-06"), coverage=0.5, left_out_share=0.9)


def scored(frame: pd.DataFrame, catalogue: Catalogue, plan: Plan, cities: Sequence[City]) -> RoundResults:
    """From the frame to the ranking."""
    step = {row.id: "registration" if row.per == "step" else "" for row in catalogue.indicators}
    channel = {row.id: row.channels[0] for row in catalogue.indicators}
    columns = (frame[name].tolist() for name in ("city", "indicator", "value"))
    seen = tuple(Observation(city, channel[row], step[row], row, "observed", told) for city, row, told in zip(*columns, strict=True))
    return score_round(
        name="bench", state="closed", plan=plan, plan_hash="", instrument="", catalogue=catalogue,
        cities=cities, observations=seen, weights=find_weights("default", catalogue),
    )  # fmt: skip


def draw(results: RoundResults, draws: int) -> int:
    """How many cities have an interval."""
    settings = load_settings()
    return len(robustness(results, replace(settings, draws=draws, spreads=settings.spreads[:1])).standings)


def beside(held: Matrix, table: Table) -> list[str]:
    """Adds a line per library; returns what differs."""
    points, weights = flat(held)
    # One arithmetic mean over the rows without a gap: the plain weighted sum that every library knows.
    tree_s, ours = best(lambda: (100 * points) @ weights)
    told: list[str] = []
    for name, others in libraries(points, weights).items():
        spent, theirs = best(others)
        table.add_row(f"weighted sum by {name}, {len(points)} x {len(weights)}", f"{1000 * spent:.1f} ms", f"{spent / max(tree_s, 1e-9):.0f} x ours")
        if float(np.abs(theirs - ours).max()) > APART or not (ranks(theirs[None].round(9)) == ranks(ours[None].round(9))).all():
            told.append(f"{name} gives another result")
    own_s, made = best(lambda: evaluate(held.root, held.by_row(), held.columns, given(held.root))[0])
    table.add_row("our tree of dimensions over the same cities, gaps and all", f"{1000 * own_s:.1f} ms", f"{own_s / max(tree_s, 1e-9):.0f} x the plain sum")
    many_s, _ = best(lambda: _many(held, 100))
    table.add_row("100 sets of weights through our tree", f"{1000 * many_s:.1f} ms", f"{made.size} cities")
    return told


def flat(held: Matrix) -> tuple[Floats, Floats]:
    """Cities x rows without a gap, 0-1, and the rows' shares of the headline, adding up to 1."""
    rows, shares = held.by_row(), held.root.leaves()
    whole = [at for row, at in held.columns.items() if not np.isnan(rows[:, at]).any()]
    weights = np.array([shares[held.rows[at]] for at in whole])
    return rows[:, whole] / 100, weights / weights.sum()


def libraries(points: Floats, weights: Floats) -> Mapping[str, Callable[[], Floats]]:
    """Name -> the weighted sum of a library, in points of 0-100."""
    import pymcdm.methods as pymcdm
    import skcriteria
    from skcriteria.agg.simple import WeightedSumModel

    types = np.ones(len(weights))
    model: Any = pymcdm.WSM(normalization_function=lambda column, cost=False: column)
    matrix: Any = skcriteria.mkdm(points, [max] * len(weights), weights=weights)
    return {
        "pymcdm": lambda: 100 * np.asarray(model(points, weights, types)),
        "scikit-criteria": lambda: 100 * np.asarray(WeightedSumModel().evaluate(matrix).e_.score),
    }


def _many(held: Matrix, count: int) -> Floats:
    return evaluate(held.root, held.by_row(), held.columns, drawn(held.root, 0.25, count, np.random.default_rng(SEED)))


def best(work: Callable[[], Any], runs: int = RUNS, clock: Callable[[], float] = time.perf_counter) -> tuple[float, Any]:
    """Seconds of the fastest run, and what came out; without the garbage collector, as timeit has it."""
    spent: list[float] = []
    found: Any = None
    for _ in range(runs):
        gc.collect()
        gc.disable()
        began = clock()
        found = work()
        spent.append(clock() - began)
        gc.enable()
    return min(spent), found


def value(rule: Mapping[str, Any], rng: np.random.Generator) -> Json:
    """A value that the rule can score; a number for rows that are only counted."""
    kind = rule.get("kind")
    if kind is None:
        return int(rng.integers(4))
    if kind == "sum_steps":
        return _inside(rule, value(rule["score"], rng))
    if kind == "blend":
        return {name: number for part in rule["of"] for name, number in _ratio(part["score"], rng).items()}
    return _VALUES[kind](rule, rng)


def _code(rule: Mapping[str, Any], rng: np.random.Generator) -> Json:
    return _inside(rule, str(rng.choice(list(rule["codes"]))))


def _figure(rule: Mapping[str, Any], rng: np.random.Generator) -> Json:
    if rule.get("part"):
        return _ratio(rule, rng)
    posts = rule.get("upto") or rule.get("through") or [[5, 0]]
    number = float(rng.uniform(0, posts[-1][0] or 1.0))
    return _inside(rule, round(number) if rule["kind"] == "steps" else round(number, 2))


def _ratio(rule: Mapping[str, Any], rng: np.random.Generator) -> dict[str, int]:
    whole = int(rule.get("enough") or 10) + 10
    return {rule.get("lost") or rule["part"]: int(rng.integers(whole + 1)), rule["of"]: whole}


def _list(rule: Mapping[str, Any], rng: np.random.Generator) -> Json:
    return [name for name in rule["of"] if rng.random() < 0.7]


def _inside(rule: Mapping[str, Any], told: Json) -> Json:
    return {rule["field"]: told} if rule.get("field") else told


def _rules(rule: Mapping[str, Any], rng: np.random.Generator) -> Json:
    if "needs" in rule:
        return {name: str(rng.choice(["electronic", "mail", "none"])) for name in rule["needs"]}
    return {"statutory_days": int(rng.integers(1, 20)), "promised_days": int(rng.integers(0, 10)), "handling_type": "承诺件"}


def _deductions(rule: Mapping[str, Any], rng: np.random.Generator) -> Json:
    applied = [f"W{at:02}" for at in range(3, 13)]
    return {rule["applicable"]: applied, rule["failed"]: [one for one in applied if rng.random() < 0.2]}


_VALUES: Mapping[str, Callable[[Mapping[str, Any], np.random.Generator], Json]] = {
    "codes": _code, "steps": _figure, "linear": _figure, "share": _ratio, "checks": _list, "rules": _rules, "deductions": _deductions,
}  # fmt: skip
