"""Wait until a page is ready to be observed.

Ready = typed network quiet, text length stable for 250 ms, no loading text, more than 60 characters (a shorter page is
taken after a second of quiet). Watched by a binding in an isolated world: polling doubles the CPU of a load.
"""

from __future__ import annotations

import asyncio
import json
import time
from typing import Any

from playwright.async_api import CDPSession, Page, Request
from playwright.async_api import Error as PlaywrightError

WORLD = "anfang"
BINDING = "anfangReport"
SHORT_PAGE = 60
SHORT_PAGE_QUIET = 1.0
IGNORED_TYPES = frozenset({"image", "media", "font", "eventsource", "websocket", "ping", "manifest"})
STILL_LOADING = 2.5
"""Seconds without news after which words of loading are taken for those of a list that waits to be scrolled to."""
LONGEST_REQUEST = 5.0
DEADLINE = 12.0
WATCHER = """
(() => {
  if (globalThis.anfangCheck) return;
  let last = -1, timer = 0;
  const busy = /加载中|正在加载|Loading\\.\\.\\.|请稍候|Caricamento/i;
  const look = () => {
    timer = 0;
    const text = document.body ? document.body.innerText : '';
    if (text.length !== last) { last = text.length; timer = setTimeout(look, 250); return; }
    const loading = text.length < 4000 && busy.test(text);
    globalThis.anfangReport(JSON.stringify({n: text.length, loading}));
  };
  const check = () => { if (!timer) timer = setTimeout(look, 250); };
  globalThis.anfangCheck = () => { last = -1; if (timer) clearTimeout(timer); timer = setTimeout(look, 30); };
  const start = () => {
    new MutationObserver(check).observe(document, {childList: true, characterData: true, subtree: true});
    globalThis.anfangCheck();
  };
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', start); else start();
})();
"""


class Settler:
    """Watches one page; `settled()` returns when it may be observed."""

    def __init__(self, page: Page, session: CDPSession) -> None:
        self._page = page
        self._session = session
        self._reports: dict[int, dict[str, Any]] = {}
        self._open: dict[Request, float] = {}
        self._news = asyncio.Event()
        self._quiet_since = time.monotonic()

    async def attach(self) -> None:
        """Start watching; call once, before the first navigation."""
        session = self._session
        session.on("Runtime.bindingCalled", self._reported)
        session.on("Runtime.executionContextDestroyed", self._gone)
        session.on("Runtime.executionContextsCleared", self._cleared)
        await session.send("Runtime.enable")
        await session.send("Page.enable")
        await session.send("Runtime.addBinding", {"name": BINDING, "executionContextName": WORLD})
        await session.send(
            "Page.addScriptToEvaluateOnNewDocument", {"source": WATCHER, "worldName": WORLD, "runImmediately": True}
        )
        self._page.on("request", self._started)
        self._page.on("requestfinished", self._ended)
        self._page.on("requestfailed", self._ended)

    async def recheck(self) -> None:
        """Ask every frame for a fresh report (after a click that may change the page without a load)."""
        contexts = list(self._reports)
        self._reports.clear()
        for context in contexts:
            self._reports[context] = {"n": -1, "loading": True}
            asked = {"expression": "anfangCheck()", "contextId": context}
            try:
                await self._session.send("Runtime.evaluate", asked)
            except PlaywrightError:
                self._reports.pop(context, None)

    async def settled(self, *, deadline: float = DEADLINE) -> bool:
        """True when the page is ready, False when the deadline ended the wait (it is observed as it is then)."""
        end = time.monotonic() + deadline
        while not self._ready():
            left = end - time.monotonic()
            if left <= 0:
                return False
            self._news.clear()
            try:
                await asyncio.wait_for(self._news.wait(), min(left, SHORT_PAGE_QUIET))
            except TimeoutError:
                continue
        return True

    def _ready(self) -> bool:
        now = time.monotonic()
        if any(self._holds(request, since, now) for request, since in self._open.items()):
            return False
        if not self._reports or any(report["n"] < 0 for report in self._reports.values()):
            return False
        if any(report["loading"] for report in self._reports.values()):
            # A list below the fold waits to be scrolled to: the words stay, and nothing is asked for.
            return now - self._quiet_since >= STILL_LOADING
        if sum(report["n"] for report in self._reports.values()) > SHORT_PAGE:
            return True
        return now - self._quiet_since >= SHORT_PAGE_QUIET * 0.9

    @staticmethod
    def _holds(request: Request, since: float, now: float) -> bool:
        return request.resource_type == "document" or now - since < LONGEST_REQUEST

    def _reported(self, event: dict[str, Any]) -> None:
        if event["name"] == BINDING:
            self._reports[event["executionContextId"]] = json.loads(event["payload"])
            self._wake()

    def _gone(self, event: dict[str, Any]) -> None:
        self._reports.pop(event["executionContextId"], None)

    def _cleared(self, _event: dict[str, Any]) -> None:
        self._reports.clear()

    def _started(self, request: Request) -> None:
        if request.resource_type in IGNORED_TYPES or request.url.startswith("data:"):
            return
        self._open[request] = time.monotonic()
        self._wake()

    def _ended(self, request: Request) -> None:
        self._open.pop(request, None)
        self._wake()

    def _wake(self) -> None:
        self._quiet_since = time.monotonic()
        self._news.set()
