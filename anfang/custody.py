"""Which files prove what: every evidence file that a round's records name, and those that were purged on purpose."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, select

from anfang.storage import chain, tables
from anfang.storage.canonical import dumps
from anfang.store import Store


@dataclass(frozen=True, slots=True)
class Named:
    """A hash (sha256, hex) with the record that names it."""

    sha: str
    city: str
    channel: str
    attempt: int
    what: str
    """In words: an observation's indicator and step, a diary entry's title, or 'trail'."""
    page: str = ""
    """Of a screenshot: the snapshot of the page that it shows."""


def named(store: Store, city: str | None = None) -> tuple[Named, ...]:
    """Every kept file that the records of all attempts name (those of one city, where given), attempt by attempt."""
    found = (*_trails(store), *_observed(store), *_told(store))
    return tuple(one for one in found if city in (None, one.city) and one.sha)


def purged(store: Store) -> frozenset[str]:
    """Hashes of the files that were purged after their retention."""
    with store.transaction() as connection:
        lists = connection.execute(select(tables.purges.c.files)).scalars()
        return frozenset(sha for files in lists for sha in json.loads(files))


def record_purge(store: Store, files: frozenset[str], *, at: datetime) -> None:
    """Record that files are purged; it comes before their removal, so that none is ever missing without a record."""
    with store.transaction(write=True) as connection:
        row = {"at": at.isoformat(), "files": dumps(sorted(files))}
        done = connection.execute(insert(tables.purges).values(**row).returning(tables.purges.c.id))
        chain.add(connection, "purge", done.scalar_one())


def _trails(store: Store) -> Iterator[Named]:
    for made in store.attempts():
        yield Named(made.trail, made.city, made.channel, made.number, "trail")


def _observed(store: Store) -> Iterator[Named]:
    columns = (tables.observations.c.indicator, tables.observations.c.step, tables.observations.c.evidence)
    query = select(*columns, tables.visits.c.city, tables.visits.c.channel, tables.attempts.c.number)
    joined = tables.observations.join(tables.attempts).join(
        tables.visits, tables.attempts.c.visit == tables.visits.c.id
    )
    query = query.select_from(joined)
    with store.transaction() as connection:
        rows = connection.execute(query.order_by(tables.observations.c.id)).mappings().all()
    for row in rows:
        what = " ".join(filter(None, (row["indicator"], row["step"])))
        for item in json.loads(row["evidence"]):
            place = (row["city"], row["channel"], row["number"], what)
            yield Named(item["snapshot"], *place)
            yield Named(item["screenshot"], *place, page=item["snapshot"])


def _told(store: Store) -> Iterator[Named]:
    query = select(tables.steps, tables.visits.c.city, tables.visits.c.channel, tables.attempts.c.number)
    query = query.select_from(tables.steps.join(tables.attempts).join(tables.visits))
    order = (tables.steps.c.attempt, tables.steps.c.position)
    with store.transaction() as connection:
        rows = connection.execute(query.order_by(*order)).mappings().all()
    for row in rows:
        place = (row["city"], row["channel"], row["number"], row["title"])
        yield Named(row["screenshot"], *place, page=row["snapshot"])
        yield from (Named(sha, *place) for sha in (row["snapshot"], *json.loads(row["searches"])))
