"""Stores of earlier schemas, brought up to date when they are opened. What was recorded stays as it is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from sqlalchemy import Connection, insert, select, text

from anfang.storage import chain, tables

STEPS: Mapping[int, tuple[str, ...]] = {
    2: ("ALTER TABLE steps ADD COLUMN searches TEXT NOT NULL DEFAULT '[]'",),
    3: (
        "ALTER TABLE attempts ADD COLUMN trail TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE attempts ADD COLUMN instrument TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE attempts ADD COLUMN source INTEGER NOT NULL DEFAULT 0",
        'CREATE TABLE chain (position INTEGER PRIMARY KEY, kind TEXT NOT NULL, "row" INTEGER NOT NULL, '
        'digest TEXT NOT NULL, head TEXT NOT NULL, UNIQUE (kind, "row"))',
        "CREATE TABLE purges (id INTEGER PRIMARY KEY, at TEXT NOT NULL, files TEXT NOT NULL)",
        "CREATE TABLE loads (id INTEGER PRIMARY KEY, at FLOAT NOT NULL, host TEXT NOT NULL, city TEXT NOT NULL, "
        "channel TEXT NOT NULL, kind TEXT NOT NULL)",
        "CREATE INDEX ix_loads_host ON loads (host)",
        "CREATE TABLE sends (id INTEGER PRIMARY KEY, visit INTEGER NOT NULL REFERENCES visits (id), "
        "kind TEXT NOT NULL, stage TEXT NOT NULL, at TEXT NOT NULL, text TEXT NOT NULL, UNIQUE (visit, kind, stage))",
        *(guard for table in ("chain", "purges", "loads", "sends") for guard in tables.guards(table)),
    ),
}
"""Schema -> the statements that make it of the one before."""
MARK = "migrated:"


def schema(connection: Connection) -> int:
    """The schema that a store has: that of its making, or of the last migration."""
    known = connection.execute(select(tables.meta.c.key, tables.meta.c.value)).all()
    made = int(next(value for key, value in known if key == "schema"))
    return max([made, *(int(key.removeprefix(MARK)) for key, _ in known if key.startswith(MARK))])


def migrate(connection: Connection) -> None:
    """Take every step from the store's schema to the current one, each noted with its moment.

    What an older version recorded is linked into the hash chain as it stands at this moment.
    """
    for number in range(schema(connection) + 1, tables.SCHEMA + 1):
        for statement in STEPS[number]:
            connection.execute(text(statement))
        row = {"key": f"{MARK}{number}", "value": datetime.now(UTC).isoformat()}
        connection.execute(insert(tables.meta), row)
    for kind, recorded in tuple(chain.unlinked(connection)):
        chain.add(connection, kind, recorded)
