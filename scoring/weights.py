"""Weights are an owner's business: a file names them for every dimension and row, and may be replaced as a whole.

A file of weights:
    source: whose they are
    notice: provisional
    dimensions: {guide: 30, tech: 20, ...}            those right below the headline add up to 100; 0 = a separate index
    indicators:
      guide: {guide_findable: 8, ...}                 adds up to 100; a row that is not named weighs nothing
      tech: equal                                     every scored row of the dimension alike
      processing: catalogue                           as the catalogue has them
    aggregation: {headline: geometric}                how means are made, where not arithmetic: for the headline, for all
                                                      `dimensions`, or for one by its id
Where a dimension of the catalogue stands below another one, the weights right below each of them add up to 100 (rows and
dimensions together), and `equal` shares out what the dimensions below leave. Dimensions that the catalogue calls optional
need not be named: they are separate indices then.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Literal

from pydantic import Field

from anfang import suite
from anfang.errors import BadInput
from anfang.model import Catalogue
from anfang.model import Weights as Weights
from anfang.schema import check, did_you_mean
from anfang.yamlfile import Key, Tree, read
from scoring.coherence import hundred
from scoring.kinds import Form, Number
from scoring.means import Method
from scoring.shape import Shape
from scoring.tree import ROOT

FOLDER = "scoring/weights"
Rows = dict[str, Number] | Literal["equal", "catalogue"]


class WeightFile(Form):
    source: str
    notice: str = "provisional"
    dimensions: dict[str, Number]
    indicators: dict[str, Rows]
    aggregation: dict[str, Method] = Field(default_factory=dict[str, Method])


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
    file = check(WeightFile, tree)
    shape = Shape.of(catalogue)
    _complete(file.dimensions, shape.dimensions, shape.optional, tree, "dimensions")
    _complete(file.indicators, shape.rows, shape.optional, tree, "indicators")
    _complete(file.aggregation, levels := (ROOT, "dimensions", *shape.dimensions), levels, tree, "aggregation")
    dimensions = dict.fromkeys(shape.optional, 0.0) | file.dimensions
    rows: dict[str, float] = {}
    for name, known in shape.rows.items():
        given: Rows = file.indicators.get(name, "catalogue")
        rows |= _rows(name, given, known, sum(dimensions[one] for one in shape.below.get(name, ())), tree)
    for name, below in shape.below.items():
        own = [rows[one] for one in shape.rows.get(name, ()) if one in rows]
        _adds_up(name, [*(dimensions[one] for one in below), *own], tree)
    return Weights(dimensions, rows, file.source, file.notice, path.stem, dict(file.aggregation))


def _complete(
    given: Mapping[str, object], known: Collection[str], free: Collection[str], tree: Tree, place: str
) -> None:
    """Every name is known, and every known one is there but those that may be left out."""
    for name in given:
        if name not in known:
            raise _unknown(name, known, "dimension", tree, place, name)
    if missing := [name for name in known if name not in given and name not in free]:
        raise BadInput(
            f"the dimension {missing[0]!r} is missing in `{place}`",
            where=tree.where(place),
            mend=f"add {', '.join(f'{name}: …' for name in missing)}",
        )


def _rows(dimension: str, given: Rows, scored: Mapping[str, float], taken: float, tree: Tree) -> Mapping[str, float]:
    """The weights of a dimension's rows; `taken`: the weight of the dimensions right below it."""
    if given == "equal":
        return dict.fromkeys(scored, max(0.0, 100.0 - taken) / len(scored))
    if given == "catalogue":
        return scored
    assert isinstance(given, dict)
    for name in given:
        if name not in scored:
            raise _unknown(name, scored, f"row of {dimension}", tree, "indicators", dimension, name)
    if not taken:
        hundred(list(given.values()), f"the weights of the rows of {dimension!r}", tree.where("indicators", dimension))
    return given


def _adds_up(name: str, weights: list[float], tree: Tree) -> None:
    what = f"the weights right below {name!r}" if name else "the weights of the dimensions"
    hundred(weights, what, tree.where("dimensions", *([name] if name else [])))


def _unknown(name: str, known: Iterable[str], what: str, tree: Tree, *place: Key) -> BadInput:
    mend = f"name one of {', '.join(known)}"
    return BadInput(f"unknown {what}: {name!r}{did_you_mean(name, known)}", where=tree.where(*place), mend=mend)
