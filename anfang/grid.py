"""The cells of a table that somebody filled in, each with its address, whatever the file: CSV, workbook or JSON.

A grid judges the file (is it what its name says, is it safe to open), never what the cells mean.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from anfang.celltext import unguard
from anfang.errors import BadInput
from anfang.workbookfile import open_sheet

BYTES_LIMIT = 200_000_000
"""Size of a file on disk, and of a workbook's parts unpacked: 100 times a round of 36 cities."""


@dataclass(frozen=True, slots=True)
class Cell:
    """`value` as the file holds it: text, number, bool, date, or None for a blank; `json` where it is JSON already."""

    value: Any
    where: str
    """File and cell (B7), line or record, as an error names it."""
    json: bool = False


Record = Mapping[str, Cell]


def read_grid(path: Path) -> tuple[Record, ...]:
    """The rows of a table by column heading. BadInput names file and cell when the file cannot be what it claims."""
    readers = {".csv": _csv, ".xlsx": _xlsx, ".json": _json}
    reader = readers.get(path.suffix.lower())
    if reader is None:
        raise BadInput("not a table", where=path.name, mend="give a .csv, .xlsx or .json file")
    if not path.is_file():
        raise BadInput("no such file", where=str(path))
    if not path.stat().st_size:
        raise BadInput("the file is empty", where=path.name)
    if path.stat().st_size > BYTES_LIMIT:
        raise BadInput(f"larger than {BYTES_LIMIT:,} bytes", where=path.name, mend="split it by city")
    return tuple(reader(path))


def _csv(path: Path) -> Iterator[Record]:
    text = _text(path)
    csv.field_size_limit(BYTES_LIMIT)
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    line = 1
    try:
        heads = headings((Cell(unguard(name), f"{path.name}:1") for name in next(rows, ())), path.name)
        line = rows.line_num + 1
        for row in rows:
            where = f"{path.name}:{line}"
            line = rows.line_num + 1
            if len(row) > len(heads) and any(row[len(heads) :]):
                raise BadInput(
                    f"{len(row)} cells under {len(heads)} headings",
                    where=where,
                    mend="quote cells with commas",
                )
            cells = (
                Cell(unguard(text) or None, f"{where} ({head})")
                for head, text in zip(heads, row, strict=False)
            )
            yield from _record(heads, cells)
    except csv.Error as bad:
        raise BadInput(f"not CSV: {bad}", where=f"{path.name}:{line}", mend="save it as CSV (UTF-8)") from bad


def _text(path: Path) -> str:
    data = path.read_bytes()
    if b"\0" in data:
        raise BadInput("holds NUL bytes: not a text file", where=path.name, mend="save it as CSV (UTF-8)")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as bad:
        line = data.count(b"\n", 0, bad.start) + 1
        raise BadInput(
            "not UTF-8", where=f"{path.name}:{line}", mend="in Excel save as CSV UTF-8, not as CSV (GBK)"
        ) from bad


def _xlsx(path: Path) -> Iterator[Record]:
    rows = iter(open_sheet(path, limit=BYTES_LIMIT))
    heads = headings((Cell(value, f"{path.name}:{where}") for value, where in next(rows, ())), path.name)
    for row in rows:
        if extra := next((where for value, where in row[len(heads) :] if value is not None), None):
            raise BadInput(
                "a cell without a heading",
                where=f"{path.name}:{extra}",
                mend="delete it or give it a heading",
            )
        yield from _record(heads, (Cell(value, f"{path.name}:{where}") for value, where in row))


def _json(path: Path) -> Iterator[Record]:
    try:
        found: Any = json.loads(_text(path), object_pairs_hook=_unique, parse_constant=_no_constant)
    except (ValueError, RecursionError) as bad:
        raise BadInput(f"not JSON: {bad}", where=path.name, mend="give a list of records") from bad
    if not isinstance(found, list):
        raise BadInput("not a list of records", where=path.name, mend="give [{...}, {...}]")
    for at, record in enumerate(cast("list[Any]", found), 1):
        where = f"{path.name}: record {at}"
        if not isinstance(record, dict):
            raise BadInput("not a record", where=where, mend='give {"city": ..., "indicator": ...}')
        fields = cast("dict[str, Any]", record)
        yield {name: Cell(value, f"{where}, {name}", json=True) for name, value in fields.items()}


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    names = [name for name, _ in pairs]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise ValueError(f"{twice!r} stands twice in one record")
    return dict(pairs)


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is not a number")


def headings(cells: Iterable[Cell], file: str) -> list[str]:
    """Column names of a first row, folded; BadInput for a missing heading or one that stands twice."""
    names: list[str] = []
    for cell in cells:
        name = str(cell.value or "").strip().lower()
        if name and name in names:
            raise BadInput(
                f"the heading {name!r} stands twice", where=cell.where, mend="keep one of the columns"
            )
        names.append(name)
    while names and not names[-1]:
        names.pop()
    if not names or "" in names:
        raise BadInput(
            "a column without a heading in the first row", where=file, mend="name the column or delete it"
        )
    return names


def _record(heads: list[str], cells: Iterable[Cell]) -> Iterator[Record]:
    record = dict(zip(heads, cells, strict=False))
    if any(cell.value is not None for cell in record.values()):
        yield record
