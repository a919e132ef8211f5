"""A real headless browser and the little site of tests/portals, for the tests that ask for them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator

import pytest
from playwright.async_api import Browser

from anfang.shopper.browser import new_context, open_browser
from anfang.shopper.page import Page
from anfang.shopper.snapshot import capture
from anfang.shopper.tab import Tab
from tests.portals.site import Site

See = Callable[[str], Awaitable[Page]]


@pytest.fixture(scope="session")
async def browser() -> AsyncIterator[Browser]:
    async with open_browser(lab=True) as running:
        yield running


@pytest.fixture(scope="session")
def site() -> Iterator[Site]:
    with Site() as served:
        yield served


@pytest.fixture(scope="session")
async def see(browser: Browser, site: Site) -> AsyncIterator[See]:
    """see("guide_table") loads the page of that name and snapshots it; see("<p>...") does so with a text of HTML."""
    context = await new_context(browser)
    page = await context.new_page()
    session = await context.new_cdp_session(page)
    seen: dict[str, Page] = {}

    async def take(name: str) -> Page:
        if name not in seen:
            await (page.set_content(name) if "<" in name else page.goto(site.url(name), wait_until="networkidle"))
            seen[name] = Page(await capture(session))
        return seen[name]

    yield take
    await context.close()


@pytest.fixture
async def tab(browser: Browser) -> AsyncIterator[Tab]:
    """A tab that may visit qinghe.portal.test and no other host."""
    context = await new_context(browser)
    opened = Tab(context, allowed=lambda url: url.startswith("http://qinghe.portal.test:"))
    await opened.open()
    yield opened
    await context.close()
