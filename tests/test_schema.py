"""Errors of a schema name the line of the file, the nearest known name and the mend."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from pydantic import BaseModel, ConfigDict

from anfang import yamlfile
from anfang.errors import BadInput
from anfang.schema import check, did_you_mean, field_names


class Row(BaseModel):
    model_config = ConfigDict(extra="forbid")
    id: str
    weight: float = 1
    kind: Literal["codes", "steps"] = "codes"


class Sheet(BaseModel):
    model_config = ConfigDict(extra="forbid")
    rows: list[Row]


def sheet(text: str) -> Sheet:
    return check(Sheet, yamlfile.parse(text, path=Path("sheet.yaml")))


def test_the_schema_makes_numbers() -> None:
    assert sheet("rows:\n  - {id: 010, weight: 2.5}\n").rows == [Row(id="010", weight=2.5)]


@pytest.mark.parametrize(
    ("text", "where", "message"),
    [
        ("rows:\n  - id: a\n    wieght: 2\n", "3:5", "unknown field 'wieght'; did you mean 'weight'?"),
        ("rows:\n  - id: a\n    colour: 2\n", "3:5", "unknown field 'colour'"),
        (
            "rows:\n  - id: a\n    kind: code\n",
            "3:5",
            "kind: 'code' is none of codes, steps; did you mean 'codes'?",
        ),
        ("rows:\n  - id: a\n  - weight: 2\n", "3:5", "the field 'id' is missing"),
        ("rows:\n  - id: a\n    weight: heavy\n", "3:5", "weight: Input should be a valid number"),
    ],
)
def test_refused(text: str, where: str, message: str) -> None:
    with pytest.raises(BadInput) as bad:
        sheet(text)
    assert (bad.value.where, bad.value.message.split(", unable")[0]) == (f"sheet.yaml:{where}", message)
    assert bad.value.mend


def test_further_errors_follow_the_first() -> None:
    with pytest.raises(BadInput) as bad:
        sheet("rows:\n" + "  - {idd: a}\n" * 4)
    lines = bad.value.message.splitlines()
    assert lines[1] == "  also sheet.yaml:2:6: unknown field 'idd'; did you mean 'id'?"
    assert lines[-1] == "  and 2 more"


def test_a_far_name_is_not_guessed() -> None:
    assert did_you_mean("华背", ["华北", "东北"]) == ""
    assert did_you_mean("regoin", ["region", "name"]) == "; did you mean 'region'?"


def test_field_names_of_models_inside() -> None:
    assert field_names(Sheet) == {"rows", "id", "weight", "kind"}
