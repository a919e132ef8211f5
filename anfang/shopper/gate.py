"""The gate: a proxy on loopback through which everything that a visit's pages ask for must pass.

`context.route` is no boundary: redirect hops, unload beacons and workers pass it. A proxy is one: it sees every request
of the context, whoever made it. Each visit has a gate of its own, in a thread of its own, with its own list of hosts.
"""

from __future__ import annotations

import asyncio
import secrets
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from types import TracebackType
from urllib.parse import urlsplit

from anfang.shopper.upstream import NotPublic, connect

MARK = "X-Anfang-Refused"
"""The header of our own refusals; its value is the gate's secret, so that no portal can forge it."""
REFUSED = 470
"""The status of our own refusals: none that a portal has."""
LONGEST_HEAD = 64 * 1024
_CHUNK = 64 * 1024
_HOP = ("proxy-connection", "connection", "proxy-authorization", "keep-alive", "upgrade-insecure-requests-proxy")


@dataclass(slots=True)
class Log:
    """What a gate saw: (method, address) of what passed, and with the reason of what was refused, in order."""

    passed: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    refused: list[tuple[str, str, str]] = field(default_factory=list[tuple[str, str, str]])


class Gate:
    """A context manager; `url` is the proxy's address for the browser. Shut it before the context closes: then nothing
    that a page sends while it is unloaded can leave."""

    def __init__(self, allowed: Callable[[str], bool], *, lab: bool) -> None:
        """`allowed`: whether an address may be asked for; `lab`: whether this machine may be reached."""
        self.log = Log()
        self.secret = secrets.token_hex(8)
        self.url = ""
        self._allowed = allowed
        self._lab = lab
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, name="gate", daemon=True)
        self._open: set[asyncio.StreamWriter] = set()

    def __enter__(self) -> Gate:
        self._thread.start()
        self._ready.wait()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.shut()

    def shut(self) -> None:
        """Let nothing through any more, connections that are open included."""
        if self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._loop.stop)
            self._thread.join()

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        server = self._loop.run_until_complete(asyncio.start_server(self._serve, "127.0.0.1", 0, limit=LONGEST_HEAD))
        self.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        self._ready.set()
        self._loop.run_forever()
        server.close()
        for writer in tuple(self._open):
            writer.transport.abort()
        tasks = asyncio.all_tasks(self._loop)
        for task in tasks:
            task.cancel()
        self._loop.run_until_complete(asyncio.gather(*tasks, return_exceptions=True))
        self._loop.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._open.add(writer)
        try:
            await self._answer(reader, writer)
        except (OSError, EOFError, asyncio.LimitOverrunError):
            # The portal or the browser hung up: the browser reports it as what it is.
            writer.transport.abort()
        finally:
            self._open.discard(writer)
            writer.close()

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        method, target, lines = _parsed(head)
        address = f"https://{target}/" if method == "CONNECT" else target
        if reason := self._reason(address):
            await self._refuse(writer, method, address, reason)
            return
        try:
            there, to = await connect(address, lab=self._lab)
        except NotPublic as hidden:
            await self._refuse(writer, method, address, str(hidden))
            return
        self.log.passed.append((method, address))
        self._open.add(to)
        try:
            if method == "CONNECT":
                writer.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
                await asyncio.gather(_pipe(reader, to), _pipe(there, writer))
            else:
                to.write(_asked(method, target, lines))
                await _body(reader, to, lines)
                await _pipe(there, writer)
        finally:
            self._open.discard(to)
            to.close()

    def _reason(self, address: str) -> str:
        if urlsplit(address).scheme not in ("http", "https"):
            return "no web address"
        return "" if self._allowed(address) else "host not allowed"

    async def _refuse(self, writer: asyncio.StreamWriter, method: str, address: str, reason: str) -> None:
        self.log.refused.append((method, address, reason))
        body = b"refused by the policy of field work"
        head = f"HTTP/1.1 {REFUSED} Refused\r\n{MARK}: {self.secret}\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n"
        writer.write(head.encode() + body)
        with suppress(ConnectionError):
            await writer.drain()


def _parsed(head: bytes) -> tuple[str, str, list[str]]:
    """Method, target and header lines of a request."""
    first, *lines = head.decode("latin-1").rstrip("\r\n").split("\r\n")
    method, target, _version = first.split(" ", 2)
    return method, target, lines


def _asked(method: str, target: str, lines: list[str]) -> bytes:
    """The request as the portal gets it: its own path, no header of the proxy's, one request a connection."""
    parts = urlsplit(target)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    kept = [line for line in lines if line.split(":", 1)[0].strip().lower() not in _HOP]
    return "\r\n".join([f"{method} {path} HTTP/1.1", *kept, "Connection: close", "", ""]).encode("latin-1")


async def _body(reader: asyncio.StreamReader, to: asyncio.StreamWriter, lines: list[str]) -> None:
    """The request's own body and not a byte more."""
    named = {name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    left = int(named.get("content-length", "0"))
    while left:
        part = await reader.read(min(left, _CHUNK))
        if not part:
            return
        left -= len(part)
        to.write(part)
        await to.drain()


async def _pipe(there: asyncio.StreamReader, to: asyncio.StreamWriter) -> None:
    while part := await there.read(_CHUNK):
        to.write(part)
        await to.drain()
    if to.can_write_eof():
        to.write_eof()
