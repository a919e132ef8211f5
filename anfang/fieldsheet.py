"""One row of an observations table -> one observation; whatever cannot be meant is refused with its cell.

A wrong observation is worse than a missing one: a given value and a given score must agree, a blank is never 0.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast
from zoneinfo import ZoneInfo

from anfang import fieldcell
from anfang.cities import CHANNELS
from anfang.errors import BadInput
from anfang.grid import Cell, Record
from anfang.model import STATUSES, Catalogue, City, Indicator, Json, Observation, Status
from scoring.cells import AGREE, WHOLE
from scoring.goalposts import points

IMPORTER = "import"
"""The observer of rows that hold nothing but a score, and of rows that name nobody."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What a row may speak of."""

    catalogue: Catalogue
    cities: Mapping[str, City]


def observation(record: Record, terms: Terms) -> Observation:
    """The row as an observation. Raises BadInput with the cell and the mend."""
    city = _city(record, terms)
    row = _indicator(record, terms.catalogue)
    step = _step(record, row, terms.catalogue)
    status = cast("Status", fieldcell.word(cell(record, "status"), "status", STATUSES))
    value = fieldcell.value(cell(record, "value"), row.value)
    score = fieldcell.score(cell(record, "score"))
    _check_meaning(record, row, status, value, score)
    _check_sum(record, row, step, score)
    only_score = value is None and score is not None
    return Observation(
        city=city.id,
        channel=fieldcell.word(cell(record, "channel"), "channel", CHANNELS),
        step=step,
        indicator=row.id,
        status=status,
        value=value,
        score=score if only_score else None,
        evidence=fieldcell.evidence(cell(record, "evidence")),
        observed_at=fieldcell.moment(cell(record, "observed_at"), ZoneInfo(city.timezone)),
        reason=fieldcell.text(cell(record, "reason")),
        observer=IMPORTER if only_score else fieldcell.folded(cell(record, "observer")) or IMPORTER,
    )


def cell(record: Record, name: str) -> Cell:
    """A cell of the row; one that the row lacks is blank and has the row's own address."""
    return record.get(name) or Cell(None, where(record))


def where(record: Record) -> str:
    return next(iter(record.values())).where


def _city(record: Record, terms: Terms) -> City:
    meant = {city.name: city.id for city in terms.cities.values()}
    city = terms.cities[fieldcell.word(cell(record, "city"), "city", terms.cities, meant=meant)]
    mark = cell(record, "mark")
    if "SIMULATED" in fieldcell.text(mark) and not city.simulated:
        mend = "import it with the cities of the testbed"
        raise BadInput(f"simulated data for the real city {city.id!r}", where=mark.where, mend=mend)
    return city


def _indicator(record: Record, catalogue: Catalogue) -> Indicator:
    meant = {row.zh: row.id for row in catalogue.indicators}
    return catalogue[fieldcell.word(cell(record, "indicator"), "indicator", meant.values(), meant=meant)]


def _step(record: Record, row: Indicator, catalogue: Catalogue) -> str:
    """A blank stands for the whole portal: on rows measured once, on points alone, and on the sum of a summed row."""
    found = cell(record, "step")
    told = fieldcell.folded(found)
    whole = row.over == "sum" or fieldcell.folded(cell(record, "value")) == ""
    if row.per == "step" and (told or not whole):
        meant = {step.zh: step.id for step in catalogue.steps}
        return fieldcell.word(found, "step", meant.values(), meant=meant)
    if told:
        message = f"{row.id} is measured once per portal, not for {told!r}"
        raise BadInput(message, where=found.where, mend="leave the step blank")
    return WHOLE


def _check_meaning(record: Record, row: Indicator, status: Status, value: Json, score: float | None) -> None:
    if status != "observed":
        if score is not None:
            mend = "clear the score, or set the status to observed"
            raise BadInput(
                f"a score, but the status is {status}", where=cell(record, "score").where, mend=mend
            )
        return
    if value is None and score is None:
        mend = "a blank is not 0: write what was seen, or set the status to not_observed and give the reason"
        raise BadInput(
            "observed, but value and score are blank", where=cell(record, "value").where, mend=mend
        )
    if score is not None and row.score is None:
        raise BadInput(f"{row.id} is never scored", where=cell(record, "score").where, mend="clear the score")
    if value is not None:
        _check_agreement(record, row, value, score)


def _check_agreement(record: Record, row: Indicator, value: Json, score: float | None) -> None:
    computed = _points(cell(record, "value"), row, value)
    if score is None or (computed is not None and abs(computed - score) <= AGREE):
        return
    told = "decides nothing" if computed is None else f"earns {computed:g}"
    message = f"the score {score:g} does not agree with the value, which {told}"
    raise BadInput(message, where=cell(record, "score").where, mend="clear the score, or correct the value")


def _check_sum(record: Record, row: Indicator, step: str, score: float | None) -> None:
    if row.over == "sum" and step != WHOLE and score is not None:
        message = f"{row.id} is summed over the steps, so one step has no score"
        raise BadInput(
            message, where=cell(record, "score").where, mend="give the score once, with a blank step"
        )


def _points(found: Cell, row: Indicator, value: Json) -> float | None:
    if row.score is None:
        return None
    try:
        return points(row.score, value)
    except BadInput as bad:
        raise BadInput(bad.message, where=found.where, mend=f"{bad.mend}; {row.value}") from bad
