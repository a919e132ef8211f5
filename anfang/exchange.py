"""Tables to and from files: CSV and JSON for programs, workbooks for people, all safe to open and to read back."""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Callable, Hashable, Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Literal, get_args

import pandas as pd
import xlsxwriter

from anfang.celltext import cut, guard, printable
from anfang.errors import BadInput
from anfang.fieldsheet import Terms, observation, where
from anfang.grid import Record, read_grid
from anfang.model import Catalogue, City, Observation
from anfang.schema import did_you_mean
from anfang.storage.canonical import clean
from anfang.tables import JSON_COLUMNS, MARK_COLUMN, OBSERVATION_COLUMNS

Format = Literal["csv", "xlsx", "json"]
FORMATS: tuple[Format, ...] = get_args(Format)

WORKBOOK_OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
"""Text of a portal's page stays text in every cell of every workbook that we write."""

_OPTIONAL = ("reason", "observer", MARK_COLUMN)
_WIDEST = 400
"""Pixels of a column at most."""
_TOLD = 20
"""Refused cells that one error lists."""


def write_table(frame: pd.DataFrame, path: Path, format: Format, *, sheet: str = "observations") -> Path:
    """Write a table of anfang.tables; the file appears whole or not at all. `sheet` names the workbook's sheet.

    CSV has a byte order mark (Excel reads UTF-8 by it) and an apostrophe before text that could start a formula;
    JSON holds records, with the JSON of a cell as JSON. Unknown figures are blank (null). Equal tables give equal bytes.
    """
    makers: Mapping[str, Callable[[], bytes]] = {
        "csv": lambda: _csv(frame),
        "xlsx": lambda: _xlsx(frame, sheet),
        "json": lambda: _json(frame),
    }
    write_whole(path, makers[format]())
    return path


def write_whole(path: Path, data: bytes) -> None:
    """Durable and atomic: another name first, fsync, rename."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f".{path.name}.{os.getpid()}.partial")
    try:
        with partial.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)


def _csv(frame: pd.DataFrame) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    writer.writerow(frame.columns)
    for row in _rows(frame):
        writer.writerow(guard(printable(cell)) if isinstance(cell, str) else cell for cell in row)
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def _json(frame: pd.DataFrame) -> bytes:
    names = [str(name) for name in frame.columns]
    records = [
        {name: _opened(name, cell) for name, cell in zip(names, row, strict=True)} for row in _rows(frame)
    ]
    text = json.dumps(records, ensure_ascii=False, indent=1, allow_nan=False)
    return clean(text + "\n").encode()


def _opened(name: str, cell: Any) -> Any:
    return json.loads(cell) if name in JSON_COLUMNS and isinstance(cell, str) else cell


def _xlsx(frame: pd.DataFrame, sheet: str) -> bytes:
    data = io.BytesIO()
    with xlsxwriter.Workbook(data, {"in_memory": True} | WORKBOOK_OPTIONS) as book:
        page = book.add_worksheet(sheet)
        page.freeze_panes(1, 0)
        page.write_row(0, 0, [str(name) for name in frame.columns], book.add_format({"bold": True}))
        for at, row in enumerate(_rows(frame), 1):
            for column, cell in enumerate(row):
                write_cell(page, at, column, cell)
        page.autofilter(0, 0, max(len(frame), 1), len(frame.columns) - 1)
        page.autofit(_WIDEST)
        page.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
        book.set_properties({"created": datetime(2000, 1, 1)})
    return data.getvalue()


def write_cell(page: Any, row: int, column: int, cell: Any, style: Any = None) -> None:
    """Text as text, made printable and cut with a mark; figures as figures; None leaves the cell blank."""
    if isinstance(cell, str):
        page.write_string(row, column, cut(printable(cell)), style)
    elif isinstance(cell, bool):
        page.write_boolean(row, column, cell, style)
    elif cell is None:
        page.write_blank(row, column, None, style)
    else:
        page.write_number(row, column, cell, style)


def _rows(frame: pd.DataFrame) -> Iterable[list[Any]]:
    """Cells as Python values: None for what is not known, int and float for figures."""
    for row in frame.astype(object).itertuples(index=False, name=None):
        yield [None if cell is None or cell is pd.NA or cell != cell else _plain(cell) for cell in row]


def _plain(cell: Any) -> Any:
    return cell.item() if hasattr(cell, "item") else cell


def read_table(path: Path, *, catalogue: Catalogue, cities: Iterable[City]) -> tuple[Observation, ...]:
    """The observations of a .csv, .xlsx or .json table, in its order, equal duplicates once.

    Raises BadInput that lists up to 20 cells with what is wrong and the mend; nothing is read in part.
    """
    records = read_grid(path)
    _check_columns(records, path.name)
    terms = Terms(catalogue, {city.id: city for city in cities})
    refused: list[BadInput] = []
    found: dict[Hashable, tuple[Observation, str]] = {}
    for record in records:
        try:
            _keep(found, record, observation(record, terms))
        except BadInput as bad:
            refused.append(bad)
    _raise_all(refused)
    return tuple(one for one, _ in found.values())


def _check_columns(records: tuple[Record, ...], file: str) -> None:
    if not records:
        raise BadInput("no rows", where=file, mend="fill in at least one row under the headings")
    names = set[str]().union(*records)
    known = tuple(OBSERVATION_COLUMNS)
    for name in sorted(names - {*known, MARK_COLUMN}):
        raise BadInput(
            f"unknown column {name!r}{did_you_mean(name, known)}",
            where=file,
            mend=f"the columns are {', '.join(known)}",
        )
    missing = [name for name in known if name not in names and name not in _OPTIONAL]
    if missing:
        raise BadInput(
            f"missing column {', '.join(missing)}", where=file, mend="add the column; its cells may be blank"
        )


def _keep(found: dict[Hashable, tuple[Observation, str]], record: Record, one: Observation) -> None:
    """Two observers may differ (both are kept); one observer may not contradict himself."""
    place = where(record)
    key = (one.city, one.channel, one.step, one.indicator, one.observer)
    first, earlier = found.setdefault(key, (one, place))
    if first != one:
        raise BadInput(
            f"contradicts {earlier}, the same observation", where=place, mend="keep one of the two rows"
        )


def _raise_all(refused: list[BadInput]) -> None:
    if not refused:
        return
    if len(refused) == 1:
        raise refused[0]
    told = "\n".join(str(bad) for bad in refused[:_TOLD])
    more = f"\n… and {len(refused) - _TOLD} more" if len(refused) > _TOLD else ""
    raise BadInput(f"{len(refused)} rows are refused:\n{told}{more}")
