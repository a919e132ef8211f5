from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from anfang.errors import BadInput
from anfang.grid import read_grid


def cells(path: Path) -> list[dict[str, object]]:
    return [{name: cell.value for name, cell in row.items()} for row in read_grid(path)]


def write(folder: Path, name: str, data: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_csv_with_and_without_a_byte_order_mark(tmp_path: Path, mark: str):
    path = write(
        tmp_path, "a.csv", f'{mark}City, score \r\nqinghe,3\r\n,\r\nlinhai,\r\n"yun\nshan","\'=1"\r\n'
    )
    assert cells(path) == [
        {"city": "qinghe", "score": "3"},
        {"city": "linhai", "score": None},
        {"city": "yun\nshan", "score": "=1"},
    ]
    assert [row["score"].where for row in read_grid(path)] == [
        "a.csv:2 (score)",
        "a.csv:4 (score)",
        "a.csv:5 (score)",
    ]


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("a.txt", "x", "a.txt: not a table"),
        ("a.csv", "", "a.csv: the file is empty"),
        ("a.csv", "\n", "a column without a heading"),
        ("a.csv", "city,,score\n", "a column without a heading"),
        ("a.csv", "city,City\n", "a.csv:1: the heading 'city' stands twice"),
        ("a.csv", "city\nqinghe,3\n", "a.csv:2: 2 cells under 1 headings"),
        ("a.csv", 'city\n"qing"he\n', "a.csv:2: not CSV"),
        ("a.csv", "city\n清河\n".encode("gbk"), "a.csv:2: not UTF-8"),
        ("a.csv", b"city\n\0\n", "NUL"),
        ("a.json", "{}", "not a list of records"),
        ("a.json", "[1]", "record 1: not a record"),
        ("a.json", '[{"a": NaN}]', "NaN is not a number"),
        ("a.json", '[{"a": 1, "a": 2}]', "'a' stands twice"),
        ("a.json", "[" * 100_000, "not JSON"),
        ("a.xlsx", "city", "not a workbook"),
    ],
)
def test_a_file_that_is_not_what_it_claims_is_refused(tmp_path: Path, name: str, data: str | bytes, why: str):
    with pytest.raises(BadInput, match=why):
        read_grid(write(tmp_path, name, data))


def test_a_missing_file(tmp_path: Path):
    with pytest.raises(BadInput, match="no such file"):
        read_grid(tmp_path / "a.csv")


def test_json_keeps_its_values_as_they_are(tmp_path: Path):
    row = read_grid(write(tmp_path, "a.json", '[{"city": "qinghe", "value": {"used": 2}}]'))[0]
    assert row["value"].value == {"used": 2}
    assert row["value"].json
    assert row["value"].where == "a.json: record 1, value"


def test_workbook_rows_by_heading_and_no_cell_without_one(tmp_path: Path):
    book = openpyxl.Workbook()
    book.active.append(["City", "score"])
    book.active.append(["qinghe", 3])
    book.save(tmp_path / "a.xlsx")
    assert cells(tmp_path / "a.xlsx") == [{"city": "qinghe", "score": 3}]
    book.active["C2"] = "a remark"
    book.save(tmp_path / "a.xlsx")
    with pytest.raises(BadInput, match=r"a\.xlsx:C2: a cell without a heading"):
        read_grid(tmp_path / "a.xlsx")
