"""Reads the instrument's catalogue and refuses one that does not hang together, naming line and mend."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, field_validator

from anfang import suite
from anfang.model import Catalogue, Department, Dimension, Indicator, Step
from anfang.schema import check
from anfang.yamlfile import read
from scoring.coherence import coherent
from scoring.kinds import AnyScore, Checks, Condition, Form, Number

FILE = "scoring/catalogue.yaml"


class NameForm(Form):
    zh: str
    en: str


class DimensionForm(NameForm):
    weight: Number
    parent: str | None = None
    optional: bool = False
    department: str | None = None


class StepForm(NameForm):
    department: str | None = None


class RowForm(NameForm):
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
    department: str | None = None


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


class DerivedForm(NameForm):
    id: str
    indicator: str
    steps: Literal["one", "any", "none", "sum", "total", "each"]
    when: tuple[Condition, ...] = ()
    field: str | None = None
    quoted: _Quoted | None = None


class CatalogueFile(Form):
    """The catalogue as it is written; scoring/coherence.py checks that its parts fit together."""

    dimensions: dict[str, DimensionForm]
    departments: dict[str, NameForm] = Field(default_factory=dict[str, NameForm])
    core_elements: list[str]
    extended_elements: list[str]
    steps: dict[str, StepForm]
    indicators: list[RowForm]
    derived: tuple[DerivedForm, ...] = ()


def load_catalogue(path: Path | None = None) -> Catalogue:
    """The catalogue of a file, else the study's own or the shipped one; raises BadInput with file, line and mend."""
    tree = read(path or suite.find(FILE))
    file = check(CatalogueFile, tree)
    coherent(file, tree)
    return Catalogue(
        dimensions=tuple(Dimension(id=name, **_said(row)) for name, row in file.dimensions.items()),
        indicators=tuple(_indicator(row, file) for row in file.indicators),
        steps=tuple(Step(id=name, **_said(row)) for name, row in file.steps.items()),
        core_elements=tuple(file.core_elements),
        extended_elements=tuple(file.extended_elements),
        derived=tuple(row.model_dump() for row in file.derived),
        departments=tuple(Department(id=name, **_said(row)) for name, row in file.departments.items()),
    )


def _said(row: Form, *but: str) -> dict[str, Any]:
    """The fields of a row that are not null."""
    return row.model_dump(exclude=set(but), exclude_none=True)


def _indicator(row: RowForm, file: CatalogueFile) -> Indicator:
    return Indicator(**_said(row, "score"), score=_score(row, file))


def _score(row: RowForm, file: CatalogueFile) -> Mapping[str, Any] | None:
    """The goalposts as plain data, with the element lists written out."""
    if row.score is None:
        return None
    plain = row.score.model_dump(by_alias=True, exclude_unset=True)
    if isinstance(row.score, Checks) and isinstance(row.score.of, str):
        plain["of"] = getattr(file, row.score.of)
    return plain
