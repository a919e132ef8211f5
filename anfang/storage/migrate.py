"""Stores of earlier schemas, brought up to date when they are opened. What was recorded stays as it is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from sqlalchemy import Connection, insert, select, text

from anfang.storage import tables

STEPS: Mapping[int, tuple[str, ...]] = {
    2: ("ALTER TABLE steps ADD COLUMN searches TEXT NOT NULL DEFAULT '[]'",),
}
"""Schema -> the statements that make it of the one before."""
MARK = "migrated:"


def schema(connection: Connection) -> int:
    """The schema that a store has: that of its making, or of the last migration."""
    known = connection.execute(select(tables.meta.c.key, tables.meta.c.value)).all()
    made = int(next(value for key, value in known if key == "schema"))
    return max([made, *(int(key.removeprefix(MARK)) for key, _ in known if key.startswith(MARK))])


def migrate(connection: Connection) -> None:
    """Take every step from the store's schema to the current one, each noted with its moment."""
    for number in range(schema(connection) + 1, tables.SCHEMA + 1):
        for statement in STEPS[number]:
            connection.execute(text(statement))
        row = {"key": f"{MARK}{number}", "value": datetime.now(UTC).isoformat()}
        connection.execute(insert(tables.meta), row)
