"""Check a tree of people's YAML against a pydantic model; every error names file, line and the mend."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from rapidfuzz import fuzz, process

from anfang.errors import BadInput
from anfang.yamlfile import Key, Tree

_MORE = 5
"""Further errors that one message lists."""

Model = TypeVar("Model", bound=BaseModel)


def check(model: type[Model], tree: Tree, *place: Key) -> Model:
    """The part of the tree at `place` as a `model`; raises BadInput for the first error and lists the next ones.

    A validator that knows the mend raises `PydanticCustomError(type, message, {"mend": ...})`.
    """
    part: Any = tree.data
    for key in place:
        part = part[key]
    try:
        return model.model_validate(part)
    except ValidationError as bad:
        raise refusal(bad, tree, *place, names=field_names(model)) from bad


def refusal(bad: ValidationError, tree: Tree, *place: Key, names: Iterable[str] = ()) -> BadInput:
    """The validation errors as one BadInput; `names` are the fields that a misspelt one may mean."""
    known = sorted(names)
    found = [_told(dict(error), tree, place, known) for error in bad.errors(include_url=False)]
    message, where, mend = found[0]
    more = [f"\n  also {at}: {text}" for text, at, _ in found[1 : _MORE + 1]]
    if len(found) > _MORE + 1:
        more.append(f"\n  and {len(found) - _MORE - 1} more")
    return BadInput(message + "".join(more), where=where, mend=mend)


def did_you_mean(word: str, names: Iterable[str]) -> str:
    """', did you mean …?' for the nearest of `names`; '' where none is near."""
    near = process.extractOne(word, list(names), scorer=fuzz.ratio, score_cutoff=60)
    return f"; did you mean {near[0]!r}?" if near else ""


def field_names(model: type[BaseModel]) -> set[str]:
    """The names of the fields of a model and of the models inside it."""
    schema = model.model_json_schema()
    parts: list[Mapping[str, Any]] = [schema, *schema.get("$defs", {}).values()]
    return {name for part in parts for name in part.get("properties", {})}


def _told(
    error: dict[str, Any], tree: Tree, place: tuple[Key, ...], names: list[str]
) -> tuple[str, str, str]:
    here = (*place, *error["loc"])
    field = str(here[-1]) if here else ""
    where = tree.where(*here)
    context: Mapping[str, Any] = error.get("ctx", {})
    if error["type"] == "extra_forbidden":
        return (
            f"unknown field {field!r}{did_you_mean(field, names)}",
            where,
            f"the fields are {', '.join(names)}",
        )
    if error["type"] == "missing":
        return f"the field {field!r} is missing", where, f"add '{field}: …' there"
    message = str(error["msg"]).removeprefix("Value error, ")
    if error["type"] == "literal_error":
        allowed = re.findall(r"'([^']*)'", str(context["expected"]))
        message = (
            f"{error['input']!r} is none of {', '.join(allowed)}{did_you_mean(str(error['input']), allowed)}"
        )
    return f"{field}: {message}", where, str(context.get("mend", "mend the value in that line"))
