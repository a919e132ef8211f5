"""Where the shopper stands and how it gets there: follows links, presses what has no address, goes back by replay.

State = address + presses. A stand is never gone back to with the browser's history: it is loaded and pressed anew.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from anfang.evidence import EvidenceStore
from anfang.shopper.page import Link, Page, address_key
from anfang.shopper.tab import Tab

TALLEST_PICTURE = 9000
MOST_SCROLLS = 6
BUSY = (502, 503, 504)
MOST_RETRIES = 2
RETRY_PAUSE = 1.5
"""Seconds: a failure counts as the portal's only if it repeats after a pause (docs/methodology.md)."""
OFF_SITE = "off_site:"
SEARCHED = ("?",)
"""The first word of the path of what only the site search led to."""
HINTED = ("!",)
"""The first word of the path of what only a hint led to."""


@dataclass(frozen=True, slots=True)
class Press:
    """A press told by what it was pressed on, so that it can be done again on a fresh load."""

    text: str
    tag: str
    href: str
    ordinal: int


@dataclass(frozen=True, slots=True, eq=False)
class Stand:
    """A page state that the shopper reached."""

    page: Page
    url: str
    presses: tuple[Press, ...]
    path: tuple[str, ...]
    clicks: int
    status: int | None
    failure: str
    snapshot: str
    screenshot: str
    dialogs: tuple[str, ...] = ()
    downloads: tuple[str, ...] = ()
    errors: tuple[tuple[str, str], ...] = ()

    @property
    def off_site(self) -> str:
        """`off_site:<host>` where a redirect or a script led to a host that cities.yaml does not name, else ''."""
        return self.failure if self.failure.startswith(OFF_SITE) else ""

    @property
    def by_search(self) -> bool:
        """Reached by the site search or by a hint, not by links alone."""
        return self.path[:1] in (SEARCHED, HINTED)

    @property
    def key(self) -> str:
        pressed = "".join(f" > {press.text}#{press.ordinal}" for press in self.presses)
        return address_key(self.url) + pressed


class Walker:
    """Moves one tab over a portal and remembers every stand by its key."""

    def __init__(
        self, tab: Tab, evidence: EvidenceStore, allowed: Callable[[str], bool], *, budget: int,
        grows: Callable[[Page], bool] = lambda _page: False,
    ) -> None:  # fmt: skip
        """`grows`: whether a page says that it shows more when it is scrolled."""
        self.tab = tab
        self.grows = grows
        self.evidence = evidence
        self.allowed = allowed
        self.budget = budget
        self.stands: dict[str, Stand] = {}
        self.edges: dict[tuple[str, str, str], str] = {}
        """(key of the stand, words, address) of a pressed link -> key of the stand it led to."""
        self.single_page = False
        """Whether the portal was seen to change its address without a load: one document, a script that fills it."""
        self._at: Stand | None = None
        self._now: Page | None = None
        """The page as it is open now: after a reload its nodes are others than those of the stand's own page."""

    @property
    def spent(self) -> bool:
        return self.tab.page_loads >= self.budget

    @property
    def known(self) -> list[Stand]:
        return list(self.stands.values())

    async def open(self, url: str, *, path: tuple[str, ...] = (), clicks: int = 0, referer: str = "") -> Stand:
        """Load an address and stand there; a server that says that it is busy is asked again."""
        arrival = await self.tab.goto(url, referer=referer)
        for _again in range(MOST_RETRIES):
            if arrival.status not in BUSY:
                break
            await asyncio.sleep(RETRY_PAUSE)
            arrival = await self.tab.goto(url, referer=referer, again=True)
        stand = await self._stand(url if arrival.failure else self.tab.url, (), path, clicks)
        return self._remember(stand)

    async def follow(self, stand: Stand, link: Link) -> Stand | None:
        """Press a link of a stand. A known address costs no load; None where pressing changed nothing."""
        path, clicks = (*stand.path, link.text), stand.clicks + 1
        if link.href:
            known = self.stands.get(address_key(link.href))
            if known is not None:
                return known
            reached = await self._press_in_place(stand, link, path, clicks)
            if reached is None:
                reached = await self.open(link.href, path=path, clicks=clicks, referer=stand.page.url)
            self.stands.setdefault(address_key(link.href), reached)
            return reached
        return await self._press_and_see(stand, link, path, clicks)

    async def _press_in_place(self, stand: Stand, link: Link, path: tuple[str, ...], clicks: int) -> Stand | None:
        """Press a link of the page that is open (a single-page app then needs no load); None where its address must be opened."""
        if self._at is not stand or not link.shown or link.node.attributes.get("target") or not self.allowed(link.href):
            return None
        here, loads = twin(self._now, link, stand.page) if self._now is not None else None, self.tab.page_loads
        if here is None or not await self.tab.press(here.node):
            return None
        await self.tab.popups_done()
        self._at = None
        if self.tab.happenings.popups or self.tab.arrival.status in BUSY or address_key(self.tab.url) != address_key(link.href):
            return None
        self.single_page |= self.tab.page_loads == loads
        return self._remember(await self._stand(self.tab.url, (), path, clicks))

    async def _press_and_see(self, stand: Stand, link: Link, path: tuple[str, ...], clicks: int) -> Stand | None:
        before = self._sideways(stand, link) or await self.stand_again(stand)
        if before is None:
            return None
        loads = self.tab.page_loads
        again = twin(before, link, stand.page)
        if again is None:
            return None
        for by_script in (False, True):
            if not await self.tab.press(again.node, by_script=by_script):
                continue
            reached = await self._reached(stand, before, again, path, clicks)
            if reached is not None:
                self.single_page |= self.tab.page_loads == loads and address_key(self.tab.url) != before.key
                return reached
        return None

    def _sideways(self, stand: Stand, link: Link) -> Page | None:
        """The page that is open, where what was pressed on the stand is a neighbour of the link: one entry of a menu takes
        the place of another, and the stand need not be gone back to."""
        here, page = self._at, self._now
        if here is None or page is None or here.url != stand.url or here.presses[:-1] != stand.presses or not here.presses:
            return None
        pressed, wanted = _find(page, here.presses[-1]), twin(page, link, stand.page)
        alike = pressed is not None and wanted is not None and pressed.node.parent is not None
        return page if alike and pressed and wanted and pressed.node.parent is wanted.node.parent else None

    async def _reached(self, stand: Stand, before: Page, link: Link, path: tuple[str, ...], clicks: int) -> Stand | None:
        """Where a press led: a popup's address, another address, changed text, or a dialog; None for nowhere."""
        await self.tab.popups_done()
        if self.tab.happenings.popups:
            url = self.tab.happenings.popups[-1]
            known = self.stands.get(address_key(url))
            return known or await self.open(url, path=path, clicks=clicks, referer=stand.page.url)
        if self.tab.arrival.status in BUSY:
            return await self.open(self.tab.url, path=path, clicks=clicks, referer=stand.page.url)
        here = await self._stand(self.tab.url, (), path, clicks)
        if address_key(self.tab.url) != before.key:
            return self._remember(here)
        if here.page.text != before.text or here.dialogs or here.downloads:
            pressed = (*stand.presses, _press(before, link))
            return self._remember(replace(here, url=stand.url, presses=pressed))
        return None

    async def stand_again(self, stand: Stand) -> Page | None:
        """Be where `stand` is (by loading and pressing anew where needed); its page as it is now, or None if it is gone."""
        if self._at is stand and self._now is not None:
            return self._now
        page = await self._begin_again(stand)
        for press in stand.presses:
            link = _find(page, press)
            if link is None or not (await self.tab.press(link.node) or await self.tab.press(link.node, by_script=True)):
                return None
            page = await self._whole()
        self._at, self._now = stand, page
        return page

    async def _begin_again(self, stand: Stand) -> Page:
        """The page at a stand's address as it was before anything was pressed on it: by the script's own routes, else by a load."""
        first = self.stands.get(address_key(stand.url))
        elsewhere = next((one.url for one in self.known if address_key(one.url) != address_key(stand.url) and not one.presses), "")
        if self.single_page and first is not None and elsewhere:
            same = address_key(self.tab.url) == address_key(stand.url)
            if (not same or await self.tab.route(elsewhere)) and await self.tab.route(stand.url):
                page = await self._whole()
                if page.text == first.page.text:
                    return page
        await self.tab.goto(stand.url, again=True)
        return await self._whole()

    async def route(self, url: str) -> Stand | None:
        """The stand at an address of a one-page script, reached without a load; None where the script shows nothing new."""
        before = self._now.text if self._now is not None else ""
        if not self.single_page or not await self.tab.route(url):
            return None
        stand = await self._stand(url, (), (), 0)
        return stand if stand.page.text != before else None

    async def press_here(self, page: Page, link: Link) -> Stand | None:
        """Press something on the page that is open now (a tab, an expander); the look after it, without a new stand."""
        before = page.text
        for by_script in (False, True):
            if await self.tab.press(link.node, by_script=by_script):
                await self.tab.popups_done()
                here = await self._stand(self.tab.url, (), (link.text,), 0)
                if here.page.text != before or here.downloads or self.tab.happenings.popups:
                    return here
        return None

    async def see(self, path: tuple[str, ...] = (), clicks: int = 0) -> Stand:
        """The stand of what is open now (after typing), not remembered."""
        return await self._stand(self.tab.url, (), path, clicks)

    async def picture(self, stand: Stand) -> Stand:
        """The stand with a picture of the whole page, for pages whose every line may be quoted."""
        if self._at is not stand:
            return stand
        jpeg = await self.tab.screenshot(full=_height(stand.page) <= TALLEST_PICTURE)
        return self._remember(replace(stand, screenshot=self.evidence.put(jpeg, "jpg"))) if jpeg else stand

    async def _whole(self) -> Page:
        """The page that is open, scrolled to its end as long as it says that there is more and brings it."""
        page = await self.tab.look()
        for _screen in range(MOST_SCROLLS):
            if not self.grows(page):
                break
            await self.tab.scroll_down()
            longer = await self.tab.look()
            if longer.text == page.text:
                break
            page = longer
        return page

    async def _stand(self, url: str, presses: tuple[Press, ...], path: tuple[str, ...], clicks: int) -> Stand:
        page = await self._whole()
        jpeg = await self.tab.screenshot()
        happened, arrival = self.tab.happenings, self.tab.arrival
        failure = arrival.failure or self._strayed()
        stand = Stand(
            page=page, url=url, presses=presses, path=path, clicks=clicks, status=arrival.status, failure=failure,
            snapshot=self.evidence.put(page.snapshot.packed(page.text), "json.gz"),
            screenshot=self.evidence.put(jpeg, "jpg") if jpeg else "",
            dialogs=tuple(happened.dialogs), downloads=tuple(happened.downloads), errors=tuple(happened.errors),
        )  # fmt: skip
        self._at, self._now = stand, page
        return stand

    def _strayed(self) -> str:
        """`off_site:<host>` where the tab stands on a host that may not be visited; nothing there is judged."""
        here = self.tab.url
        if not here.startswith("http") or self.allowed(here):
            return ""
        self.tab.refused.append(here)
        return f"{OFF_SITE}{urlsplit(here).netloc}"

    def _remember(self, stand: Stand) -> Stand:
        known = self.stands.get(stand.key)
        if known is not None and known.page is not stand.page and known.page.text == stand.page.text:
            self._at, self._now = known, stand.page
            return known
        if known is not None and known.clicks < stand.clicks and not known.by_search:
            stand = replace(stand, clicks=known.clicks, path=known.path)
        self.stands[stand.key] = stand
        self._at = stand
        return stand

    @property
    def page_now(self) -> Page | None:
        """The page that is open now, None where something was typed or pressed since it was looked at."""
        return self._now if self._at is not None else None

    def adopt(self, stand: Stand) -> Stand:
        """Take a stand, changed without a load (a notice closed), for the one that is open now."""
        self.stands[stand.key] = stand
        self._at, self._now = stand, stand.page
        return stand

    def stands_at(self, stand: Stand) -> bool:
        """Whether the tab shows the stand now."""
        return self._at is stand

    def moved(self) -> None:
        """The tab is no longer where the last stand was (something was typed or pressed)."""
        self._at = None


def _height(page: Page) -> int:
    return max((node.box[1] + node.box[3] for node in page.nodes if node.box), default=0)


def _press(page: Page, link: Link) -> Press:
    same = [other for other in page.links if (other.text, other.node.tag, other.href) == (link.text, link.node.tag, link.href)]
    return Press(link.text, link.node.tag, link.href, same.index(link) if link in same else 0)


def _find(page: Page, press: Press) -> Link | None:
    same = [link for link in page.links if (link.text, link.node.tag, link.href) == (press.text, press.tag, press.href)]
    return same[min(press.ordinal, len(same) - 1)] if same else None


def twin(page: Page, link: Link, origin: Page | None = None) -> Link | None:
    """The same link on a newer snapshot of its page: by node where it is still the same, else by its words and its place among
    links of the same words on the page `origin` from which it was taken."""
    same = [other for other in page.links if other.text == link.text and other.node.tag == link.node.tag]
    kept = next((other for other in same if other.node.backend == link.node.backend), None)
    if kept is not None or not same:
        return kept
    before = [other for other in origin.links if other.text == link.text and other.node.tag == link.node.tag] if origin else []
    at = next((n for n, other in enumerate(before) if other.node is link.node), 0)
    return same[min(at, len(same) - 1)]
