"""Conditions of the catalogue: one line of text that holds for a raw value or does not.

    field | not field | field stated | field number | field = x   (also !=, <, <=, >, >=), joined by ` or `

`field` is a key of a mapping, a member of a list (there it reads "is in the list"), or `value` for the value itself, which
for numbers counts the members of a list. `x` is a number, another field, or a word. Nothing compares with null.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import cast

from anfang.model import Json

_FORM = re.compile(
    r"not (?P<absent>\w+)|(?P<asked>\w+) (?P<what>stated|number)|(?P<left>\w+) (?P<op><=|>=|!=|=|<|>) (?P<right>\S+)|(?P<true>\w+)"
)
_ORDER: Mapping[str, Callable[[float, float], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


@dataclass(frozen=True, slots=True)
class _Term:
    field: str
    test: str
    """'true', 'not', 'stated', 'number' or a comparison."""
    right: str = ""


@lru_cache(maxsize=512)
def parse(text: str) -> tuple[_Term, ...]:
    """The alternatives of a condition; raises ValueError where it is not one."""
    return tuple(_term(part.strip()) for part in text.split(" or "))


def holds(text: str, value: Json) -> bool:
    """Whether one of the condition's alternatives is true of the value."""
    return any(_true(term, value) for term in parse(text))


def field(value: Json, name: str) -> Json:
    """What `name` is in a value: a field, a membership, or the value itself; None where there is no such thing."""
    if name == "value":
        return value
    if isinstance(value, Mapping):
        return cast("Mapping[str, Json]", value).get(name)
    return name in value if isinstance(value, list) else None


def number(value: Json) -> float | None:
    """The number that a value is, the length of a list, None for anything else (a bool is no number)."""
    if isinstance(value, list):
        return float(len(cast("list[Json]", value)))
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value)


def _term(text: str) -> _Term:
    found = _FORM.fullmatch(text)
    if not found:
        raise ValueError(f"not a condition: {text!r}")
    part = found.groupdict()
    if part["absent"]:
        return _Term(part["absent"], "not")
    if part["asked"]:
        return _Term(part["asked"], part["what"])
    return _Term(part["left"], part["op"], part["right"]) if part["left"] else _Term(part["true"], "true")


def _true(term: _Term, value: Json) -> bool:
    left = field(value, term.field)
    if term.test in ("true", "not"):
        return bool(left) is (term.test == "true")
    if term.test == "stated":
        return left is not None and left != ""
    if term.test == "number":
        return number(left) is not None
    return left is not None and _compare(left, term, value)


def _compare(left: Json, term: _Term, value: Json) -> bool:
    right = _right(term.right, value)
    a, b = number(left), number(right)
    if term.test in _ORDER:
        return a is not None and b is not None and _ORDER[term.test](a, b)
    equal = a == b if a is not None and b is not None else left == right
    return equal is (term.test == "=")


def _right(text: str, value: Json) -> Json:
    if isinstance(value, Mapping) and text in value:
        return field(cast(Json, value), text)
    try:
        return float(text)
    except ValueError:
        return text
