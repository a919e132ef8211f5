from __future__ import annotations

import pytest

from anfang.shopper.browser import open_browser
from anfang.shopper.canary import canary

pytestmark = pytest.mark.browser


async def test_the_canary_sings_in_a_working_browser_and_not_in_a_dead_one() -> None:
    async with open_browser() as browser:
        async with canary() as bird:
            assert await bird.sings(browser)
            assert browser.contexts == []
        assert not await bird.sings(browser), "its page is served only inside the block"
        await browser.close()
        assert not await bird.sings(browser)
