"""The limits of a visit, known to everything that asks a portal for something on the visit's behalf."""

from __future__ import annotations

from contextvars import ContextVar
from typing import Protocol


class Limits(Protocol):
    """What live field work keeps to; the lab has none."""

    @property
    def agent(self) -> str:
        """The contact in the user agent."""
        ...

    async def admit(self, url: str) -> str:
        """Wait until the page may be loaded; '' then, else the reason for which it may not (quota, robots)."""
        ...

    async def admit_check(self, url: str) -> str:
        """The same of a request that only asks whether a link answers."""
        ...

    def hold(self, url: str, seconds: float) -> None:
        """The host asked for a pause (Retry-After)."""
        ...


CURRENT: ContextVar[Limits | None] = ContextVar("CURRENT", default=None)
"""Of the visit that this task makes."""
