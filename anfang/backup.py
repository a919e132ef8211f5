"""A round as one file, to be kept elsewhere and brought back whole; and the removal of a round."""

from __future__ import annotations

import hashlib
import re
import shutil
import sqlite3
import tempfile
import zipfile
from pathlib import Path

from anfang.errors import BadInput, VerificationFailed
from anfang.evidence import EVIDENCE
from anfang.rounds.lock import locked
from anfang.store import FILE, Store
from anfang.verify import verify

SUMS = "SHA256SUMS"
_NAME = re.compile(r"store\.sqlite|authorisation\.yaml|timestamp\.(?:tsr|txt)|evidence/[0-9a-f]{2}/[0-9a-f]{64}\.[a-z0-9.]{1,30}")
"""All that a backup may hold: no path that leaves the folder of the round can be written so."""
MOST_BYTES = 200_000_000_000


def backup(folder: Path, target: Path) -> int:
    """Write the round in `folder` as one zip, while nobody runs it; returns the number of files.

    Exports are not in it: they can be made again. Raises BadInput (no such round, the file is there), RoundLocked.
    """
    if target.exists():
        raise BadInput("the file is there already", where=str(target), mend="name another one")
    with Store.open(folder), locked(folder), tempfile.TemporaryDirectory(dir=folder) as passing:
        copy = Path(passing) / FILE
        _copy_store(folder / FILE, copy)
        files = {FILE: copy} | {name: folder / name for name in _others(folder)}
        target.parent.mkdir(parents=True, exist_ok=True)
        partial = target.with_name(f".{target.name}.partial")
        try:
            _write(partial, files)
            partial.replace(target)
        finally:
            partial.unlink(missing_ok=True)
    return len(files)


def restore(archive: Path, root: Path, name: str) -> Path:
    """Bring a backup back as the round `name`; it appears whole and verified, or not at all.

    Raises BadInput (no backup, the name is taken, newer schema), VerificationFailed (not what was saved).
    """
    folder = root / name
    if folder.exists():
        raise BadInput(f"the round {name} is already there", where=str(root), mend="choose another name with --as")
    root.mkdir(parents=True, exist_ok=True)
    partial = Path(tempfile.mkdtemp(prefix=f".{name}.", dir=root))
    try:
        _unpack(archive, partial)
        found = verify(partial)
        if not found.sound:
            raise VerificationFailed(f"{archive.name}: {found.faults[0]}")
        partial.rename(folder)
    finally:
        shutil.rmtree(partial, ignore_errors=True)
    return folder


def delete(folder: Path, *, saved: Path | None) -> None:
    """Remove a round; `saved` is where a backup of it is written first (None: nowhere). Raises as backup does."""
    if saved is not None:
        backup(folder, saved)
    with Store.open(folder), locked(folder):
        gone = folder.with_name(f".{folder.name}.deleted")
        folder.rename(gone)
    shutil.rmtree(gone)


def _copy_store(store: Path, copy: Path) -> None:
    """A consistent copy, what is still in the write-ahead log included."""
    source, target = sqlite3.connect(store), sqlite3.connect(copy)
    try:
        source.backup(target)
        target.execute("PRAGMA journal_mode=DELETE")
    finally:
        source.close()
        target.close()


def _others(folder: Path) -> list[str]:
    single = [name for name in ("authorisation.yaml", "timestamp.tsr", "timestamp.txt") if (folder / name).is_file()]
    kept = [file.relative_to(folder).as_posix() for file in sorted((folder / EVIDENCE).glob("??/*")) if file.is_file()]
    return [*single, *(name for name in kept if _NAME.fullmatch(name) and not name.endswith(".partial"))]


def _write(target: Path, files: dict[str, Path]) -> None:
    sums = list[str]()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as packed:
        for name, file in files.items():
            data = file.read_bytes()
            sums.append(f"{hashlib.sha256(data).hexdigest()}  {name}\n")
            packed.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data)
        packed.writestr(zipfile.ZipInfo(SUMS, (1980, 1, 1, 0, 0, 0)), "".join(sums))


def _unpack(archive: Path, folder: Path) -> None:
    try:
        with zipfile.ZipFile(archive) as packed:
            _check_names(packed, archive)
            sums = _sums(packed.read(SUMS).decode())
            for name, sha in sums.items():
                data = packed.read(name)
                if hashlib.sha256(data).hexdigest() != sha:
                    raise VerificationFailed(f"{archive.name}: {name} is not what was saved (its sha256 differs)")
                file = folder / name
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(data)
    except (zipfile.BadZipFile, FileNotFoundError, KeyError, UnicodeDecodeError) as bad:
        raise BadInput(f"not a backup of a round: {bad}", where=str(archive), mend="name a file of `anfang round backup`") from bad


def _check_names(packed: zipfile.ZipFile, archive: Path) -> None:
    """Only the names that a backup has, each once, plain files, and those that the sums list."""
    names = [entry.filename for entry in packed.infolist()]
    strange = [name for name in names if name != SUMS and not _NAME.fullmatch(name)]
    links = [entry.filename for entry in packed.infolist() if (entry.external_attr >> 16) & 0o170000 == 0o120000]
    if strange or links or len(set(names)) < len(names):
        told = (strange or links or names)[0]
        raise BadInput(f"holds {told!r}, which no backup does", where=str(archive), mend="do not use this file")
    if sum(entry.file_size for entry in packed.infolist()) > MOST_BYTES:
        raise BadInput("is larger than any round", where=str(archive), mend="do not use this file")
    listed = set(_sums(packed.read(SUMS).decode()))
    if odd := sorted(listed.symmetric_difference(set(names) - {SUMS})):
        raise VerificationFailed(f"{archive.name}: {odd[0]} is missing or not listed in {SUMS}")


def _sums(text: str) -> dict[str, str]:
    pairs = [line.split("  ", 1) for line in text.splitlines()]
    return {name: sha for sha, name in pairs}
