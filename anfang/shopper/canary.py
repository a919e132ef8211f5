"""A page of our own on loopback: while the browser can show it, a dead home page is not our browser's fault."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from playwright.async_api import Browser
from playwright.async_api import Error as PlaywrightError

DEADLINE = 10.0
"""Seconds in which the browser must show the page."""


@dataclass(frozen=True, slots=True)
class Canary:
    """The page's address and the word that it shows."""

    url: str
    word: str

    async def sings(self, browser: Browser) -> bool:
        """Does a fresh context of this browser show the page, scripts included, in time?"""
        try:
            return await asyncio.wait_for(self._hear(browser), DEADLINE)
        except (TimeoutError, PlaywrightError):
            return False

    async def _hear(self, browser: Browser) -> bool:
        context = await browser.new_context(service_workers="block")
        try:
            page = await context.new_page()
            await page.goto(self.url, timeout=DEADLINE * 1000)
            return await page.title() == self.word[::-1]
        finally:
            await context.close()


@asynccontextmanager
async def canary() -> AsyncGenerator[Canary]:
    """Serve the page for the length of the block. Its word is new every time: no cache can answer for it."""
    word = secrets.token_hex(8)
    script = "document.title = [...document.title].reverse().join('')"
    page = f"<!doctype html><title>{word}</title><script>{script}</script>".encode()

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readline()
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n" + page)
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    try:
        yield Canary(url=f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/", word=word)
    finally:
        server.close()
