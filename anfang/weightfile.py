"""A file of weights written from what experts said together."""

from __future__ import annotations

from collections.abc import Sequence

from anfang.model import Catalogue
from scoring.experts import Opinion
from scoring.shape import Shape
from scoring.tree import ROOT


def written(opinions: Sequence[Opinion], catalogue: Catalogue, *, source: str) -> str:
    """YAML in the form of scoring/weights.py; what was not asked keeps the catalogue's weights."""
    shape, said = Shape.of(catalogue), {one.node: one.weights for one in opinions}
    weights = {one.id: one.weight for one in catalogue.dimensions}
    headline = said.get(ROOT, {name: weights[name] for name in shape.below[""]})
    names = {one.id: one.zh for one in (*catalogue.dimensions, *catalogue.indicators)}
    lines = [f"source: {_quoted(source)}", "notice: expert weights", "dimensions:"]
    for name in shape.dimensions:
        above = next(one.parent for one in catalogue.dimensions if one.id == name)
        given = said[above].get(name, weights[name]) if above in said else weights[name]
        lines.append(f"  {name}: {(headline.get(name, 0.0) if not above else given):g} # {names[name]}")
    lines.append("indicators:")
    for name, rows in shape.rows.items():
        lines += _rows(name, [(row, said[name][row]) for row in rows] if name in said else [], names)
    return "\n".join(lines) + "\n"


def _rows(name: str, given: Sequence[tuple[str, float]], names: dict[str, str]) -> list[str]:
    if not given:
        return [f"  {name}: catalogue"]
    return [f"  {name}:", *(f"    {row}: {weight:g} # {names[row]}" for row, weight in given)]


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ") + '"'
