"""The browser that the visits of a round share: started when needed, replaced when worn or dead, killed when stuck."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import AsyncGenerator, Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass
from typing import Any, cast

from playwright.async_api import Browser
from playwright.async_api import Error as PlaywrightError

Launch = Callable[[], AbstractAsyncContextManager[Browser]]

RECYCLE = 50
"""Contexts after which a browser is replaced, so that memory stays flat."""
ALONE = 1
"""A browser for each visit, closed at its end: what a page does while it is unloaded ends with it."""
_CLOSING = 10.0
"""Seconds that a browser has for closing before it is killed."""


@dataclass(slots=True, eq=False)
class Shared:
    """A running browser, how many contexts it was asked for and how many visits use it now."""

    browser: Browser
    pid: int | None
    closing: AsyncExitStack
    gone: asyncio.Event
    """Set when the browser is no longer connected, for whatever reason."""
    lent: int = 0
    users: int = 0
    sang: float = float("-inf")
    """Monotonic time at which the canary page was last seen in it."""

    @property
    def alive(self) -> bool:
        return self.browser.is_connected()

    @property
    def version(self) -> dict[str, str]:
        return {"name": self.browser.browser_type.name, "version": self.browser.version}

    async def kill(self) -> None:
        """End the browser at once: every visit in it fails within a second."""
        if self.pid is not None:
            with suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)
        await self.close()

    async def close(self) -> None:
        """Close the browser and its driver; a browser that does not close in time is killed."""
        try:
            async with asyncio.timeout(_CLOSING):
                await self.closing.aclose()
        except TimeoutError:
            if self.pid is not None:
                with suppress(ProcessLookupError):
                    os.kill(self.pid, signal.SIGKILL)
        except PlaywrightError:
            # The driver is gone already, and its browser with it.
            return


class BrowserHost:
    """Lends the current browser to visits. `launch` opens a new one and closes it at the end of its block."""

    def __init__(self, launch: Launch, *, recycle: int = RECYCLE) -> None:
        self._launch = launch
        self._recycle = recycle
        self._current: Shared | None = None
        self._starting = asyncio.Lock()

    @asynccontextmanager
    async def lend(self) -> AsyncGenerator[Shared]:
        """A living browser for one visit. Raises BrowserMissing when none starts."""
        shared = await self._fresh()
        shared.lent += 1
        shared.users += 1
        try:
            yield shared
        finally:
            shared.users -= 1
            if self._recycle == ALONE and shared is self._current:
                self._current = None
            await self._retire(shared)

    async def aclose(self) -> None:
        """Close the current browser; the visits must be over."""
        if self._current:
            await self._current.close()
            self._current = None

    async def _fresh(self) -> Shared:
        async with self._starting:
            if self._current is None or self._worn(self._current):
                worn, self._current = self._current, None
                self._current = await self._start()
                if worn:
                    await self._retire(worn)
            return self._current

    def _worn(self, shared: Shared) -> bool:
        return not shared.alive or shared.lent >= self._recycle

    async def _retire(self, shared: Shared) -> None:
        """Close a browser that is no longer lent, once its last visit is over."""
        if shared is not self._current and shared.users == 0:
            await shared.close()

    async def _start(self) -> Shared:
        closing, gone = AsyncExitStack(), asyncio.Event()
        browser = await closing.enter_async_context(self._launch())
        browser.on("disconnected", lambda _: gone.set())
        return Shared(browser=browser, pid=await _pid(browser), closing=closing, gone=gone)


async def _pid(browser: Browser) -> int | None:
    """The browser's process id by DevTools (SystemInfo.getProcessInfo); None where it does not tell."""
    try:
        async with asyncio.timeout(_CLOSING):
            session = await browser.new_browser_cdp_session()
            found = cast(dict[str, Any], await session.send("SystemInfo.getProcessInfo"))
            await session.detach()
    except (PlaywrightError, TimeoutError):
        return None
    return next((int(known["id"]) for known in found["processInfo"] if known["type"] == "browser"), None)
