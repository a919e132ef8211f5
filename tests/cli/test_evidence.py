from __future__ import annotations

from pathlib import Path

from typer.testing import CliRunner, Result

from anfang.cli import evidence as command
from anfang.cli.app import app
from anfang.errors import BadInput, VerificationFailed
from anfang.store import Store
from tests.test_verify import MORNING, evidence_file, folder

assert command.evidence_app
assert folder, "the fixture"


def call(round_: Path, *words: str) -> Result:
    return CliRunner().invoke(app, ["evidence", *words, "--results", str(round_.parent)])


def test_a_city_is_handed_out_once_and_again_by_force(folder: Path) -> None:
    told = call(folder, "export", "spring", "linhai")
    assert told.exit_code == 0, told.output
    assert (folder / "exports" / "spring.linhai.evidence.zip").is_file()
    again = call(folder, "export", "spring", "linhai").exception
    assert isinstance(again, BadInput)
    assert call(folder, "export", "spring", "linhai", "--force").exit_code == 0


def test_missing_files_are_told_though_the_rest_is_handed_out(folder: Path) -> None:
    for content in (b"home", b"guide", b"trail"):
        evidence_file(folder, content).unlink()
    told = call(folder, "export", "spring", "qinghe")
    assert isinstance(told.exception, VerificationFailed)
    assert "3 files are missing" in str(told.exception)


def test_a_purge_asks_for_yes(folder: Path) -> None:
    with Store.open(folder) as store:
        store.move("closed", at=MORNING, instrument="i1")
    late = ("purge", "spring", "--now", "2027-04-01")
    assert "3 files (0.0 MB) would be purged" in call(folder, *late).output
    assert "3 files (0.0 MB) purged" in call(folder, *late, "--yes").output
    assert "0 files" in call(folder, *late, "--yes").output
