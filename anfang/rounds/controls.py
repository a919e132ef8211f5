"""Control hosts: while they answer, a dead home page is not the fault of our way to the net."""

from __future__ import annotations

from dataclasses import dataclass

import httpx

DEADLINE = 5.0
"""Seconds in which a control host must answer."""


@dataclass(frozen=True, slots=True)
class Controls:
    """Addresses of hosts that nobody measures, named by the authorisation. The lab has none: its canary is the control."""

    urls: tuple[str, ...] = ()

    async def fine(self) -> bool:
        """Does any of them answer, with whatever status? True where there are none."""
        if not self.urls:
            return True
        async with httpx.AsyncClient(timeout=DEADLINE, follow_redirects=False) as http:
            for url in self.urls:
                if await _answers(http, url):
                    return True
        return False


async def _answers(http: httpx.AsyncClient, url: str) -> bool:
    try:
        await http.head(url)
    except httpx.HTTPError:
        return False
    return True
