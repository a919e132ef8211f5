"""`anfang robustness`, `trend`, `whatif` over two small rounds."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from anfang.cli.app import app, run
from tests.cli.test_score import NONE, measure


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("results")
    measure(folder, "spring", {"yi": {"tech_load": 3}})
    measure(folder, "autumn", {"yi": {"tech_load": 3}, "jia": {"proc_trips": NONE}})
    measure(folder, "other", {"jia": {"proc_trips": NONE}}, instrument="two")
    measure(folder, "again", {"yi": {"tech_load": 3}}, instrument="two")
    return folder


def printed(root: Path, *words: str) -> str:
    result = CliRunner().invoke(app, [*words, "--results", str(root)], env={"COLUMNS": "200"})
    assert result.exit_code == 0, result.output
    return result.output


def test_robustness(root: Path) -> None:
    text = printed(root, "robustness", "spring", "--draws", "50", "--lang", "en")
    assert "2 cities fall into 2 bands; the first one: Yi." in text
    assert "Which choice of method moves the ranks most" in text
    assert "50 draws" in text


def test_trend(root: Path) -> None:
    """甲市 needs no trip in autumn: 7 points of one of two cities."""
    assert "spring → autumn: +3.50." in printed(root, "trend", "spring", "autumn", "--lang", "en")


def test_trend_over_a_bridged_break(root: Path) -> None:
    text = printed(root, "trend", "spring", "other", "--bridge", "spring=again", "--lang", "en")
    assert "By the bridge spring = again" in text


def test_a_break_without_a_bridge(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(lambda: app(["trend", "spring", "other", "--results", str(root)], standalone_mode=False)) == 2
    assert "--bridge spring=NEW" in capsys.readouterr().err


def test_whatif(root: Path) -> None:
    """甲市 65.48: without a trip + 7 and first."""
    text = printed(root, "whatif", "spring", "jia", "--lang", "en")
    assert "1 up: full points in Trips to the hall; score 72.48, rank 1." in text


def test_whatif_of_nobody(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(lambda: app(["whatif", "spring", "bing", "--results", str(root)], standalone_mode=False)) == 2
    assert "bing is not ranked" in capsys.readouterr().err
