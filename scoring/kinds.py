"""The kinds of goalposts that a catalogue row may use: the schema of its `score` field.

scoring/goalposts.py computes what these describe; scoring/catalogue.yaml explains them in its head.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from scoring.conditions import parse

Points = Annotated[float, Field(ge=0, le=100, allow_inf_nan=False)]
Number = Annotated[float, Field(ge=0, allow_inf_nan=False)]


def _readable(text: str) -> str:
    parse(text)
    return text


Condition = Annotated[str, AfterValidator(_readable)]


def _rising(posts: list[tuple[float, float]]) -> list[tuple[float, float]]:
    if any(low[0] >= high[0] for low, high in pairwise(posts)):
        raise ValueError("the limits must rise from left to right")
    return posts


Posts = Annotated[list[tuple[Number, Points]], AfterValidator(_rising)]


class Form(BaseModel):
    """A schema that refuses unknown fields."""

    model_config = ConfigDict(extra="forbid")


class Case(Form):
    when: list[Condition] = Field(min_length=1)
    points: Points


class Score(Form):
    """What every kind knows besides its own fields."""

    codes: dict[str, Points] = {}
    cases: list[Case] = []
    at_most: list[Case] = []
    not_applicable: list[str] = []


class _Ratio(Score):
    """A number: the value, its `field`, or `part` / `of` where `of` is at least `enough`."""

    field: str | None = None
    part: str | None = None
    of: str | None = None
    enough: Number = 0

    @model_validator(mode="after")
    def _whole(self) -> _Ratio:
        if (self.part is None) != (self.of is None):
            raise ValueError("`part` and `of` go together")
        return self


class Codes(Score):
    kind: Literal["codes"]
    field: str | None = None
    codes: dict[str, Points] = Field(min_length=1)


class Steps(_Ratio):
    kind: Literal["steps"]
    upto: Posts
    beyond: Points


class Linear(_Ratio):
    kind: Literal["linear"]
    through: Annotated[Posts, Field(min_length=2)]


class Share(Score):
    kind: Literal["share"]
    part: str | None = None
    lost: str | None = None
    of: str
    enough: Number = 0

    @model_validator(mode="after")
    def _one(self) -> Share:
        if (self.part is None) == (self.lost is None):
            raise ValueError("give either `part` or `lost`")
        return self


class Checks(Score):
    kind: Literal["checks"]
    of: dict[str, Points] | list[str] | Literal["core_elements", "extended_elements"]


class Check(Form):
    when: list[Condition] = []
    pass_: list[Condition] = Field(alias="pass", min_length=1)


class Rules(Score):
    kind: Literal["rules"]
    needs: list[str] = []
    rules: list[Check] = Field(min_length=1)


class Deductions(Score):
    kind: Literal["deductions"]
    failed: str
    applicable: str
    enough: Number = 0
    each: Points
    severe: dict[str, Points] = {}


class Part(Form):
    weight: Annotated[float, Field(gt=0, allow_inf_nan=False)]
    score: Plain


class Blend(Score):
    kind: Literal["blend"]
    of: list[Part] = Field(min_length=2)


class SumSteps(Score):
    kind: Literal["sum_steps"]
    field: str | None = None
    terms: dict[str, Number] = {}
    void: list[str] = []
    score: Annotated[Steps | Linear, Field(discriminator="kind")]


Plain = Annotated[Codes | Steps | Linear | Share | Checks | Rules | Deductions, Field(discriminator="kind")]
AnyScore = Annotated[
    Codes | Steps | Linear | Share | Checks | Rules | Deductions | Blend | SumSteps,
    Field(discriminator="kind"),
]
Part.model_rebuild()
