"""The key list (网办重点推进清单): steps that are not wholly online yet, each with what keeps it from being so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, cast

from pydantic import Field

from anfang import suite
from anfang.errors import BadInput
from anfang.model import Catalogue, Json, Observation, RoundResults
from anfang.schema import check, did_you_mean
from anfang.yamlfile import read
from scoring.conditions import holds
from scoring.goalposts import NOTHING
from scoring.kinds import Condition, Form

FILE = "scoring/offline.yaml"


class ReasonForm(Form):
    id: str
    indicator: str
    when: Annotated[tuple[Condition, ...], Field(min_length=1)]
    alone: bool = False
    zh: str
    en: str


class OfflineFile(Form):
    reasons: Annotated[tuple[ReasonForm, ...], Field(min_length=1)]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a step is not wholly online; zh and en hold {field} of the value."""

    id: str
    indicator: str
    when: tuple[str, ...]
    zh: str
    en: str
    alone: bool = False
    """Where it holds the other reasons follow from it and are not told."""


@dataclass(frozen=True, slots=True)
class Kept:
    """One reason as it was seen."""

    reason: Reason
    seen: Observation


@dataclass(frozen=True, slots=True)
class Offline:
    city: str
    step: str
    kept: tuple[Kept, ...]
    """Empty: nothing keeps the step offline."""
    known: bool
    """Whether all that the reasons ask for was observed."""

    @property
    def online(self) -> bool | None:
        """Wholly online; None where too little was seen to say so."""
        if self.kept:
            return False
        return True if self.known else None


def load_reasons(catalogue: Catalogue | None = None, path: Path | None = None) -> tuple[Reason, ...]:
    """The reasons of a file, else the study's own or the shipped ones; raises BadInput with file, line and mend.

    With a catalogue every reason has to ask of one of its rows per step.
    """
    tree = read(path or suite.find(FILE))
    file = check(OfflineFile, tree)
    known = {row.id: None for row in catalogue.indicators if row.per == "step"} if catalogue else {}
    for at, one in enumerate(file.reasons):
        if catalogue and one.indicator not in known:
            told = f"unknown row {one.indicator!r}{did_you_mean(one.indicator, known)}"
            raise BadInput(told, where=tree.where("reasons", at, "indicator"), mend="name a row measured per step")
    return tuple(Reason(one.id, one.indicator, one.when, one.zh, one.en, one.alone) for one in file.reasons)


def key_list(results: RoundResults, reasons: Sequence[Reason]) -> tuple[Offline, ...]:
    """Every city and step of the plan, in their order; those wholly online too, so that shares can be told.

    Reasons whose row was not planned are not asked for; a city without any of them observed is left out.
    """
    asked = [one for one in reasons if one.indicator in results.plan.basket]
    rows = {one.indicator for one in asked}
    seen = {(one.city, one.step, one.indicator): one for one in results.observations if one.indicator in rows and one.channel == "portal"}
    found = (_offline(city.id, step, asked, seen) for city in results.cities for step in results.plan.steps)
    return tuple(one for one in found if one.kept or any((one.city, one.step, row) in seen for row in rows))


def _offline(city: str, step: str, reasons: Iterable[Reason], seen: Mapping[tuple[str, str, str], Observation]) -> Offline:
    held = [(one, seen.get((city, step, one.indicator))) for one in reasons]
    known = all(found is not None and found.status in ("observed", "not_applicable") for _, found in held)
    kept = tuple(Kept(one, found) for one, found in held if found and found.status == "observed" and _holds(one, found.value))
    first = next(((one,) for one in kept if one.reason.alone), kept)
    return Offline(city, step, first, known)


def _holds(reason: Reason, value: Json) -> bool:
    if isinstance(value, str) and value in NOTHING and f"value = {value}" not in reason.when:
        return False
    return all(holds(condition, value) for condition in reason.when)


def fields(value: Json) -> Iterator[tuple[str, Json]]:
    """What a reason's words may name."""
    yield "value", value
    if isinstance(value, Mapping):
        yield from cast("Mapping[str, Json]", value).items()
