from __future__ import annotations

from pathlib import Path

from typer.testing import CliRunner, Result

from anfang.cli import keeping
from anfang.cli.app import app
from anfang.errors import BadInput
from tests.test_verify import folder

assert keeping.backup
assert folder, "the fixture"


def call(folder: Path, *words: object) -> Result:
    return CliRunner().invoke(app, ["round", *map(str, words), "--results", str(folder.parent)])


def test_a_round_is_saved_removed_and_brought_back(folder: Path, tmp_path: Path) -> None:
    assert "(4 files)" in call(folder, "backup", "spring", "-o", tmp_path / "a.round.zip").output
    asked = call(folder, "delete", "spring").exception
    assert isinstance(asked, BadInput)
    assert "open and holds 1 attempts" in str(asked)
    removed = call(folder, "delete", "spring", "--yes")
    assert "undo: anfang round restore" in removed.output.replace("\n", " ")
    assert not folder.exists()
    assert "is what was saved" in call(folder, "restore", folder.parent / "spring.round.zip").output.replace("\n", " ")
    assert folder.exists()
    assert call(folder, "restore", tmp_path / "a.round.zip", "--as", "again").exit_code == 0
