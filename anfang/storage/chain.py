"""The hash chain of a round: every fact that was recorded is linked to all that were recorded before it.

A link's digest is that of the rows that it stands for; its head is sha256 over the head before, the kind and the digest.
Whoever holds a head (it is printed in report and workbook) can prove that nothing before it was changed or left out.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Connection, Table, insert, select

from anfang.storage import tables
from anfang.storage.canonical import digest

Kind = Literal["state", "deviation", "attempt", "purge", "send"]
START = "0" * 64
"""The head before the first link."""

_TABLES: Mapping[Kind, Table] = {
    "state": tables.states,
    "deviation": tables.deviations,
    "attempt": tables.attempts,
    "purge": tables.purges,
    "send": tables.sends,
}
_BELOW = (tables.observations, tables.steps)
"""What belongs to an attempt and is digested with it."""
_LATER: Mapping[str, frozenset[str]] = {}
"""Table -> columns added after schema 3: digests of older links do not know them."""


@dataclass(frozen=True, slots=True)
class Link:
    position: int
    kind: Kind
    row: int
    digest: str
    head: str


def add(connection: Connection, kind: Kind, row: int) -> str:
    """Link a row that was just recorded, in the transaction that recorded it; returns the new head."""
    found = digest_of(connection, kind, row)
    assert found is not None, "the row is recorded before it is linked"
    head = joined(last(connection), kind, found)
    link = {"kind": kind, "row": row, "digest": found, "head": head}
    connection.execute(insert(tables.chain), link)
    return head


def last(connection: Connection) -> str:
    query = select(tables.chain.c.head).order_by(tables.chain.c.position.desc()).limit(1)
    return connection.execute(query).scalar_one_or_none() or START


def joined(before: str, kind: str, digest: str) -> str:
    """The head after a link: sha256 (hex) of 'before kind digest'."""
    return hashlib.sha256(f"{before} {kind} {digest}".encode()).hexdigest()


def links(connection: Connection) -> tuple[Link, ...]:
    found = connection.execute(select(tables.chain).order_by(tables.chain.c.position)).mappings()
    return tuple(Link(**row) for row in found)


def digest_of(connection: Connection, kind: Kind, row: int) -> str | None:
    """sha256 of the rows that a link stands for; None where they are gone."""
    table = _TABLES[kind]
    found = connection.execute(select(table).where(table.c.id == row)).mappings().one_or_none()
    if found is None:
        return None
    told: dict[str, Any] = {kind: _known(table, dict(found))}
    for below in _BELOW if kind == "attempt" else ():
        order = below.c.id if "id" in below.c else below.c.position
        query = select(below).where(below.c.attempt == row).order_by(order)
        told[below.name] = [_known(below, dict(one)) for one in connection.execute(query).mappings()]
    return digest(told)


def unlinked(connection: Connection) -> Iterator[tuple[Kind, int]]:
    """Rows that no link stands for, kind by kind in the order recorded."""
    for kind, table in _TABLES.items():
        known = select(tables.chain.c.row).where(tables.chain.c.kind == kind)
        query = select(table.c.id).where(table.c.id.not_in(known)).order_by(table.c.id)
        for row in connection.execute(query).scalars():
            yield kind, row


def _known(table: Table, row: dict[str, Any]) -> dict[str, Any]:
    later = _LATER.get(table.name, frozenset())
    return {name: value for name, value in row.items() if name not in later}
