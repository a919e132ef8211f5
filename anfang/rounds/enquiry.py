"""An enquiry is sent at most once, whatever happens: the intent is durable before the send, and is never sent again."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Literal

from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError

from anfang.storage import chain, tables
from anfang.storage.canonical import clean
from anfang.store import Store, visit_id

Stage = Literal["none", "unknown", "sent"]
"""unknown: intended, but no receipt was recorded. Whether the portal has it only a person can find out."""


def stage(store: Store, city: str, channel: str, kind: str) -> Stage:
    """Where the enquiry of a visit stands."""
    with store.transaction() as connection:
        query = select(tables.sends.c.stage).where(tables.sends.c.visit == visit_id(connection, city, channel))
        known = set(connection.execute(query.where(tables.sends.c.kind == kind)).scalars())
    return "sent" if "receipt" in known else "unknown" if "intent" in known else "none"


async def send_once(
    store: Store, city: str, channel: str, *, kind: str, text: str, at: datetime, send: Callable[[], Awaitable[str]]
) -> Stage:
    """Send an enquiry unless it was ever begun; returns where it stands. `send` returns the portal's receipt.

    What `send` raises is raised, and leaves the enquiry unknown.
    """
    if (before := stage(store, city, channel, kind)) != "none":
        return before
    try:
        _record(store, city, channel, kind, "intent", text, at)
    except IntegrityError:
        # Another process was quicker by a moment: its enquiry is the one.
        return stage(store, city, channel, kind)
    receipt = await send()
    _record(store, city, channel, kind, "receipt", receipt, at)
    return "sent"


def _record(store: Store, city: str, channel: str, kind: str, stage: str, text: str, at: datetime) -> None:
    with store.transaction(write=True) as connection:
        row = {"kind": kind, "stage": stage, "text": clean(text), "at": at.isoformat()}
        row |= {"visit": visit_id(connection, city, channel)}
        done = connection.execute(insert(tables.sends).values(**row).returning(tables.sends.c.id))
        chain.add(connection, "send", done.scalar_one())
