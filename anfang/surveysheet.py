"""A table of what people said, city by city: satisfaction by group and good reviews. Read into observations of their own channel.

Columns: city, kind (satisfaction or review), group (blank = everybody), good, percent, of, source, date. `good` answers among
`of`; where only a percentage was published, `percent` instead of `good`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from anfang import fieldcell
from anfang.errors import BadInput
from anfang.fieldsheet import cell, where
from anfang.grid import Cell, Record, read_grid
from anfang.model import City, Evidence, Json, Observation
from anfang.schema import did_you_mean

COLUMNS = ("city", "kind", "group", "good", "percent", "of", "source", "date")
CHANNEL = "survey"
ROWS: Mapping[str, tuple[str, str, str]] = {
    "satisfaction": ("sat_survey", "satisfied", "asked"),
    "review": ("sat_review", "good", "reviews"),
}
"""Kind -> row of the catalogue, name of the good answers, name of all of them."""
MEANT = {"满意度": "satisfaction", "满意度调查": "satisfaction", "好差评": "review", "评价": "review"}
ROUNDING = 0.51
"""Answers by which a percentage and a count may differ."""


@dataclass(frozen=True, slots=True)
class Told:
    """One row of the table."""

    city: str
    kind: str
    group: str
    good: float
    of: int
    proof: Evidence
    record: Record


def read_survey(path: Path, cities: Iterable[City]) -> tuple[Observation, ...]:
    """One observation per city and kind. Raises BadInput with the cell and the mend; nothing is read in part."""
    records, known = read_grid(path), {city.id: city for city in cities}
    _check_columns(records, path.name)
    held: dict[tuple[str, str], list[Told]] = {}
    for record in records:
        one = _told(record, known)
        group = held.setdefault((one.city, one.kind), [])
        if one.group in (other.group for other in group):
            raise BadInput(f"{one.city} has two rows of {one.kind} for {one.group or 'everybody'!r}", where=where(record), mend="keep one of them")
        group.append(one)
    return tuple(_observation(group, known) for group in held.values())


def _told(record: Record, cities: Mapping[str, City]) -> Told:
    meant = {city.name: city.id for city in cities.values()}
    city = fieldcell.word(cell(record, "city"), "city", cities, meant=meant)
    kind = MEANT.get(fieldcell.folded(cell(record, "kind"))) or fieldcell.word(cell(record, "kind"), "kind", ROWS)
    of = _number(cell(record, "of"), "of")
    if of is None or of <= 0 or of != int(of):
        raise BadInput("`of` is no number of answers", where=cell(record, "of").where, mend="write how many people answered, a whole number above 0")
    proof = Evidence(note=fieldcell.folded(cell(record, "source")))
    return Told(city, kind, fieldcell.folded(cell(record, "group")), _good(record, of), int(of), proof, record)


def _good(record: Record, of: float) -> float:
    """The good answers, from a count or a percentage."""
    good, percent = (_number(cell(record, name), name) for name in ("good", "percent"))
    if good is None and percent is None:
        raise BadInput("neither `good` nor `percent`", where=cell(record, "good").where, mend="write how many answers were good, or their percentage")
    if percent is not None and percent > 100:
        raise BadInput(f"{percent:g} percent", where=cell(record, "percent").where, mend="write 0 to 100")
    made = of * (percent or 0.0) / 100
    if good is None:
        return made
    if good > of:
        raise BadInput(f"{good:g} good answers of {of:g}", where=cell(record, "good").where, mend="`good` counts some of `of`")
    if percent is not None and abs(good - made) > ROUNDING:
        raise BadInput(f"{good:g} of {of:g} is not {percent:g} percent", where=cell(record, "percent").where, mend="clear one of the two")
    return good


def _observation(held: list[Told], cities: Mapping[str, City]) -> Observation:
    row, part, of = ROWS[held[0].kind]
    groups = {one.group: {part: _plain(one.good), of: one.of} for one in held if one.group}
    whole = next((one for one in held if not one.group), None)
    good, asked = (whole.good, whole.of) if whole else (sum(one.good for one in held), sum(one.of for one in held))
    value: Json = {part: _plain(good), of: asked, "groups": groups}
    proofs = tuple(dict.fromkeys(one.proof for one in held if one.proof.note))
    when = fieldcell.moment(cell(held[0].record, "date"), ZoneInfo(cities[held[0].city].timezone))
    return Observation(held[0].city, CHANNEL, "", row, "observed", value, None, proofs, when, "", CHANNEL)


def _plain(good: float) -> float:
    return int(good) if good == int(good) else round(good, 4)


def _number(found: Cell, name: str) -> float | None:
    """A number of 0 or more; None for a blank."""
    told = fieldcell.folded(found).rstrip("%")
    if not told:
        return None
    try:
        number = float(told)
    except ValueError as bad:
        raise BadInput(f"{told!r} is no number", where=found.where, mend=f"write `{name}` as a number") from bad
    if not 0 <= number < 1e12:
        raise BadInput(f"{told} is out of range", where=found.where, mend=f"write `{name}` as a number of 0 or more")
    return number


def _check_columns(records: tuple[Record, ...], file: str) -> None:
    if not records:
        raise BadInput("no rows", where=file, mend="fill in at least one row under the headings")
    names = set[str]().union(*records)
    if unknown := sorted(names - set(COLUMNS)):
        raise BadInput(f"unknown column {unknown[0]!r}{did_you_mean(unknown[0], COLUMNS)}", where=file, mend=f"the columns are {', '.join(COLUMNS)}")
    if missing := [name for name in ("city", "kind", "of") if name not in names]:
        raise BadInput(f"missing column {', '.join(missing)}", where=file, mend="start from `anfang survey sheet`")
