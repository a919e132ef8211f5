from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import aclosing, asynccontextmanager

import pytest
from playwright.async_api import Browser

from anfang.rounds.host import BrowserHost
from anfang.shopper.browser import open_browser

pytestmark = pytest.mark.browser


async def test_a_browser_is_shared_until_it_is_worn_or_killed() -> None:
    opened: list[Browser] = []

    @asynccontextmanager
    async def launch() -> AsyncIterator[Browser]:
        async with open_browser() as browser:
            opened.append(browser)
            yield browser

    async with aclosing(BrowserHost(launch, recycle=2)) as host:
        async with host.lend() as first, host.lend() as second:
            assert first.browser is second.browser
            async with host.lend() as third:
                assert third.browser is not first.browser
            assert first.alive
        assert not first.alive, "a worn browser is closed when its last visit is over"
        async with host.lend() as again:
            assert again.browser is third.browser
            await again.kill()
            assert again.gone.is_set()
        async with host.lend() as fresh:
            assert fresh.alive
            assert fresh.version["name"] == "chromium"
    assert len(opened) == 3
    assert not fresh.alive
