"""A round by other goalposts, by min-max, or with other rules for gaps: to see what moves, never to score a round.

Min-max (the best city of a row 100, the worst 0) is tried here and nowhere else: two rounds could not be compared with it,
and a city's points would change because another city joined.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np

from anfang import suite
from anfang.errors import BadInput
from anfang.model import Catalogue, RoundResults
from anfang.schema import check, did_you_mean
from anfang.yamlfile import Tree, read
from scoring.kinds import AnyScore, Form
from scoring.matrix import Floats, Matrix, points_of
from scoring.round import score_round
from scoring.settings import Missing
from scoring.tree import Node

FOLDER = "scoring/variants"
AS_IT_IS = "catalogue"
MIN_MAX = "min-max"


class VariantFile(Form):
    source: str
    scores: dict[str, AnyScore]


def variant(name: str, catalogue: Catalogue) -> Catalogue:
    """The catalogue with the goalposts of a set of that name; raises BadInput where there is none or it does not fit."""
    path = suite.find(f"{FOLDER}/{name}.yaml")
    if not path.is_file():
        raise BadInput(
            f"no goalposts named {name!r}", where="goalposts", mend=f"name a file of {FOLDER}, {AS_IT_IS} or {MIN_MAX}"
        )
    return load_variant(path, catalogue)


def load_variant(path: Path, catalogue: Catalogue) -> Catalogue:
    tree = read(path)
    file = check(VariantFile, tree)
    for row, score in file.scores.items():
        _fits(row, score, catalogue, tree)
    scores = {row: score.model_dump(by_alias=True, exclude_unset=True) for row, score in file.scores.items()}
    return replace(
        catalogue,
        indicators=tuple(replace(row, score=scores.get(row.id, row.score)) for row in catalogue.indicators),
    )


def other_points(held: Matrix, results: RoundResults, catalogue: Catalogue) -> Floats:
    """Cities x cells of the matrix by the catalogue's goalposts; points that came without a value stay as they came."""
    assert results.weights is not None
    bare = (replace(one, score=None) if one.value is not None else one for one in results.observations)
    found = score_round(
        name=results.name, state=results.state, plan=results.plan, plan_hash="", instrument="",
        catalogue=catalogue, cities=results.cities, observations=bare, weights=results.weights,
    )  # fmt: skip
    return points_of(found.scorecards, held.cities, held.cells)


def min_max(rows: Floats) -> Floats:
    """Cities (next to last axis) x rows: the best of a row 100, the worst 0; a row that is alike for all stays as it is."""
    with np.errstate(all="ignore"):
        low, high = np.nanmin(rows, axis=-2, keepdims=True), np.nanmax(rows, axis=-2, keepdims=True)
        scaled: Floats = 100 * (rows - low) / (high - low)
    return np.where(high - low > 1e-9, scaled, rows)


def filled(rows: Floats, rule: Missing) -> Floats:
    """Gaps left out as they are, at 0, or at the mean of the cities that have the row."""
    if rule == "left_out":
        return rows
    gap = np.isnan(rows)
    if rule == "zero":
        return np.where(gap, 0.0, rows)
    total = np.where(gap, 0.0, rows).sum(axis=-2, keepdims=True)
    count = (~gap).sum(axis=-2, keepdims=True)
    mean: Floats = np.divide(total, count, out=np.full_like(total, np.nan), where=count > 0)
    return np.where(gap, mean, rows)


def averaged(node: Node, method: str) -> Node:
    """The same tree with one kind of mean at every level."""
    return replace(node, method=method, nodes=tuple(averaged(below, method) for below in node.nodes))


def _fits(row: str, score: AnyScore, catalogue: Catalogue, tree: Tree) -> None:
    known = {one.id: one for one in catalogue.indicators if one.score is not None}
    if row not in known:
        raise BadInput(
            f"unknown row {row!r}{did_you_mean(row, known)}",
            where=tree.where("scores", row),
            mend="name a scored row of the catalogue",
        )
    if (score.kind == "sum_steps") != (known[row].over == "sum"):
        raise BadInput(
            f"{row}: `over: sum` of the catalogue and the kind sum_steps go together",
            where=tree.where("scores", row),
            mend="give goalposts of the catalogue's kind",
        )
