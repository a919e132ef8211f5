"""The shopper's hands: one browser tab that goes to addresses, presses nodes and types; it judges nothing."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from typing import Any, cast
from urllib.parse import urlsplit

from playwright.async_api import (
    BrowserContext,
    CDPSession,
    ConsoleMessage,
    Dialog,
    Download,
    Request,
    Response,
)
from playwright.async_api import Error as PlaywrightError
from playwright.async_api import Page as BrowserPage
from playwright.async_api import TimeoutError as PlaywrightTimeout

from anfang.errors import BrowserDied, MeasurementError
from anfang.shopper.guard import Guard
from anfang.shopper.limits import CURRENT
from anfang.shopper.page import Node, Page
from anfang.shopper.settle import Settler
from anfang.shopper.snapshot import capture

COMMIT_DEADLINE = 15_000
ACTION_DEADLINE = 10.0
LOAD_DEADLINE = 15_000
EFFECT_DEADLINE = 3.0
ENABLED_DEADLINE = 15.0
ANSWER_DEADLINE = 1.0
ENABLED = """function () {
  const off = () => this.disabled || this.getAttribute('aria-disabled') === 'true' || this.classList.contains('disabled');
  return new Promise((done) => { const look = () => (off() ? setTimeout(look, 100) : done(true)); look(); });
}"""
ROUTE = "(url) => { history.pushState({}, '', url); dispatchEvent(new PopStateEvent('popstate', {state: {}})); }"
SCROLL = """() => {
  const boxes = [...document.querySelectorAll('*')].filter((box) => box.scrollHeight > box.clientHeight + 40 &&
    /auto|scroll/.test(getComputedStyle(box).overflowY) && box.clientHeight > 200);
  for (const box of boxes) box.scrollTop = box.scrollHeight;
  scrollTo(0, document.documentElement.scrollHeight);
}"""
MOST_DIALOGS = 10
MOST_POPUPS = 3
DEAD_WORDS = ("Target closed", "has been closed", "Target crashed", "Connection closed", "Page crashed")


@dataclass(slots=True)
class Arrival:
    """How the last document came: the signature from which it is decided whose failure it was."""

    status: int | None = None
    committed: bool = False
    finished: bool = False
    bytes: int = 0
    failure: str = ""
    url: str = ""
    failed: str = ""
    """What the browser said of the document's request (requestfailed)."""


@dataclass(slots=True)
class Happenings:
    """What came up since the last act: it is emptied before each act."""

    dialogs: list[str] = field(default_factory=list[str])
    popups: list[str] = field(default_factory=list[str])
    downloads: list[str] = field(default_factory=list[str])
    errors: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    """(page address, message) of uncaught script errors and 5xx responses."""


def lost(failure: PlaywrightError) -> bool:
    """Whether the browser or the page is gone: our failure, never the portal's."""
    return any(word in failure.message for word in DEAD_WORDS)


class Tab:
    """One tab in a fresh context. Failures of the portal come back as values; failures of ours are raised."""

    def __init__(self, context: BrowserContext, *, allowed: Callable[[str], bool]) -> None:
        self._context = context
        self._allowed = allowed
        self._page: BrowserPage | None = None
        self._session: CDPSession | None = None
        self._settler: Settler | None = None
        self.arrival = Arrival()
        self.first = Arrival()
        """How the first address came, at its last try: the home page's signature."""
        self._first_url, self._elsewhere = "", False
        self.happenings = Happenings()
        self.guard = Guard()
        self._limits = CURRENT.get()
        self._main_frame = ""
        self.refused: list[str] = []
        self.page_loads = 0
        self._popups = 0
        self._effect = asyncio.Event()
        """Set when a download or a popup came of what was pressed last."""
        self._closing: set[asyncio.Task[None]] = set()

    async def open(self) -> None:
        """Open the tab; popups are closed at once and their address kept, to be followed in this tab."""
        try:
            self._page = page = await self._context.new_page()
            self._session = await self._context.new_cdp_session(page)
        except PlaywrightError as failure:
            raise BrowserDied(failure.message) from failure
        self._settler = Settler(page, self._session)
        await self._settler.attach()
        await self._watch_documents(self._session)
        page.on("dialog", self._on_dialog)
        page.on("download", self._on_download)
        page.on("console", self._on_console)
        page.on("pageerror", lambda error: self._keep_error(str(error)))
        page.on("response", self._on_response)
        page.on("requestfinished", self._on_finished)
        page.on("requestfailed", self._on_failed)
        page.on("domcontentloaded", self._on_document)
        self._context.on("page", self._on_popup)

    async def _watch_documents(self, session: CDPSession) -> None:
        """Have every document that a frame asks for judged first, redirect hops included."""

        def paused(event: dict[str, Any]) -> None:
            self._later(self._judge_document(event))

        session.on("Fetch.requestPaused", paused)
        await session.send("Fetch.enable", {"patterns": [{"urlPattern": "*", "resourceType": "Document"}]})
        tree = cast("dict[str, Any]", await session.send("Page.getFrameTree"))
        self._main_frame = str(tree["frameTree"]["frame"]["id"])

    async def _judge_document(self, event: dict[str, Any]) -> None:
        request = cast("dict[str, Any]", event["request"])
        paused, url = {"requestId": event["requestId"]}, str(request["url"])
        if not self.guard.may_load(str(request["method"]), url):
            # Aborted leaves the page that is open as it is; any other reason would put an error page in its place.
            await self.session.send("Fetch.failRequest", {**paused, "errorReason": "Aborted"})
        elif not await self._admitted(url, hop="redirectedRequestId" in event, frame=str(event.get("frameId"))):
            await self.session.send("Fetch.failRequest", {**paused, "errorReason": "BlockedByClient"})
        else:
            await self.session.send("Fetch.continueRequest", paused)

    async def _admitted(self, url: str, *, hop: bool, frame: str) -> bool:
        """Whether the limits of live field work let the tab load a page now; it waits for its turn here."""
        if self._limits is None or hop or frame != self._main_frame or not self._allowed(url):
            return True
        reason = await self._limits.admit(url)
        if reason:
            self.refused.append(f"{reason}: {url}")
            self.arrival.failure = f"refused: {reason}"
        return not reason

    @property
    def page(self) -> BrowserPage:
        assert self._page is not None, "open() comes first"
        return self._page

    @property
    def session(self) -> CDPSession:
        assert self._session is not None, "open() comes first"
        return self._session

    @property
    def settler(self) -> Settler:
        assert self._settler is not None, "open() comes first"
        return self._settler

    @property
    def url(self) -> str:
        return self.page.url

    async def goto(self, url: str, *, referer: str = "", again: bool = False) -> Arrival:
        """Go to an address and wait until the page can be observed; the arrival says how the document came.

        again: load the document anew although only the fragment differs (a state is url + clicks).
        """
        self.happenings = Happenings()
        if not self._allowed(url):
            self.refused.append(url)
            self.arrival = Arrival(failure="refused: host not allowed", url=url)
            return self.arrival
        if again:
            await self._navigate("about:blank", "")
        await self._navigate(url, referer)
        await self._wait()
        self._keep_first(url)
        return self.arrival

    def _keep_first(self, url: str) -> None:
        self._first_url = self._first_url or url
        if url == self._first_url and not self._elsewhere:
            self.first = self.arrival
        self._elsewhere |= url != self._first_url

    async def route(self, url: str) -> bool:
        """Let a one-page script show another of its addresses without loading the document anew; False where it did not."""
        self.happenings = Happenings()
        if not self._allowed(url):
            return False
        self.arrival = Arrival(url=url, status=200, committed=True, finished=True)
        try:
            if _without_fragment(url) == _without_fragment(self.url) and "#" in url:
                await self.page.goto(url, wait_until="commit", timeout=COMMIT_DEADLINE)
            else:
                await asyncio.wait_for(self.page.evaluate(ROUTE, url), ACTION_DEADLINE)
            await self.settler.recheck()
            await self.settler.settled()
        except TimeoutError:
            return False
        except PlaywrightError as failure:
            if lost(failure):
                raise BrowserDied(failure.message) from failure
            return False
        return self.url == url

    async def _navigate(self, url: str, referer: str) -> None:
        same_document = _without_fragment(url) == _without_fragment(self.url) and "#" in url
        if not same_document:
            self.arrival = Arrival(url=url)
        try:
            response = await self.page.goto(
                url, wait_until="commit", timeout=COMMIT_DEADLINE, referer=referer if referer.startswith("http") else None
            )
            self.arrival.committed = True
            if response is not None:
                self.arrival.status = response.status
            if same_document:
                await self.settler.recheck()
                return
            if url != "about:blank":
                await self.page.wait_for_load_state("domcontentloaded", timeout=LOAD_DEADLINE)
            self.arrival.finished = True
        except PlaywrightTimeout:
            self.arrival.failure = "timeout"
        except PlaywrightError as failure:
            if lost(failure):
                raise BrowserDied(failure.message) from failure
            self.arrival.failure = self.arrival.failure or failure.message.splitlines()[0][:200]

    async def _wait(self) -> None:
        if self.arrival.failure and not self.arrival.committed:
            return
        await self.settler.settled()
        if self.happenings.popups and self._allowed(self.happenings.popups[-1]):
            return

    async def look(self) -> Page:
        """The snapshot of what is there now."""
        try:
            return Page(await capture(self.session))
        except TimeoutError as failure:
            raise MeasurementError("the browser did not answer a snapshot in time") from failure
        except PlaywrightError as failure:
            raise BrowserDied(failure.message) if lost(failure) else MeasurementError(failure.message) from failure

    async def screenshot(self, *, full: bool = False) -> bytes | None:
        """A JPEG of the view (or the whole page), or None where the page would not be photographed in time."""
        try:
            return await self.page.screenshot(
                type="jpeg", quality=55, full_page=full, timeout=ACTION_DEADLINE * 1000, animations="disabled"
            )
        except PlaywrightError as failure:
            if lost(failure):
                raise BrowserDied(failure.message) from failure
            return None

    async def press(self, node: Node, *, by_script: bool = False) -> bool:
        """Press a node of the last snapshot with the mouse, or by its own click where the mouse cannot reach it.

        False when the node is not there any more or has no place to press.
        """
        self.happenings = Happenings()
        if not self.guard.may_press(node):
            return False
        self.arrival = Arrival(url=self.url, committed=True, finished=True)
        try:
            done = await (self._script_click(node) if by_script else self._mouse_click(node))
            await self.settler.recheck()
            await self.settler.settled()
        except PlaywrightError as failure:
            if lost(failure):
                raise BrowserDied(failure.message) from failure
            return False
        return done

    async def _mouse_click(self, node: Node) -> bool:
        target = {"backendNodeId": node.backend}
        await self.session.send("DOM.scrollIntoViewIfNeeded", target)
        answer = cast("dict[str, list[list[float]]]", await self.session.send("DOM.getContentQuads", target))
        quad = next(iter(answer["quads"]), list[float]())
        if not quad:
            return False
        await self.page.mouse.click(sum(quad[0::2]) / 4, sum(quad[1::2]) / 4)
        return True

    async def _script_click(self, node: Node) -> bool:
        found = cast("dict[str, Any]", await self.session.send("DOM.resolveNode", {"backendNodeId": node.backend}))
        asked: dict[str, Any] = {"objectId": found["object"]["objectId"], "functionDeclaration": "function(){this.click()}"}
        await self.session.send("Runtime.callFunctionOn", {**asked, "userGesture": True})
        return True

    async def answers(self, *, deadline: float = ANSWER_DEADLINE) -> bool:
        """Whether the page's script thread answers in time: a script loop and a killed renderer do not."""
        try:
            return await asyncio.wait_for(self.page.evaluate("1"), deadline) == 1
        except (TimeoutError, PlaywrightError):
            return False

    async def scroll_down(self) -> None:
        """Scroll the page, or the largest box that scrolls, to its end, and wait for what that brings."""
        try:
            await asyncio.wait_for(self.page.evaluate(SCROLL), ACTION_DEADLINE)
            await self.settler.recheck()
            await self.settler.settled()
        except TimeoutError as failure:
            raise MeasurementError("the page did not let itself be scrolled") from failure
        except PlaywrightError as failure:
            if lost(failure):
                raise BrowserDied(failure.message) from failure

    async def enabled(self, node: Node, *, deadline: float = ENABLED_DEADLINE) -> bool:
        """Wait until a button may be pressed (one that counts down cannot yet); False where it stays disabled or is gone."""
        try:
            found = cast("dict[str, Any]", await self.session.send("DOM.resolveNode", {"backendNodeId": node.backend}))
            asked: dict[str, Any] = {"objectId": found["object"]["objectId"], "functionDeclaration": ENABLED, "awaitPromise": True}
            answer = cast("Awaitable[dict[str, Any]]", self.session.send("Runtime.callFunctionOn", asked))
            await asyncio.wait_for(answer, deadline)
        except TimeoutError:
            return False
        except PlaywrightError as failure:
            if lost(failure):
                raise BrowserDied(failure.message) from failure
            return False
        return True

    async def type(self, node: Node, text: str, *, enter: bool = False) -> bool:
        """Put a text into a field; with `enter`, send it. False where the field would not take it."""
        self.happenings = Happenings()
        try:
            await self.session.send("DOM.scrollIntoViewIfNeeded", {"backendNodeId": node.backend})
            await self.session.send("DOM.focus", {"backendNodeId": node.backend})
            await self.page.keyboard.press("Control+A")
            await self.page.keyboard.insert_text(text)
            self.guard.typed.add(node.backend)
            if enter:
                await self.page.keyboard.press("Enter")
                await self.settler.recheck()
                await self.settler.settled()
        except PlaywrightError as failure:
            if lost(failure):
                raise BrowserDied(failure.message) from failure
            return False
        return True

    async def load_seconds(self, url: str) -> float | None:
        """Seconds from the start of the navigation to the load event, or None where it did not come."""
        if not self._allowed(url):
            return None
        start = time.monotonic()
        try:
            await self.page.goto(url, wait_until="load", timeout=COMMIT_DEADLINE)
        except PlaywrightError as failure:
            if lost(failure):
                raise BrowserDied(failure.message) from failure
            return None
        return round(time.monotonic() - start, 3)

    def _on_document(self, page: BrowserPage) -> None:
        self.guard.new_document()
        if page.url != "about:blank":
            self.page_loads += 1

    def _on_response(self, response: Response) -> None:
        main = response.request.is_navigation_request() and response.frame == self.page.main_frame
        if main:
            self.arrival.status = response.status
        if self._limits is not None and (pause := retry_after(response.headers.get("retry-after", ""))):
            self._limits.hold(response.url, pause)
        if response.status >= 500:
            self._keep_error(f"{response.status} {response.url}")

    def _on_finished(self, request: Request) -> None:
        if self._main(request):
            self.arrival.finished = True
            self._later(self._weigh(self.arrival, request))

    async def _weigh(self, arrival: Arrival, request: Request) -> None:
        arrival.bytes = (await request.sizes())["responseBodySize"]

    def _on_failed(self, request: Request) -> None:
        if self._main(request):
            self.arrival.finished = False
            self.arrival.failed = (request.failure or "")[:200]
            if request.url.startswith("http") and not self._allowed(request.url):
                # The gate closed the way: that is our policy, not a portal that does not answer.
                self.arrival.failure = f"off_site:{urlsplit(request.url).netloc}"

    def _main(self, request: Request) -> bool:
        """Whether it is the request of the tab's own document; one whose frame is gone is not."""
        try:
            return request.is_navigation_request() and request.frame == self.page.main_frame
        except PlaywrightError:
            return False

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type == "error" and "Uncaught" in message.text:
            self._keep_error(message.text)

    def _keep_error(self, message: str) -> None:
        self.happenings.errors.append((self.url, " ".join(message.split())[:300]))

    def _on_download(self, download: Download) -> None:
        self.happenings.downloads.append(download.url)
        self._effect.set()
        self._later(download.cancel())

    def _on_dialog(self, dialog: Dialog) -> None:
        if len(self.happenings.dialogs) < MOST_DIALOGS:
            self.happenings.dialogs.append(dialog.message[:300])
        self._later(dialog.dismiss())

    def _on_popup(self, popup: BrowserPage) -> None:
        if popup is self._page:
            return
        self._later(self._take_popup(popup))

    async def _take_popup(self, popup: BrowserPage) -> None:
        self._popups += 1
        if popup.url in ("", "about:blank") and self._popups <= MOST_POPUPS * 20:
            try:
                await popup.wait_for_url(lambda url: url != "about:blank", wait_until="commit", timeout=3000)
            except PlaywrightError:
                self.happenings.dialogs.append("popup without an address")
        if popup.url not in ("", "about:blank"):
            self.happenings.popups.append(popup.url)
            self._effect.set()
        await popup.close()

    def _later(self, work: Any) -> None:
        """Do what an event asks for, outside of the event; a page that is gone meanwhile needs nothing any more."""

        async def quietly() -> None:
            try:
                await work
            except PlaywrightError as failure:
                self.refused.append(f"event: {failure.message[:80]}") if not lost(failure) else None

        task = asyncio.ensure_future(quietly())
        self._closing.add(task)
        task.add_done_callback(self._closing.discard)

    async def effect(self, *, deadline: float = EFFECT_DEADLINE) -> None:
        """Wait until a download, a popup or another address came of the last press, no longer than the deadline."""
        if self.happenings.downloads or self.happenings.popups or self.url != self.arrival.url:
            return
        self._effect.clear()
        try:
            await asyncio.wait_for(self._effect.wait(), deadline)
        except TimeoutError:
            return

    async def popups_done(self) -> None:
        """Wait until every popup that opened has told its address and is closed."""
        while self._closing:
            await asyncio.wait(set(self._closing), timeout=ACTION_DEADLINE)


def retry_after(header: str) -> float:
    """Seconds that a Retry-After header asks for, whether it gives a number or a date; 0 where it gives neither."""
    if header.strip().isdigit():
        return float(header)
    try:
        return max(0.0, parsedate_to_datetime(header).timestamp() - time.time())
    except (TypeError, ValueError):
        return 0.0


def _without_fragment(url: str) -> str:
    return url.split("#", 1)[0]
