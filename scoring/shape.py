"""What weights have to be given for: the dimensions that hold scored rows, and the rows right below each of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from anfang.model import Catalogue


@dataclass(frozen=True, slots=True)
class Shape:
    rows: Mapping[str, Mapping[str, float]]
    """Dimension -> its scored rows with the catalogue's weights."""
    dimensions: tuple[str, ...]
    """The dimensions that hold scored rows, right below them or further down, in the catalogue's order."""
    below: Mapping[str, Sequence[str]]
    """Dimension, or '' for the headline -> those of them right below it."""
    optional: tuple[str, ...]
    """Those that a file of weights need not name."""

    @classmethod
    def of(cls, catalogue: Catalogue) -> Shape:
        rows: dict[str, dict[str, float]] = {}
        for row in catalogue.indicators:
            if row.score is not None:
                rows.setdefault(row.dimension, {})[row.id] = row.weight
        held = _held(rows, {one.id: one.parent for one in catalogue.dimensions})
        inside = [one for one in catalogue.dimensions if one.id in held]
        below: dict[str, list[str]] = {}
        for one in inside:
            below.setdefault(one.parent, []).append(one.id)
        optional = tuple(one.id for one in inside if one.optional)
        return cls(rows, tuple(one.id for one in inside), below, optional)


def _held(rows: Mapping[str, object], parents: Mapping[str, str]) -> set[str]:
    """The dimensions of the rows and all those above them."""
    held: set[str] = set()
    for name in rows:
        while name and name not in held:
            held.add(name)
            name = parents[name]
    return held
