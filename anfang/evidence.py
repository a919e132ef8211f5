"""What proves an observation: files named by their sha256, written so that a crash leaves a whole file or none."""

from __future__ import annotations

import errno
import hashlib
import os
import re
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path

from anfang.errors import DiskFull, VerificationFailed

EVIDENCE = "evidence"
"""The folder of a round's evidence, beside its store."""

_SHA = re.compile(r"[0-9a-f]{64}")
_SUFFIX = re.compile(r"[a-z0-9]+(\.[a-z0-9]+)*")
_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_PARTIAL = ".partial"


@contextmanager
def room(folder: Path) -> Generator[None]:
    """Turn the operating system's 'no room' (disk, quota or file size limit) into DiskFull."""
    try:
        yield
    except OSError as full:
        if full.errno in _NO_ROOM:
            raise DiskFull(f"{folder}: {full.strerror}; make room and run the same command again") from full
        raise


class EvidenceStore:
    """The evidence folder of a round: `ab/<sha256>.<suffix>`, each file written once and never changed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, data: bytes, suffix: str) -> str:
        """Keep `data` and return its sha256 (hex). Durable on return.

        Raises DiskFull when there is no room, ValueError for a suffix that is not like 'jpg' or 'json.gz'.
        """
        if not _SUFFIX.fullmatch(suffix):
            raise ValueError(f"not a suffix: {suffix!r}")
        sha = hashlib.sha256(data).hexdigest()
        target = self.folder / sha[:2] / f"{sha}.{suffix}"
        with room(self.folder):
            if not self._holds(target, len(data)):
                self._write(target, data)
        return sha

    def path(self, sha: str) -> Path:
        """The file of a hash. Raises KeyError when there is none."""
        if _SHA.fullmatch(sha):
            for found in sorted((self.folder / sha[:2]).glob(f"{sha}.*")):
                if not found.name.endswith(_PARTIAL):
                    return found
        raise KeyError(sha)

    def read(self, sha: str) -> bytes:
        """The bytes of a hash. Raises KeyError when missing, VerificationFailed when they do not match it."""
        found = self.path(sha)
        data = found.read_bytes()
        if hashlib.sha256(data).hexdigest() != sha:
            raise VerificationFailed(f"{found}: the file is not what was stored (its sha256 differs)")
        return data

    def __contains__(self, sha: str) -> bool:
        try:
            self.path(sha)
        except KeyError:
            return False
        return True

    def __iter__(self) -> Iterator[str]:
        """The hashes of all files, sorted."""
        found = {file.name.split(".", 1)[0] for file in self.folder.glob("??/*") if file.suffix != _PARTIAL}
        return iter(sorted(found))

    def sweep(self) -> int:
        """Remove what a killed writer left half written; only the one runner of a round may call it."""
        leftovers = list(self.folder.glob(f"??/*{_PARTIAL}"))
        for leftover in leftovers:
            leftover.unlink(missing_ok=True)
        return len(leftovers)

    def _holds(self, target: Path, size: int) -> bool:
        # A file of the right name but the wrong length is damage from outside: write it anew.
        return target.is_file() and target.stat().st_size == size

    def _write(self, target: Path, data: bytes) -> None:
        _make_folder(target.parent)
        partial = target.with_name(f"{target.name}.{os.getpid()}{_PARTIAL}")
        try:
            with partial.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            partial.replace(target)
        finally:
            partial.unlink(missing_ok=True)
        _sync_folder(target.parent)


def _make_folder(folder: Path) -> None:
    if folder.is_dir():
        return
    folder.mkdir(parents=True, exist_ok=True)
    _sync_folder(folder.parent)


def _sync_folder(folder: Path) -> None:
    """Make a rename durable (POSIX: the directory entry has its own fsync; Windows has no such call)."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
