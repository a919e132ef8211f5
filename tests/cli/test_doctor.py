"""`anfang doctor` ends with 2 where a needed thing fails, and says so in JSON as well."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from anfang.cli.app import app, out


def test_a_missing_browser_ends_with_2(tmp_path: Path) -> None:
    options = ["--json", "--results", str(tmp_path), "--browser", str(tmp_path / "none")]
    result = CliRunner().invoke(app, ["doctor", *options])
    assert result.exit_code == 2
    checks = {check["name"]: check for check in json.loads(result.output)}
    assert checks["browser"]["verdict"] == "fail"
    assert "playwright install" in checks["browser"]["mend"]
    assert checks["store"]["verdict"] == "ok"


def test_the_table_names_the_mend(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(out, "_width", 200)
    result = CliRunner().invoke(
        app,
        ["doctor", "--results", str(tmp_path), "--browser", str(tmp_path / "none")],
    )
    assert "fail" in result.output
    assert "playwright install" in result.output
