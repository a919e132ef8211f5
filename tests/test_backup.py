from __future__ import annotations

import sqlite3
import zipfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from anfang.backup import SUMS, backup, delete, restore
from anfang.errors import BadInput, RoundLocked, VerificationFailed
from anfang.rounds.lock import locked
from anfang.store import FILE, Store
from anfang.verify import verify
from tests.test_verify import folder

assert folder, "the fixture"


def test_a_round_comes_back_as_it_was(folder: Path, tmp_path: Path) -> None:
    before = verify(folder)
    assert backup(folder, tmp_path / "spring.round.zip") == 4
    again = restore(tmp_path / "spring.round.zip", tmp_path / "elsewhere", "autumn")
    assert verify(again) == before
    with Store.open(again) as store, Store.open(folder) as original:
        assert store.current_observations() == original.current_observations()
    with pytest.raises(BadInput, match="already there"):
        restore(tmp_path / "spring.round.zip", tmp_path / "elsewhere", "autumn")


def test_a_deleted_round_can_be_brought_back(folder: Path, tmp_path: Path) -> None:
    before = verify(folder)
    delete(folder, saved=tmp_path / "saved.zip")
    assert not folder.exists()
    assert verify(restore(tmp_path / "saved.zip", tmp_path, "spring")) == before


def test_a_round_that_somebody_runs_is_neither_saved_nor_deleted(folder: Path, tmp_path: Path) -> None:
    with locked(folder):
        for work in (lambda: backup(folder, tmp_path / "x.zip"), lambda: delete(folder, saved=None)):
            with pytest.raises(RoundLocked):
                work()
    assert folder.exists()
    assert not (tmp_path / "x.zip").exists()


def rewritten(archive: Path, change: Callable[[dict[str, bytes]], None], target: Path) -> Path:
    with zipfile.ZipFile(archive) as packed:
        files = {name: packed.read(name) for name in packed.namelist()}
    change(files)
    with zipfile.ZipFile(target, "w") as packed:
        for name, data in files.items():
            packed.writestr(name, data)
    return target


def newer(files: dict[str, bytes], folder: Path) -> None:
    file = folder / "newer.sqlite"
    file.write_bytes(files[FILE])
    with sqlite3.connect(file) as raw:
        raw.execute("INSERT INTO meta VALUES ('migrated:99', 'x')")


    files[FILE] = file.read_bytes()
    lines = [line for line in files[SUMS].decode().splitlines() if not line.endswith(FILE)]
    files[SUMS] = "\n".join([*lines, f"{sha256(files[FILE]).hexdigest()}  {FILE}"]).encode()


@pytest.mark.parametrize(
    ("change", "failure", "told"),
    [
        (lambda files, _: files.update({"../evil": b"x"}), BadInput, "which no backup does"),
        (lambda files, _: files.update({"/etc/passwd": b"x"}), BadInput, "which no backup does"),
        (lambda files, _: files.update({"evidence/ab/" + "a" * 64 + ".txt": b"x"}), VerificationFailed, "not listed"),
        (lambda files, _: files.pop(next(name for name in files if name.startswith("evidence/"))), VerificationFailed, "missing"),
        (lambda files, _: files.update({FILE: files[FILE] + b"x"}), VerificationFailed, "its sha256 differs"),
        (lambda files, _: files.pop(SUMS), BadInput, "not a backup"),
        (newer, BadInput, "written by a newer Anfang"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_backup_leaves_nothing(
    folder: Path, tmp_path: Path, change: Callable[[dict[str, bytes], Path], None], failure: type[Exception], told: str
) -> None:
    backup(folder, tmp_path / "good.zip")
    bad = rewritten(tmp_path / "good.zip", lambda files: change(files, tmp_path), tmp_path / "bad.zip")
    with pytest.raises(failure, match=told):
        restore(bad, tmp_path / "elsewhere", "spring")
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_link_in_a_backup_is_refused(folder: Path, tmp_path: Path) -> None:
    backup(folder, tmp_path / "good.zip")
    with zipfile.ZipFile(tmp_path / "good.zip", "a") as packed:
        link = zipfile.ZipInfo("authorisation.yaml")
        link.external_attr = 0o120777 << 16
        packed.writestr(link, "/etc/passwd")
    with pytest.raises(BadInput, match="which no backup does"):
        restore(tmp_path / "good.zip", tmp_path / "elsewhere", "spring")


def test_what_is_no_zip_is_told(tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_bytes(b"not a zip")
    with pytest.raises(BadInput, match="not a backup of a round"):
        restore(tmp_path / "x.zip", tmp_path / "elsewhere", "spring")
