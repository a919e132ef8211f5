from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest

from tests.cli.test_import import TABLE, command, imported

LATER = TABLE.replace("９", "3").replace("2020-01", "2020-04")
"""甲 loads in 3 seconds: 100 points, 20 of 50 weights on 50 points more = 20 points of the headline."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    assert imported(tmp_path) == imported(tmp_path, LATER, "spring") == 0
    return tmp_path


def test_the_whole_round_is_one_workbook(folder: Path, capsys: pytest.CaptureFixture[str]):
    assert command(folder, "export", "spring", "--against", "winter") == 0
    path = folder / "results/spring/exports/spring.against-winter.zh.xlsx"
    assert str(path) in capsys.readouterr().out
    changes = openpyxl.load_workbook(path)["城市前后对比"]
    assert [cell.value for cell in changes[3]][:4] == ["甲市", 80, 100, 20]


def test_one_table_in_the_format_of_its_name(folder: Path, capsys: pytest.CaptureFixture[str]):
    path = folder / "ranking.json"
    assert command(folder, "export", "winter", "--table", "ranking", "-o", str(path)) == 0
    assert "(2 rows)" in capsys.readouterr().out
    assert [row["city"] for row in json.loads(path.read_text("utf-8"))] == ["jia", "yi"]


def test_nothing_is_overwritten_unless_asked(folder: Path, capsys: pytest.CaptureFixture[str]):
    path = folder / "problems.csv"
    path.write_text("mine")
    words = ("export", "winter", "--table", "problems", "-o", str(path))
    assert command(folder, *words) == 2
    assert "add --force" in capsys.readouterr().err
    assert path.read_text() == "mine"
    assert command(folder, *words, "--force") == 0
    assert "tech_load" in path.read_text("utf-8-sig")


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("--format", "csv"), "csv holds one table"),
        (("--table", "comparison"), "a comparison needs an earlier round"),
        (("-o", "ranking.pdf"), "no format is called '.pdf'"),
        (("-o", ".", "--format", "xlsx"), "is a folder"),
    ],
)
def test_what_cannot_be_written_says_why(
    folder: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], why: str
):
    assert command(folder, "export", "winter", *words) == 2
    assert why in capsys.readouterr().err
