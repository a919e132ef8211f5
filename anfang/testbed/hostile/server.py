"""Serves every trick at http://<trick>.portal.test:<port>/ on this machine, by bytes, since no framework lies so well."""

from __future__ import annotations

import asyncio
import socket
import ssl
import struct
import threading
from collections import Counter
from pathlib import Path
from types import TracebackType

from anfang.testbed.hostile.tricks import TRICKS, Trick

STALL = 60.0
"""Seconds for which a stalled answer keeps the visitor waiting."""
CERTIFICATE = Path(__file__).with_name("expired.pem")
_HTML = "text/html; charset=utf-8"


class Hostile:
    """A context manager, in a thread of its own. `heard` holds (method, host, path) of every request, of any host."""

    def __init__(self) -> None:
        self.heard: list[tuple[str, str, str]] = []
        self.port = self.tls_port = 0
        self._asked: Counter[str] = Counter()
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, name="hostile", daemon=True)

    def url(self, trick: str) -> str:
        secure = TRICKS[trick].how == "tls"
        port = self.tls_port if secure else self.port
        return f"{'https' if secure else 'http'}://{trick.replace('_', '-')}.portal.test:{port}/"

    @property
    def strays(self) -> tuple[tuple[str, str, str], ...]:
        """Requests that reached a host of no trick: there must be none."""
        return tuple(one for one in self.heard if _trick(one[1]) is None)

    @property
    def writes(self) -> tuple[tuple[str, str, str], ...]:
        return tuple(one for one in self.heard if one[0] not in ("GET", "HEAD"))

    def __enter__(self) -> Hostile:
        self._thread.start()
        self._ready.wait()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        open_ = self._loop.run_until_complete(asyncio.start_server(self._serve, "127.0.0.1", 0))
        secure = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        secure.load_cert_chain(CERTIFICATE)
        closed = self._loop.run_until_complete(asyncio.start_server(self._serve, "127.0.0.1", 0, ssl=secure))
        self.port, self.tls_port = (server.sockets[0].getsockname()[1] for server in (open_, closed))
        self._ready.set()
        self._loop.run_forever()
        for task in asyncio.all_tasks(self._loop):
            task.cancel()
        self._loop.run_until_complete(asyncio.sleep(0))
        self._loop.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
            method, path, _ = head[0].split(" ", 2)
            host = next((line[5:].strip() for line in head if line.lower().startswith("host:")), "").split(":")[0]
            self.heard.append((method, host, path))
            await self._answer(writer, _trick(host), path)
            await writer.drain()
        except (OSError, EOFError, ValueError):
            # The visitor hung up, or speaks no HTTP: nothing to answer.
            return
        finally:
            writer.close()

    async def _answer(self, writer: asyncio.StreamWriter, trick: Trick | None, path: str) -> None:
        if trick is None:
            writer.write(_page(b"<title>elsewhere</title>you should not be here"))
        elif path == "/off":
            writer.write(self._moved("http://elsewhere.portal.test:PORT/landing"))
        elif path != "/":
            writer.write(_page("<title>其他</title>其他页面".encode()))
        else:
            self._asked[trick.name] += 1
            await self._play(writer, trick)

    async def _play(self, writer: asyncio.StreamWriter, trick: Trick) -> None:
        body = trick.page.replace("PORT", str(self.port)).encode("gb18030" if trick.how == "gbk" else "utf-8")
        match trick.how:
            case "hang_up":
                return
            case "stall":
                writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 9000\r\n\r\n")
                await writer.drain()
                await asyncio.sleep(STALL)
            case "truncate":
                writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 9000\r\n\r\n<ti")
            case "reset":
                writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                writer.transport.abort()
            case "garbage":
                writer.write(bytes(range(256)) * 8)
            case "loop":
                writer.write(self._moved("/"))
            case "elsewhere":
                writer.write(self._moved("http://elsewhere.portal.test:PORT/landing"))
            case "204":
                writer.write(b"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n")
            case "download":
                writer.write(_page(b"PK\x03\x04" + bytes(2000), kind="application/zip", more="Content-Disposition: attachment; filename=a.zip\r\n"))
            case "401":
                writer.write(_page(b"", status="401 Unauthorized", more='WWW-Authenticate: Basic realm="x"\r\n'))
            case "503":
                writer.write(_page(b"<h1>503 Service Unavailable</h1>", status="503 Service Unavailable"))
            case "busy_once" if self._asked[trick.name] == 1:
                writer.write(_page(b"<h1>503</h1>", status="503 Service Unavailable"))
            case "gbk":
                writer.write(_page(body, kind="text/html"))
            case _:
                writer.write(_page(body))

    def _moved(self, to: str) -> bytes:
        to = to.replace("PORT", str(self.port))
        return f"HTTP/1.1 302 Found\r\nLocation: {to}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".encode()


def _trick(host: str) -> Trick | None:
    return TRICKS.get(host.removesuffix(".portal.test").replace("-", "_"))


def _page(body: bytes, *, status: str = "200 OK", kind: str = _HTML, more: str = "") -> bytes:
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{more}Content-Length: {len(body)}\r\nConnection: close\r\n\r\n"
    return head.encode() + body
