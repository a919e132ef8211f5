"""The list a city can work from: every observation below full points, with what was seen and the mend."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import cast

from anfang.model import Evidence, Indicator, IndicatorScore, Json, Observation, RoundResults

FULL = 100.0
_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class Problem:
    """One row of a city's problem list; `step` is '' where the whole portal or all steps together are meant."""

    city: str
    indicator: Indicator
    step: str
    seen: Json
    points: float | None
    """0-100; None for a contradiction that costs nothing by itself."""
    evidence: tuple[Evidence, ...] = ()
    rule: str = ""
    """The woodpecker rule that failed (W01-W20), where one did."""


def problems(results: RoundResults) -> tuple[Problem, ...]:
    """By city in the round's order, then in the catalogue's order of indicators and steps."""
    seen, earned = _by_place(results), points_by(results)
    return tuple(
        problem
        for city in results.cities
        for row in results.catalogue.indicators
        for problem in _of_row(results, city.id, row, seen.get((city.id, row.id), []), earned)
    )


Earned = Callable[[Observation], float | None]


def points_by(results: RoundResults) -> Earned:
    """Observation -> its points: those given from outside, else those of the scoring engine; None where it does not
    count (another of the row's channels does) or cannot by itself (a step of a row that is summed)."""
    channels = _counted(results)

    def points(one: Observation) -> float | None:
        if one.status != "observed" or channels.get((one.city, one.indicator)) != one.channel:
            return None
        return one.score if one.score is not None else results.points.get((one.city, one.step, one.indicator))

    return points


def _counted(results: RoundResults) -> Mapping[tuple[str, str], str]:
    """(city, indicator) -> the first of the row's channels that has an observation (scoring/cells.py)."""
    places = {
        (row.id, channel): at
        for row in results.catalogue.indicators
        for at, channel in enumerate(row.channels)
    }
    held = {(one.city, one.indicator, one.channel) for one in results.observations}
    inside = sorted(
        (places[name, channel], city, name, channel)
        for city, name, channel in held
        if (name, channel) in places
    )
    return {(city, name): channel for _, city, name, channel in reversed(inside)}


_Seen = dict[tuple[str, str], list[Observation]]


def _by_place(results: RoundResults) -> _Seen:
    order = {"": -1} | {step.id: at for at, step in enumerate(results.catalogue.steps)}
    seen: _Seen = {}
    for one in sorted(results.observations, key=lambda one: (order.get(one.step, len(order)), one.channel)):
        if one.status == "observed":
            seen.setdefault((one.city, one.indicator), []).append(one)
    return seen


def _of_row(
    results: RoundResults, city: str, row: Indicator, found: list[Observation], earned: Earned
) -> Iterator[Problem]:
    if row.over == "sum":
        yield from _summed(results, city, row, found)
        return
    for one in found:
        points = earned(one)
        if points is not None and points < FULL - _ROUNDING:
            yield from _of_observation(row, one, points)


def _of_observation(row: Indicator, one: Observation, points: float) -> Iterator[Problem]:
    failed = tuple(str(rule) for rule in _fields(one.value).get("failed") or ())
    for rule in failed or ("",):
        proof = tuple(item for item in one.evidence if rule in item.note)
        yield Problem(one.city, row, one.step, one.value, points, proof or one.evidence, rule=rule)


def _summed(results: RoundResults, city: str, row: Indicator, found: list[Observation]) -> Iterator[Problem]:
    """Rows scored on the sum over the steps: one problem for the sum, then each gap of declared and derived."""
    card = results.scorecards.get(city)
    score = card.indicators.get(row.id) if card else None
    if score and score.points is not None and score.points < FULL - _ROUNDING:
        yield from _sum(city, row, score, found)
    for one in found:
        if _gap(one.value):
            yield Problem(city, row, one.step, one.value, None, one.evidence)


def _sum(city: str, row: Indicator, score: IndicatorScore, found: list[Observation]) -> Iterator[Problem]:
    """The sum; where a code of a step (unstated, no_guide) makes it worth nothing, each such step."""
    void = [one for one in found if isinstance(one.value, str)] if score.value is None else []
    for one in void:
        yield Problem(city, row, one.step, one.value, score.points, one.evidence)
    if not void:
        proof = tuple(item for one in found for item in one.evidence)
        yield Problem(city, row, "", score.value, score.points, proof)


def _gap(value: Json) -> bool:
    """The guide declares one number of trips and implies another (methodology, "Business start-up")."""
    declared, derived = _fields(value).get("declared"), _fields(value).get("derived")
    return declared is not None and derived is not None and declared != derived


def _fields(value: Json) -> Mapping[str, Json]:
    return cast("dict[str, Json]", value) if isinstance(value, dict) else {}
