"""May a published study have been scored with these weights? Its printed means rule out those that could not give them."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from anfang import suite
from anfang.schema import check
from anfang.yamlfile import read
from scoring.kinds import Form, Points

FOLDER = "scoring/studies"
ROUNDING = 0.005
"""The printed means are rounded to hundredths."""


class StudyFile(Form):
    zh: str
    en: str
    source: str
    overall: Points
    dimensions: dict[str, Points]


@dataclass(frozen=True, slots=True)
class Study:
    name: str
    zh: str
    en: str
    overall: float
    dimensions: Mapping[str, float]
    """Dimension -> its published mean."""


@dataclass(frozen=True, slots=True)
class Possible:
    """Whether weights could have given a study's means.

    The published dimensions take sum of weight x (100 - mean) from 100 points; no more than 100 - overall can have been taken.
    """

    study: Study
    shares: Mapping[str, float]
    """Published dimension -> its weight in the headline, 0-1."""
    taken: float | None
    """None where the headline is no arithmetic mean: then the means say nothing."""
    room: float
    least: float | None
    """The lowest overall mean that the published ones allow: all other dimensions at 0."""

    @property
    def holds(self) -> bool | None:
        if self.taken is None or self.least is None:
            return None
        return self.taken <= self.room + ROUNDING and self.least <= self.study.overall + ROUNDING


def load_study(path: Path | None = None) -> Study:
    """A study of scoring/studies (default: that of 2020); raises BadInput with file, line and mend."""
    found = path or suite.find(f"{FOLDER}/2020.yaml")
    file = check(StudyFile, read(found))
    return Study(found.stem, file.zh, file.en, file.overall, dict(file.dimensions))


def possible(dimensions: Mapping[str, float], method: str, study: Study) -> Possible:
    """`dimensions`: dimension -> its share of the headline; `method`: how the headline's mean is made."""
    room = 100 - study.overall
    shares = {name: dimensions.get(name, 0.0) for name in study.dimensions}
    if method != "arithmetic":
        return Possible(study, shares, None, room, None)
    taken = math.fsum(share * (100 - study.dimensions[name]) for name, share in shares.items())
    least = math.fsum(share * study.dimensions[name] for name, share in shares.items())
    return Possible(study, shares, taken, room, least)
