"""`anfang survey` beside a small round."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from anfang.cli.app import app, run
from tests.cli.test_score import measure


@pytest.fixture
def root(tmp_path: Path) -> Path:
    measure(tmp_path, "spring", {})
    (tmp_path / "asked.csv").write_text("city,kind,group,good,percent,of\njia,satisfaction,企业,,93.09,186\n", encoding="utf-8")
    return tmp_path


def printed(root: Path, *words: str) -> str:
    result = CliRunner().invoke(app, [*words, "--results", str(root)], env={"COLUMNS": "200"})
    assert result.exit_code == 0, result.output
    return result.output


def test_import_show_and_score(root: Path) -> None:
    before = printed(root, "score", "spring")
    assert "spring: 1 results of 1 cities" in printed(root, "survey", "import", "spring", str(root / "asked.csv"))
    assert "nothing changed" in printed(root, "survey", "import", "spring", str(root / "asked.csv"))
    assert "88.5%–95.9%" in printed(root, "survey", "show", "spring")
    text = printed(root, "score", "spring")
    assert "公众评价" in text
    assert "93.09" in text
    assert "65.48" in before
    assert "65.48" in text


def test_another_survey_is_refused(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    printed(root, "survey", "import", "spring", str(root / "asked.csv"))
    (root / "other.csv").write_text("city,kind,good,of\njia,satisfaction,10,100\n", encoding="utf-8")
    assert run(lambda: app(["survey", "import", "spring", str(root / "other.csv"), "--results", str(root)], standalone_mode=False)) == 2
    assert "has a survey already" in capsys.readouterr().err


def test_an_empty_sheet(tmp_path: Path) -> None:
    path = tmp_path / "sheet.csv"
    result = CliRunner().invoke(app, ["survey", "sheet", "-o", str(path)])
    assert result.exit_code == 0, result.output
    lines = path.read_text("utf-8-sig").splitlines()
    assert lines[0].replace('"', "") == "city,kind,group,good,percent,of,source,date"
    assert len(lines) == 1 + 2 * 36
    assert CliRunner().invoke(app, ["survey", "sheet", "-o", str(path)]).exit_code != 0
