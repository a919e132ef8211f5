"""Open a workbook that came from somebody else: bounded, without formulas, macros or anything hidden."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import openpyxl
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from anfang.errors import BadInput

SHEET = "observations"
"""The sheet that is read; a workbook with a single sheet may call it anything."""

ROWS, COLUMNS = 200_000, 60
_OLE = b"\xd0\xcf\x11\xe0"
_BROKEN = (zipfile.BadZipFile, InvalidFileException, SyntaxError, KeyError, ValueError, TypeError, AttributeError,
           IndexError, EOFError, OSError, NotImplementedError)  # fmt: skip
"""What openpyxl, zipfile and the XML parsers (SyntaxError; ValueError for entities) raise over damaged files."""

Row = tuple[tuple[Any, str], ...]
"""Value (None where blank) and address (B7) of each cell."""


def open_sheet(path: Path, *, limit: int) -> Iterator[Row]:
    """Rows of the one sheet that counts. BadInput names the cell; `limit` bounds the unpacked bytes."""
    _check_archive(path, limit)
    try:
        book = openpyxl.load_workbook(path, keep_links=False)
    except _BROKEN as bad:
        raise BadInput(f"a damaged workbook: {bad}", where=path.name, mend="save it again as .xlsx") from bad
    sheet = _the_sheet(book, path.name)
    _check_layout(sheet, path.name)
    for cells in sheet.iter_rows():
        yield tuple((_value(cell, path.name), cell.coordinate) for cell in cells)


def _check_archive(path: Path, limit: int) -> None:
    with path.open("rb") as file:
        if file.read(4) == _OLE:
            raise BadInput(
                "an old .xls or a workbook with a password", where=path.name, mend="save as .xlsx without one"
            )
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, OSError) as bad:
        raise BadInput("not a workbook", where=path.name, mend="save it as .xlsx") from bad
    if sum(part.file_size for part in parts) > limit:
        raise BadInput(f"unpacks to more than {limit:,} bytes", where=path.name, mend="split it by city")
    if any(part.filename.endswith("vbaProject.bin") for part in parts):
        raise BadInput("a workbook with macros", where=path.name, mend="save it as .xlsx, which holds none")


def _the_sheet(book: Workbook, file: str) -> Worksheet:
    if SHEET in [sheet.title for sheet in book.worksheets]:
        found = book[SHEET]
    elif len(book.worksheets) == 1:
        found = book.worksheets[0]
    else:
        raise BadInput(f"no sheet {SHEET!r}", where=file, mend=f"call the sheet to be read {SHEET!r}")
    return cast("Worksheet", found)


def _check_layout(sheet: Worksheet, file: str) -> None:
    rows, columns = sheet.max_row, sheet.max_column
    if rows > ROWS or columns > COLUMNS:
        where = f"{file}:{sheet.cell(rows, columns).coordinate}"
        raise BadInput(
            "a cell far outside the table", where=where, mend="delete the rows and columns after the table"
        )
    for merged in sheet.merged_cells.ranges:
        raise BadInput("merged cells", where=f"{file}:{merged.coord}", mend="unmerge them")
    for number, row in sheet.row_dimensions.items():
        if row.hidden:
            raise BadInput(
                "a hidden row", where=f"{file}:{number}", mend="show or delete it; clear the filter"
            )
    for letter, column in sheet.column_dimensions.items():
        if column.hidden:
            raise BadInput("a hidden column", where=f"{file}:{letter}", mend="show or delete it")


def _value(cell: Cell | MergedCell, file: str) -> Any:
    where = f"{file}:{cell.coordinate}"
    if cell.data_type == "f":
        raise BadInput(
            "a formula instead of a value", where=where, mend="copy the cells and paste values only"
        )
    if cell.data_type == "e":
        raise BadInput(
            f"an error value {cell.value}", where=where, mend="write the value, or leave the cell blank"
        )
    return None if cell.value == "" else cell.value
