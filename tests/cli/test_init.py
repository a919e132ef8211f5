"""`anfang init` names the files that it made and ends with 2 where it must not write."""

from __future__ import annotations

from pathlib import Path

from typer.testing import CliRunner

from anfang.cli.app import app, run


def test_it_names_every_file(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["init", str(tmp_path), "--empty"])
    assert result.exit_code == 0
    for file in tmp_path.rglob("*.*"):
        assert file.name in result.output


def test_a_second_time_is_refused(tmp_path: Path) -> None:
    assert run(lambda: app(["init", str(tmp_path)], standalone_mode=False)) == 0
    assert run(lambda: app(["init", str(tmp_path)], standalone_mode=False)) == 2
