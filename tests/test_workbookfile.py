from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from anfang.errors import BadInput
from anfang.workbookfile import open_sheet


def book(path: Path, change: Callable[[Worksheet], object] = lambda sheet: None) -> Path:
    made = openpyxl.Workbook()
    sheet = made.active
    assert isinstance(sheet, Worksheet)
    sheet.append(["city", "score"])
    sheet.append(["qinghe", 3])
    change(sheet)
    made.save(path)
    return path


def read(path: Path, limit: int = 1_000_000) -> list[tuple[tuple[object, str], ...]]:
    return list(open_sheet(path, limit=limit))


def test_cells_come_with_their_addresses(tmp_path: Path):
    assert read(book(tmp_path / "a.xlsx")) == [
        (("city", "A1"), ("score", "B1")),
        (("qinghe", "A2"), (3, "B2")),
    ]


def set_cell(place: str, value: object) -> Callable[[Worksheet], object]:
    return lambda sheet: sheet.__setitem__(place, value)


def hide(dimension: str, at: object) -> Callable[[Worksheet], object]:
    return lambda sheet: setattr(getattr(sheet, dimension)[at], "hidden", True)


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (set_cell("B7", "=1+1"), "a.xlsx:B7: a formula instead of a value"),
        (set_cell("B2", "#DIV/0!"), "a.xlsx:B2: an error value"),
        (set_cell("XFD1048576", 1), "a.xlsx:XFD1048576: a cell far outside"),
        (lambda sheet: sheet.merge_cells("A2:B2"), "a.xlsx:A2:B2: merged cells"),
        (hide("row_dimensions", 2), "a.xlsx:2: a hidden row"),
        (hide("column_dimensions", "B"), "a.xlsx:B: a hidden column"),
        (lambda sheet: sheet.parent.create_sheet("x"), "no sheet 'observations'"),
    ],
)
def test_what_could_be_misread_is_refused_with_its_cell(
    tmp_path: Path, change: Callable[[Worksheet], object], why: str
):
    with pytest.raises(BadInput, match=why):
        read(book(tmp_path / "a.xlsx", change))


def test_among_several_sheets_the_one_named_observations_is_read(tmp_path: Path):
    def add(sheet: Worksheet) -> None:
        sheet.title = "observations"
        sheet.parent.create_sheet("notes", 0)

    assert read(book(tmp_path / "a.xlsx", add))[0][0] == ("city", "A1")


def repack(path: Path, name: str, data: bytes) -> Path:
    """The workbook with one part replaced or added."""
    with zipfile.ZipFile(path) as old:
        parts = {part: old.read(part) for part in old.namelist()} | {name: data}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for part, content in parts.items():
            new.writestr(part, content)
    return path


LAUGHS = b"""<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">
<c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>"""


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("xl/vbaProject.bin", b"", "with macros"),
        ("xl/worksheets/sheet1.xml", LAUGHS, "damaged workbook"),
        ("xl/worksheets/sheet1.xml", b"<worksheet><sheetData>", "damaged workbook"),
        ("xl/workbook.xml", b"", "damaged workbook"),
        ("xl/bomb.bin", b"0" * 2_000_000, "unpacks to more than"),
    ],
)
def test_a_damaged_or_hostile_workbook_is_refused(tmp_path: Path, name: str, data: bytes, why: str):
    with pytest.raises(BadInput, match=why):
        read(repack(book(tmp_path / "a.xlsx"), name, data))


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"city,score\n", "not a workbook"),
        (b"PK\x03\x04 and no more", "not a workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old .xls or a workbook with a password"),
    ],
)
def test_what_is_no_workbook_says_so(tmp_path: Path, data: bytes, why: str):
    path = tmp_path / "a.xlsx"
    path.write_bytes(data)
    with pytest.raises(BadInput, match=why):
        read(path)


def test_a_zip_that_is_no_workbook(tmp_path: Path):
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as archive:
        archive.writestr("hello.txt", "hello")
    with pytest.raises(BadInput, match="damaged workbook"):
        read(tmp_path / "a.xlsx")
