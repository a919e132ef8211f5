"""Connections to portals: resolved by us, so that a public name cannot lead to a private address."""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from urllib.parse import urlsplit

from anfang.model import SIMULATED_SUFFIX

DEADLINE = 15.0
_PORTS = {"http": 80, "https": 443}


class NotPublic(Exception):
    """The name leads to this machine or to a private or reserved address."""


async def connect(address: str, *, lab: bool) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    """A connection to an address's host.

    In the lab *.portal.test is this machine and nothing but this machine is reached; elsewhere only public addresses are.
    Raises NotPublic, OSError (not resolved, not reached, not in time).
    """
    parts = urlsplit(address)
    host, port = parts.hostname or "", parts.port or _PORTS[parts.scheme]
    found = ["127.0.0.1"] if lab and host.endswith(SIMULATED_SUFFIX) else await _resolved(host, port)
    if wrong := [one for one in found if not _may(one, lab=lab)]:
        raise NotPublic(f"{host} leads to {wrong[0]}")
    return await asyncio.wait_for(asyncio.open_connection(found[0], port), DEADLINE)


async def _resolved(host: str, port: int) -> list[str]:
    known = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(one[4][0]) for one in known]


def _may(address: str, *, lab: bool) -> bool:
    known = ipaddress.ip_address(address.split("%", 1)[0])
    inner = getattr(known, "ipv4_mapped", None) or known
    return inner.is_loopback if lab else inner.is_global and not inner.is_multicast
