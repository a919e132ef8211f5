"""Weights are an owner's business: a file names them for every dimension and row, and may be replaced as a whole.

A file of weights:
    source: whose they are
    notice: provisional
    dimensions: {guide: 30, tech: 20, ...}            adds up to 100; 0 = an index outside the headline
    indicators:
      guide: {guide_findable: 8, ...}                 adds up to 100; a row that is not named weighs nothing
      tech: equal                                     every scored row of the dimension alike
      processing: catalogue                           as the catalogue has them
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from anfang import suite
from anfang.errors import BadInput
from anfang.model import Catalogue
from anfang.schema import check, did_you_mean
from anfang.yamlfile import Key, Tree, read
from scoring.catalogue import hundred
from scoring.kinds import Form, Number

FOLDER = "scoring/weights"
PROVISIONAL = "provisional"


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights of dimensions and, inside each of them, of rows; both add up to 100."""

    dimensions: Mapping[str, float]
    indicators: Mapping[str, float]
    """Row -> points of weight inside its dimension."""
    source: str = ""
    notice: str = PROVISIONAL
    name: str = ""

    @property
    def provisional(self) -> bool:
        return self.notice == PROVISIONAL

    def headline(self, dimension: str) -> bool:
        """Whether the dimension counts in the headline."""
        return self.dimensions.get(dimension, 0.0) > 0


Rows = dict[str, Number] | Literal["equal", "catalogue"]


class _File(Form):
    source: str
    notice: str = PROVISIONAL
    dimensions: dict[str, Number]
    indicators: dict[str, Rows]


def find_weights(name: str, catalogue: Catalogue) -> Weights:
    """Weights by the name of a file in scoring/weights (the study's own before the shipped ones), or by a path."""
    if name.endswith((".yaml", ".yml")):
        return load_weights(Path(name), catalogue)
    if name not in (known := weight_names()):
        raise BadInput(
            f"no weights named {name!r}{did_you_mean(name, known)}",
            where="weights",
            mend=f"name one of {', '.join(known)}, or a YAML file",
        )
    return load_weights(suite.find(f"{FOLDER}/{name}.yaml"), catalogue)


def weight_names() -> tuple[str, ...]:
    """The names that `find_weights` knows, in alphabetical order."""
    own = suite.study()
    folders = (suite.shipped() / FOLDER, *((own / FOLDER,) if own else ()))
    return tuple(sorted({path.stem for folder in folders for path in folder.glob("*.yaml")}))


def load_weights(path: Path, catalogue: Catalogue) -> Weights:
    """The weights of a file; raises BadInput with file, line and mend."""
    tree = read(path)
    file = check(_File, tree)
    scored = _scored(catalogue)
    for place, given in (("dimensions", file.dimensions), ("indicators", file.indicators)):
        _complete(given, scored, tree, place)
    hundred(list(file.dimensions.values()), "the weights of the dimensions", tree.where("dimensions"))
    rows: dict[str, float] = {}
    for dimension, given in file.indicators.items():
        rows |= _rows(dimension, given, scored[dimension], tree)
    return Weights(file.dimensions, rows, source=file.source, notice=file.notice, name=path.stem)


def _scored(catalogue: Catalogue) -> Mapping[str, Mapping[str, float]]:
    """Dimension -> its scored rows with the catalogue's weights."""
    found: dict[str, dict[str, float]] = {}
    for row in catalogue.indicators:
        if row.score is not None:
            found.setdefault(row.dimension, {})[row.id] = row.weight
    return found


def _complete(given: Mapping[str, object], scored: Mapping[str, object], tree: Tree, place: str) -> None:
    for name in given:
        if name not in scored:
            raise _unknown(name, scored, "dimension", tree, place, name)
    if missing := [name for name in scored if name not in given]:
        raise BadInput(
            f"the dimension {missing[0]!r} is missing in `{place}`",
            where=tree.where(place),
            mend=f"add {', '.join(f'{name}: …' for name in missing)}",
        )


def _rows(dimension: str, given: Rows, scored: Mapping[str, float], tree: Tree) -> Mapping[str, float]:
    if given == "equal":
        return dict.fromkeys(scored, 100.0 / len(scored))
    if given == "catalogue":
        return scored
    assert isinstance(given, dict)
    for name in given:
        if name not in scored:
            raise _unknown(name, scored, f"row of {dimension}", tree, "indicators", dimension, name)
    hundred(
        list(given.values()), f"the weights of the rows of {dimension!r}", tree.where("indicators", dimension)
    )
    return given


def _unknown(name: str, known: Mapping[str, object], what: str, tree: Tree, *place: Key) -> BadInput:
    mend = f"name one of {', '.join(known)}"
    return BadInput(
        f"unknown {what}: {name!r}{did_you_mean(name, known)}", where=tree.where(*place), mend=mend
    )
