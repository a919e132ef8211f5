"""`anfang weights`: list, check, a sheet for experts and back."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from typer.testing import CliRunner

from anfang.cli.app import app, run
from tests.scoring.test_weights import OWN
from tests.test_weightsheet import filled, fit


def printed(*words: str) -> str:
    result = CliRunner().invoke(app, ["weights", *words], env={"COLUMNS": "200"})
    assert result.exit_code == 0, result.output
    return result.output


def refused(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert run(lambda: app(["weights", *words], standalone_mode=False)) == 2
    return " ".join(capsys.readouterr().err.split())


def test_list() -> None:
    text = printed("list", "--lang", "en")
    assert "dimensions-equal" in text
    assert "provisional" in text


def test_check_of_a_set_that_could_have_made_the_study() -> None:
    text = printed("check", "default")
    assert "相容：15.47 ≤ 18.81" in text
    assert "检查通过" in text


def test_check_of_an_owners_file(tmp_path: Path) -> None:
    """40 and 25: 26.81 x 0.40 + 37.14 x 0.25 = 20.01, more than 18.81. guide_findable is 60 % of 40 %, more than a fifth."""
    path = tmp_path / "own.yaml"
    path.write_text(OWN.replace("tech: 10, processing: 40, interaction: 10", "tech: 10, processing: 25, interaction: 25"), encoding="utf-8")
    text = " ".join(printed("check", str(path), "--lang", "en").split())
    assert "Not compatible" in text
    assert "20.01 > 18.81" in text
    assert '"Service findability" is more than 20% of the score' in text
    assert '"Core elements present" weighs nothing' in text


def test_check_names_line_and_mend(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(OWN.replace("guide: 40", "guide: 41"), encoding="utf-8")
    told = refused(capsys, "check", str(path))
    assert "own.yaml:3" in told.replace(" ", "")
    assert "add up to 101 mend: make them add up to 100 (-1)" in told


def test_a_sheet_and_back(tmp_path: Path) -> None:
    sheet, made = tmp_path / "asked.xlsx", tmp_path / "made.yaml"
    printed("sheet", "-o", str(sheet), "--experts", "2", "--part", "headline")
    page = openpyxl.load_workbook(sheet).active
    assert page is not None
    assert page.max_row == 7
    text = printed("from-sheet", str(filled(tmp_path, fit)), "-o", str(made), "--lang", "en")
    assert "pairs" in text
    assert "53.33" in made.read_text(encoding="utf-8")
    assert "检查通过" in printed("check", str(made))


def odd(expert: str, part: str, a: str, b: str) -> str:
    return "9" if (expert, a, b) == ("expert 2", "tech", "processing") else fit(expert, part, a, b)


def test_contradictions_are_refused_dropped_or_kept(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sheet, made = str(filled(tmp_path, odd)), str(tmp_path / "made.yaml")
    told = refused(capsys, "from-sheet", sheet, "-o", made, "--lang", "en")
    assert "The answers of expert 2 on" in told
    assert "--inconsistent drop" in told
    assert not Path(made).exists()
    printed("from-sheet", sheet, "-o", made, "--inconsistent", "drop")
    assert "guide: 53.33" in Path(made).read_text(encoding="utf-8")
    printed("from-sheet", sheet, "-o", made, "--inconsistent", "keep", "--force")
    assert "guide: 53.33" not in Path(made).read_text(encoding="utf-8")


def test_files_are_not_overwritten_unasked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "asked.xlsx"
    printed("sheet", "-o", str(path))
    assert "add --force" in refused(capsys, "sheet", "-o", str(path))
    assert "end the name in .xlsx" in refused(capsys, "sheet", "-o", str(tmp_path / "asked.csv"))
