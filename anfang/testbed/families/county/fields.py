"""A field of a form."""

from __future__ import annotations

from dataclasses import dataclass

from anfang.testbed.families.county.dice import Dice


@dataclass(frozen=True, slots=True)
class Field:
    name: str
    key: str
    kind: str = "text"
    """The input's type, or area, select, radio."""
    options: tuple[str, ...] = ()
    must: bool = True

    @property
    def type(self) -> str:
        return self.kind


def worded(dice: Dice, names: str, key: str, kind: str = "text", *options: str, must: bool = True) -> Field:
    """A field whose name is one of several wordings, separated by |."""
    return Field(dice.pick(("field", names), names.split("|")), key, kind, options, must)


@dataclass(frozen=True, slots=True)
class Part:
    name: str
    fields: tuple[Field, ...]
