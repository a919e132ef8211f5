"""Does a catalogue hang together? Each fault is told with line and mend."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import TYPE_CHECKING

from anfang.errors import BadInput
from anfang.schema import did_you_mean
from anfang.yamlfile import Key, Tree

if TYPE_CHECKING:
    from scoring.catalogue import CatalogueFile, RowForm

TOLERANCE = 1e-6
"""How far a sum of weights may be off 100."""


def coherent(file: CatalogueFile, tree: Tree) -> None:
    """Raises BadInput where ids are doubled or unknown, dimensions stand in a ring, or weights do not add up to 100."""
    _unique((row.id for row in file.indicators), tree, "indicators")
    _unique((row.id for row in file.derived), tree, "derived")
    for at, row in enumerate(file.indicators):
        _row(row, file, tree, at)
    for at, count in enumerate(file.derived):
        _known(count.indicator, {row.id for row in file.indicators}, "indicator", tree, "derived", at, "indicator")
    _departments(file, tree)
    for name in file.dimensions:
        _above(name, file, tree)
    for name in file.dimensions:
        _hundred(name, file, tree)
    tops = [row.weight for row in file.dimensions.values() if not row.parent]
    hundred(tops, "the weights of the dimensions", tree.where("dimensions"))


def hundred(weights: list[float], what: str, where: str) -> None:
    """Refuses weights that do not add up to 100."""
    total = math.fsum(weights)
    if not abs(total - 100) <= TOLERANCE:
        raise BadInput(
            f"{what} add up to {total:.10g}",
            where=where,
            mend=f"make them add up to 100 ({100 - total:+.10g})",
        )


def _unique(ids: Iterable[str], tree: Tree, place: str) -> None:
    seen: set[str] = set()
    for at, name in enumerate(ids):
        if name in seen:
            raise BadInput(
                f"the id {name!r} is there twice",
                where=tree.where(place, at, "id"),
                mend="give each row an id of its own",
            )
        seen.add(name)


def _row(row: RowForm, file: CatalogueFile, tree: Tree, at: int) -> None:
    _known(row.dimension, file.dimensions, "dimension", tree, "indicators", at, "dimension")
    summed = row.score is not None and row.score.kind == "sum_steps"
    wrong: dict[str, tuple[bool, str]] = {
        "weight": (
            (row.weight > 0) != (row.score is not None),
            "a row has a weight above 0 exactly where it has a `score`",
        ),
        "over": (summed != (row.over == "sum"), "`over: sum` and the kind sum_steps go together"),
        "per": (row.over == "sum" and row.per != "step", "only rows measured per step are summed"),
        "raised": (row.raised is not None and row.score is not None, "a gate is raised, never scored"),
    }
    for name, (bad, why) in wrong.items():
        if bad:
            raise BadInput(
                f"{row.id}: {why}", where=tree.where("indicators", at, name), mend=f"mend `{name}` or `score`"
            )


def _departments(file: CatalogueFile, tree: Tree) -> None:
    named: list[tuple[str | None, tuple[Key, ...]]] = [
        *((row.department, ("steps", name, "department")) for name, row in file.steps.items()),
        *((row.department, ("dimensions", name, "department")) for name, row in file.dimensions.items()),
        *((row.department, ("indicators", at, "department")) for at, row in enumerate(file.indicators)),
    ]
    for name, place in named:
        if name:
            _known(name, file.departments, "department", tree, *place)


def _above(name: str, file: CatalogueFile, tree: Tree) -> None:
    """The way up from a dimension ends below the headline."""
    passed, above = [name], file.dimensions[name].parent
    while above:
        _known(above, file.dimensions, "dimension", tree, "dimensions", passed[-1], "parent")
        if above in passed:
            raise BadInput(
                f"the dimension {above!r} is above itself",
                where=tree.where("dimensions", passed[-1], "parent"),
                mend="let every dimension stand below another one or right below the headline",
            )
        passed.append(above)
        above = file.dimensions[above].parent


def _hundred(dimension: str, file: CatalogueFile, tree: Tree) -> None:
    rows = [row.weight for row in file.indicators if row.dimension == dimension and row.score is not None]
    below = [row.weight for row in file.dimensions.values() if row.parent == dimension]
    if not rows and not below and file.dimensions[dimension].weight == 0:
        return
    what = f"the weights of the dimension {dimension!r}"
    hundred([*rows, *below], what, tree.where("dimensions", dimension))


def _known(name: str, known: Iterable[Key], what: str, tree: Tree, *place: Key) -> None:
    names = [str(one) for one in known]
    if name not in names:
        raise BadInput(
            f"unknown {what} {name!r}{did_you_mean(name, names)}",
            where=tree.where(*place),
            mend="name one of the catalogue's",
        )
