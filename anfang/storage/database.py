"""A SQLite file opened so that a commit is durable and two processes can read while one writes."""

from __future__ import annotations

import sqlite3
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError, OperationalError

from anfang.errors import DiskFull, VerificationFailed

_BUSY_MS = 10_000
# A file size limit is reported as a failed write, a full disk or quota as 'full'.
_NO_ROOM = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_WRITE}
_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


def connect(file: Path) -> Engine:
    """An engine on `file`: WAL, synchronous=FULL, foreign keys, a busy timeout of ten seconds."""
    engine = create_engine(f"sqlite:///{file}")
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


@contextmanager
def transaction(engine: Engine, *, write: bool = False) -> Generator[Connection]:
    """All or nothing. Raises DiskFull when there is no room, VerificationFailed when the file is damaged."""
    try:
        with engine.execution_options(write=write).begin() as connection:
            yield connection
    except DatabaseError as failure:
        raise _named(failure, engine.url.database or "") from failure


def _named(failure: DatabaseError, file: str) -> Exception:
    code = getattr(failure.orig, "sqlite_errorcode", 0)
    if isinstance(failure, OperationalError) and code in _NO_ROOM:
        return DiskFull(f"{file}: {failure.orig}; make room and run the same command again")
    if code & 0xFF in _DAMAGED:
        return VerificationFailed(f"{file}: {failure.orig}")
    return failure


def _prepare(connection: sqlite3.Connection, _record: Any) -> None:
    # SQLAlchemy begins every transaction itself: the driver's own rule leaves CREATE outside of it.
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", f"busy_timeout={_BUSY_MS}"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    # A writer waits for its turn at once: a read that turns into a write is refused without waiting.
    connection.exec_driver_sql(
        "BEGIN IMMEDIATE" if connection.get_execution_options().get("write") else "BEGIN"
    )
