"""The numbers of robustness.yaml: how many draws, how far weights move, what counts as apart."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from anfang import suite
from anfang.errors import BadInput
from anfang.schema import check
from anfang.yamlfile import read
from scoring.kinds import Form
from scoring.means import Method

FILE = "scoring/robustness.yaml"
Missing = Literal["left_out", "zero", "mean"]
Share = Annotated[float, Field(gt=0, lt=1)]
Count = Annotated[int, Field(ge=1, le=10_000_000)]


class Sobol(Form):
    base: Count
    weight_sets: Count
    error_sets: Count
    goalposts: Annotated[tuple[str, ...], Field(min_length=1)]
    aggregation: Annotated[tuple[Method, ...], Field(min_length=1)]
    missing: Annotated[tuple[Missing, ...], Field(min_length=1)]


class Comparing(Form):
    resamples: Count
    confidence: Share
    significance: Share


class SettingsFile(Form):
    seed: Annotated[int, Field(ge=0)]
    draws: Count
    spreads: Annotated[tuple[Share, ...], Field(min_length=1)]
    tail: Annotated[float, Field(gt=0, lt=0.5)]
    top: Count
    pairwise: Annotated[int, Field(ge=0)]
    apart: Share
    sobol: Sobol
    comparison: Comparing


@dataclass(frozen=True, slots=True)
class Settings:
    seed: int
    draws: int
    spreads: tuple[float, ...]
    tail: float
    top: int
    pairwise: int
    apart: float
    sobol: Sobol
    comparison: Comparing

    def with_(self, *, draws: int | None = None, seed: int | None = None, spread: float | None = None) -> Settings:
        """The same with what was asked for; raises BadInput for what cannot be."""
        if draws is not None and not 1 <= draws <= 10_000_000:
            raise BadInput(f"{draws} draws", where="--draws", mend="give 1 to 10000000")
        if spread is not None and not 0 < spread < 1:
            raise BadInput(f"a spread of {spread:g}", where="--spread", mend="give a number between 0 and 1, e.g. 0.25")
        return replace(
            self,
            draws=draws or self.draws,
            seed=self.seed if seed is None else seed,
            spreads=(spread,) if spread else self.spreads,
        )


def load_settings(path: Path | None = None) -> Settings:
    """The settings of a file, else the study's own or the shipped ones; raises BadInput with file, line and mend."""
    file = check(SettingsFile, read(path or suite.find(FILE)))
    return Settings(**{name: getattr(file, name) for name in SettingsFile.model_fields})
