"""The pace of live field work: one page load of a host at a time, apart, no more than the day's number; kept in the store,
so that neither a restart nor a kill makes it faster."""

from __future__ import annotations

import asyncio
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Literal
from urllib.parse import urlsplit

from sqlalchemy import func, insert, select

from anfang.authorisation import Authorisation
from anfang.shopper.robots import Robots
from anfang.storage import tables
from anfang.store import Store

Kind = Literal["page", "check"]
LONGEST_HOLD = 120.0
"""Seconds of Retry-After that a visit waits for; a longer pause ends its page loads."""


@dataclass(slots=True)
class Pace:
    """The limits of one visit (shopper/limits.py). `now` is the wall clock in seconds since 1970."""

    store: Store
    city: str
    channel: str
    granted: Authorisation
    robots: Robots | None = None
    now: Callable[[], float] = time.time
    held: dict[str, float] = field(default_factory=dict[str, float])
    turns: defaultdict[str, asyncio.Lock] = field(default_factory=lambda: defaultdict(asyncio.Lock))
    """Shared by the visits of a run: one request of a host at a time."""

    @property
    def agent(self) -> str:
        return self.granted.contact

    async def admit(self, url: str) -> str:
        return await self._admit(url, "page", self.granted.page_loads_a_day)

    async def admit_check(self, url: str) -> str:
        return await self._admit(url, "check", self.granted.availability_a_day)

    def hold(self, url: str, seconds: float) -> None:
        self.held[_host(url)] = self.now() + seconds

    async def _admit(self, url: str, kind: Kind, most: int) -> str:
        host = _host(url)
        async with self.turns[host]:
            if self.robots and not await self.robots.allows(url):
                return "robots"
            if self._today(kind) >= most:
                return f"quota: {most} a day"
            wait = self.wait(host)
            if wait > LONGEST_HOLD:
                return f"Retry-After: {wait:.0f} s"
            await asyncio.sleep(wait)
            self._record(host, kind)
        return ""

    def wait(self, host: str) -> float:
        """Seconds until the host may be asked again. A clock that was set back never makes it more than one pace."""
        query = select(func.max(tables.loads.c.at)).where(tables.loads.c.host == host)
        with self.store.transaction() as connection:
            last = connection.execute(query).scalar_one()
        now = self.now()
        pause = 0.0 if last is None else min(self.granted.pace_s, max(0.0, self.granted.pace_s - (now - last)))
        return max(pause, self.held.get(host, 0.0) - now)

    def _today(self, kind: Kind) -> int:
        midnight = datetime.fromtimestamp(self.now(), UTC).replace(hour=0, minute=0, second=0, microsecond=0).timestamp()
        mine = (tables.loads.c.city == self.city, tables.loads.c.channel == self.channel, tables.loads.c.kind == kind)
        query = select(func.count()).select_from(tables.loads).where(*mine, tables.loads.c.at >= midnight)
        with self.store.transaction() as connection:
            return connection.execute(query).scalar_one()

    def _record(self, host: str, kind: Kind) -> None:
        row = {"at": self.now(), "host": host, "city": self.city, "channel": self.channel, "kind": kind}
        with self.store.transaction(write=True) as connection:
            connection.execute(insert(tables.loads), row)


def _host(url: str) -> str:
    return urlsplit(url).netloc.lower()
