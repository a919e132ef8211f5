"""`anfang problems` over two small rounds."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from anfang.cli.app import app, run
from tests.cli.test_score import measure


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("results")
    measure(folder, "winter", {"yi": {"tech_load": 3}})
    measure(folder, "spring", {})
    return folder


def printed(root: Path, *words: str) -> str:
    result = CliRunner().invoke(app, [*words, "--results", str(root)], env={"COLUMNS": "220"})
    assert result.exit_code == 0, result.output
    return result.output


def test_hot_spots_and_the_key_list(root: Path) -> None:
    text = printed(root, "problems", "spring", "--earlier", "winter", "--lang", "en")
    assert "14 problems in 2 cities, 13 of them repeated." in text
    assert "there is no online application" in text


def test_the_list_of_one_city(root: Path) -> None:
    text = printed(root, "problems", "spring", "--city", "yi", "--earlier", "winter", "--lang", "en")
    assert "repeated, since winter" in text
    assert "first time" in text
    assert "+6.67" in text


def test_a_city_that_is_not_there(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(lambda: app(["problems", "spring", "--city", "yii", "--results", str(root)], standalone_mode=False)) == 2
    assert "did you mean 'yi'" in capsys.readouterr().err


@pytest.mark.parametrize(("table", "told"), [("problems", '"repeated","winter"'), ("hotspots", '"tech_load",""'), ("keylist", "apply_absent")])
def test_the_tables(root: Path, tmp_path: Path, table: str, told: str) -> None:
    path = tmp_path / f"{table}.csv"
    printed(root, "export", "spring", "--table", table, "--earlier", "winter", "-o", str(path))
    assert told in path.read_text("utf-8-sig")
