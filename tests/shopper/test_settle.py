from __future__ import annotations

import time

import pytest
from playwright.async_api import Browser

from anfang.shopper.browser import new_context
from anfang.shopper.settle import Settler
from anfang.shopper.tab import Tab
from tests.portals.site import SLOW_SECONDS, Site

pytestmark = pytest.mark.browser


async def test_a_page_that_says_loading_is_waited_for(tab: Tab, site: Site) -> None:
    await tab.goto(site.url("late"))
    text = (await tab.look()).text
    assert "公司登记申请书、公司章程" in text
    assert "加载中" not in text


async def test_what_a_press_fetches_is_waited_for(tab: Tab, site: Site) -> None:
    await tab.goto(site.url("guide_tabs"))
    page = await tab.look()
    assert await tab.press(next(link.node for link in page.links if link.text == "申请材料"))
    assert "公司章程" in (await tab.look()).text


async def test_a_short_still_page_is_taken_after_a_second(browser: Browser, site: Site) -> None:
    context = await new_context(browser)
    page = await context.new_page()
    settler = Settler(page, await context.new_cdp_session(page))
    await settler.attach()
    await page.goto(site.url("gone"))
    start = time.monotonic()
    assert await settler.settled()
    assert time.monotonic() - start < 3
    await context.close()


async def test_a_page_that_never_rests_is_taken_at_the_deadline(browser: Browser, site: Site) -> None:
    context = await new_context(browser)
    page = await context.new_page()
    settler = Settler(page, await context.new_cdp_session(page))
    await settler.attach()
    await page.goto(site.url("failed"))
    await page.evaluate("setInterval(() => document.body.append('加载中'), 50)")
    await settler.recheck()
    start = time.monotonic()
    assert not await settler.settled(deadline=SLOW_SECONDS)
    assert time.monotonic() - start < SLOW_SECONDS + 1.5
    await context.close()
