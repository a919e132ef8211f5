"""One runner per round: an advisory lock that the system releases when its holder dies, however it dies."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from anfang.errors import RoundLocked


@contextmanager
def locked(folder: Path) -> Generator[None]:
    """Hold the round in `folder`. Raises RoundLocked at once when another process holds it."""
    handle = os.open(folder / "lock", os.O_RDWR | os.O_CREAT, 0o644)
    try:
        _take(handle, folder)
        yield
    finally:
        os.close(handle)


def _take(handle: int, folder: Path) -> None:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as taken:
        holder = os.pread(handle, 20, 0).decode(errors="replace").strip()
        raise RoundLocked(
            f"{folder.name}: another runner (process {holder or 'unknown'}) has the round"
        ) from taken
    os.ftruncate(handle, 0)
    os.pwrite(handle, str(os.getpid()).encode(), 0)
