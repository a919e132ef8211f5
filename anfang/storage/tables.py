"""The tables of a round's store. Rows are only ever added: triggers refuse UPDATE and DELETE."""

from __future__ import annotations

from sqlalchemy import (
    DDL,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    event,
)

SCHEMA = 3
"""Raised by every release that changes a table; a store with a higher number is refused."""

metadata = MetaData()

meta = Table(
    "meta",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

states = Table(
    "states",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("state", Text, nullable=False, unique=True),
    Column("at", Text, nullable=False),
    Column("plan_hash", Text, nullable=False),
    Column("instrument", Text, nullable=False),
)

deviations = Table(
    "deviations",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("text", Text, nullable=False),
)

cities = Table(
    "cities",
    metadata,
    Column("id", Text, primary_key=True),
    Column("position", Integer, nullable=False, unique=True),
    Column("json", Text, nullable=False),
)

visits = Table(
    "visits",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("city", Text, ForeignKey("cities.id"), nullable=False),
    Column("channel", Text, nullable=False),
    Column("scenario", Text, nullable=False),
    UniqueConstraint("city", "channel", "scenario"),
)

attempts = Table(
    "attempts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("visit", Integer, ForeignKey("visits.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("started", Text, nullable=False),
    Column("ended", Text, nullable=False),
    Column("outcome", Text, nullable=False),
    Column("failure", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("complete", Boolean, nullable=False),
    Column("signature", Text, nullable=False),
    Column("browser", Text, nullable=False),
    Column("page_loads", Integer, nullable=False),
    Column("wall_s", Float, nullable=False),
    Column("cpu_s", Float),
    Column("peak_mb", Float),
    Column("refused", Text, nullable=False),
    Column("trail", Text, nullable=False, server_default=""),
    Column("instrument", Text, nullable=False, server_default=""),
    Column("source", Integer, nullable=False, server_default="0"),
    UniqueConstraint("visit", "number"),
)

steps = Table(
    "steps",
    metadata,
    Column("attempt", Integer, ForeignKey("attempts.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("title", Text, nullable=False),
    Column("ok", Boolean, nullable=False),
    Column("reason", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("clicks", Integer, nullable=False),
    Column("screenshot", Text, nullable=False),
    Column("snapshot", Text, nullable=False),
    Column("seconds", Float, nullable=False),
    Column("searches", Text, nullable=False, server_default="[]"),
)

observations = Table(
    "observations",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("visit", Integer, ForeignKey("visits.id"), nullable=False),
    Column("attempt", Integer, ForeignKey("attempts.id"), nullable=False, index=True),
    Column("indicator", Text, nullable=False),
    # SQLite lets NULLs double under UNIQUE: a row of the whole portal has the step ''.
    Column("step", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("value", Text, nullable=False),
    Column("score", Float),
    Column("evidence", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("observer", Text, nullable=False),
    Column("observed_at", Text),
    Column("recorded_at", Text, nullable=False),
    UniqueConstraint("visit", "indicator", "step", "attempt"),
)

runs = Table(
    "runs",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("started", Text, nullable=False),
    Column("workers", Integer, nullable=False),
    Column("visits", Integer, nullable=False),
    Column("wall_s", Float, nullable=False),
    Column("cpu_s", Float),
    Column("peak_mb", Float),
)

chain = Table(
    "chain",
    metadata,
    Column("position", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("row", Integer, nullable=False),
    Column("digest", Text, nullable=False),
    Column("head", Text, nullable=False),
    UniqueConstraint("kind", "row"),
)

purges = Table(
    "purges",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("files", Text, nullable=False),
)

loads = Table(
    "loads",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", Float, nullable=False),
    Column("host", Text, nullable=False, index=True),
    Column("city", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("kind", Text, nullable=False),
)

sends = Table(
    "sends",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("visit", Integer, ForeignKey("visits.id"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("stage", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("text", Text, nullable=False),
    UniqueConstraint("visit", "kind", "stage"),
)


def guards(table: str) -> tuple[str, ...]:
    """The triggers that keep a table append-only."""
    return tuple(
        f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
        "BEGIN SELECT RAISE(ABORT, 'the store of a round is append-only'); END"
        for verb in ("UPDATE", "DELETE")
    )


for _table in metadata.sorted_tables:
    for _guard in guards(_table.name):
        event.listen(_table, "after_create", DDL(_guard))
