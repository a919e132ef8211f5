"""Reads the instrument's catalogue and refuses one that does not hang together, naming line and mend."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, field_validator

from anfang import suite
from anfang.errors import BadInput
from anfang.model import Catalogue, Dimension, Indicator, Step
from anfang.schema import check, did_you_mean
from anfang.yamlfile import Key, Tree, read
from scoring.kinds import AnyScore, Checks, Condition, Form, Number

FILE = "scoring/catalogue.yaml"
TOLERANCE = 1e-6
"""How far a sum of weights may be off 100."""


class _Name(Form):
    zh: str
    en: str


class _Dimension(_Name):
    weight: Number


class _Row(_Name):
    id: str
    dimension: str
    per: Literal["step", "portal"]
    over: Literal["mean", "sum"] = "mean"
    by: str
    weight: Number
    source: str
    value: str
    evidence: str
    remedy_zh: Annotated[str, Field(min_length=1)]
    remedy_en: Annotated[str, Field(min_length=1)]
    score: AnyScore | None = None
    channels: Annotated[tuple[str, ...], Field(min_length=1)] = ("portal",)
    raised: Number | Literal["every_step"] | None = None


class _Quoted(Form):
    note: str
    pattern: str
    unless: str | None = None

    @field_validator("pattern", "unless")
    @classmethod
    def _regular(cls, text: str | None) -> str | None:
        try:
            re.compile(text or "")
        except re.error as bad:
            raise ValueError(f"not a regular expression: {bad}") from bad
        return text


class _Derived(_Name):
    id: str
    indicator: str
    steps: Literal["one", "any", "none", "sum", "total", "each"]
    when: tuple[Condition, ...] = ()
    field: str | None = None
    quoted: _Quoted | None = None


class _File(Form):
    dimensions: dict[str, _Dimension]
    core_elements: list[str]
    extended_elements: list[str]
    steps: dict[str, _Name]
    indicators: list[_Row]
    derived: tuple[_Derived, ...] = ()


def load_catalogue(path: Path | None = None) -> Catalogue:
    """The catalogue of a file, else the study's own or the shipped one; raises BadInput with file, line and mend."""
    tree = read(path or suite.find(FILE))
    file = check(_File, tree)
    _coherent(file, tree)
    return Catalogue(
        dimensions=tuple(Dimension(id=name, **row.model_dump()) for name, row in file.dimensions.items()),
        indicators=tuple(_indicator(row, file) for row in file.indicators),
        steps=tuple(Step(id=name, **row.model_dump()) for name, row in file.steps.items()),
        core_elements=tuple(file.core_elements),
        extended_elements=tuple(file.extended_elements),
        derived=tuple(row.model_dump() for row in file.derived),
    )


def _indicator(row: _Row, file: _File) -> Indicator:
    return Indicator(**row.model_dump(exclude={"score"}), score=_score(row, file))


def _score(row: _Row, file: _File) -> Mapping[str, Any] | None:
    """The goalposts as plain data, with the element lists written out."""
    if row.score is None:
        return None
    plain = row.score.model_dump(by_alias=True, exclude_unset=True)
    if isinstance(row.score, Checks) and isinstance(row.score.of, str):
        plain["of"] = getattr(file, row.score.of)
    return plain


def _coherent(file: _File, tree: Tree) -> None:
    known = {row.id for row in file.indicators}
    _unique((row.id for row in file.indicators), tree, "indicators")
    _unique((row.id for row in file.derived), tree, "derived")
    for at, row in enumerate(file.indicators):
        _row(row, file, tree, at)
    for at, count in enumerate(file.derived):
        if count.indicator not in known:
            raise _unknown(count.indicator, known, "indicator", tree.where("derived", at, "indicator"))
    for name in file.dimensions:
        _hundred(name, file, tree)
    hundred(
        [row.weight for row in file.dimensions.values()],
        "the weights of the dimensions",
        tree.where("dimensions"),
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


def _row(row: _Row, file: _File, tree: Tree, at: int) -> None:
    if row.dimension not in file.dimensions:
        raise _unknown(row.dimension, file.dimensions, "dimension", tree.where("indicators", at, "dimension"))
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


def _hundred(dimension: str, file: _File, tree: Tree) -> None:
    rows = [row for row in file.indicators if row.dimension == dimension and row.score is not None]
    if not rows and file.dimensions[dimension].weight == 0:
        return
    what = f"the weights of the dimension {dimension!r}"
    hundred([row.weight for row in rows], what, tree.where("dimensions", dimension))


def hundred(weights: list[float], what: str, where: str) -> None:
    """Refuses weights that do not add up to 100."""
    total = math.fsum(weights)
    if not abs(total - 100) <= TOLERANCE:
        raise BadInput(
            f"{what} add up to {total:.10g}",
            where=where,
            mend=f"make them add up to 100 ({100 - total:+.10g})",
        )


def _unknown(name: str, known: Iterable[Key], what: str, where: str) -> BadInput:
    names = [str(one) for one in known]
    return BadInput(
        f"unknown {what} {name!r}{did_you_mean(name, names)}", where=where, mend="name one of the catalogue's"
    )
