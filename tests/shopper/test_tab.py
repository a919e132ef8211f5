from __future__ import annotations

import asyncio

import pytest

from anfang.errors import BrowserDied
from anfang.shopper.browser import new_context, open_browser
from anfang.shopper.page import Node, Page
from anfang.shopper.tab import MOST_DIALOGS, Tab
from tests.portals.site import Site

pytestmark = pytest.mark.browser


def node(page: Page, words: str) -> Node:
    return next(link.node for link in page.links if link.text == words)


async def test_an_arrival_tells_how_the_document_came(tab: Tab, site: Site) -> None:
    fine = await tab.goto(site.url("guide_table"))
    assert (fine.status, fine.committed, fine.finished, fine.failure) == (200, True, True, "")
    assert (await tab.goto(site.url("nowhere"))).status == 404
    assert (await tab.goto(site.url("error"))).status == 500


async def test_no_answer_is_a_failure_with_its_name(tab: Tab, site: Site) -> None:
    arrival = await tab.goto(site.url("hang-up"))
    assert (arrival.status, arrival.committed) == (None, False)
    assert "ERR_EMPTY_RESPONSE" in arrival.failure


async def test_a_redirect_loop_is_a_failure_of_the_portal(tab: Tab, site: Site) -> None:
    assert "ERR_TOO_MANY_REDIRECTS" in (await tab.goto(site.url("loop"))).failure


async def test_a_host_that_is_not_the_citys_is_refused_and_never_asked(tab: Tab, site: Site) -> None:
    off, before = site.url("landing", host="elsewhere"), len(site.asked)
    arrival = await tab.goto(off)
    assert arrival.failure == "refused: host not allowed"
    assert tab.refused == [off]
    assert await tab.load_seconds(off) is None
    assert "elsewhere.portal.test" not in {host for host, _path in site.asked[before:]}


async def test_only_so_many_dialogs_are_kept_and_all_are_dismissed(tab: Tab, site: Site) -> None:
    await tab.goto(site.url("dialogs"))
    page = await tab.look()
    assert await tab.press(node(page, "反复提示"))
    assert tab.happenings.dialogs == [f"第{number}次" for number in range(MOST_DIALOGS)]
    assert "请先阅读" in (await tab.look()).text


async def test_a_popup_is_closed_and_its_address_told(tab: Tab, site: Site) -> None:
    await tab.goto(site.url("dialogs"))
    assert await tab.press(node(await tab.look(), "办事指南"))
    await tab.popups_done()
    assert tab.happenings.popups == [site.url("guide_table")]
    assert len(tab.page.context.pages) == 1


async def test_a_download_is_caught_by_its_address(tab: Tab, site: Site) -> None:
    await tab.goto(site.url("dialogs"))
    assert await tab.press(node(await tab.look(), "表格下载"))
    assert tab.happenings.downloads == [site.url("files/form.docx")]
    assert tab.url == site.url("dialogs")


async def test_script_errors_are_kept_with_the_page(tab: Tab, site: Site) -> None:
    await tab.goto(site.url("dialogs"))
    await tab.press(node(await tab.look(), "出错的按钮"))
    ((address, message),) = tab.happenings.errors
    assert address == site.url("dialogs")
    assert "missing is not defined" in message


async def test_the_mouse_or_the_nodes_own_click(tab: Tab, site: Site) -> None:
    await tab.goto(site.url("dialogs"))
    page = await tab.look()
    assert await tab.press(node(page, "展开"))
    assert "已经展开" in (await tab.look()).text
    await tab.goto(site.url("guide_tabs"))
    page = await tab.look()
    hidden = next(one for one in page.nodes if one.attributes.get("id") == "late")
    assert not await tab.press(hidden), "nothing is laid out where the mouse could go"
    assert await tab.press(node(page, "常见问题"), by_script=True)
    assert "名称可以自己取吗" in (await tab.look()).text


async def test_a_node_that_is_gone_cannot_be_pressed(tab: Tab, site: Site) -> None:
    await tab.goto(site.url("dialogs"))
    old = node(await tab.look(), "展开")
    await tab.goto(site.url("guide_table"))
    assert not await tab.press(old)


async def test_typing_and_sending(tab: Tab, site: Site) -> None:
    await tab.goto(site.url("home"))
    page = await tab.look()
    assert await tab.type(page.fields[1], "企业设立登记", enter=True)
    assert "企业设立登记 的搜索结果" in (await tab.look()).text


async def test_page_loads_are_counted_and_timed(tab: Tab, site: Site) -> None:
    await tab.goto(site.url("gone"))
    await tab.goto(site.url("failed"))
    assert tab.page_loads == 2
    seconds = await tab.load_seconds(site.url("guide_table"))
    assert seconds is not None
    assert 0 < seconds < 10


async def test_pictures_are_jpeg(tab: Tab, site: Site) -> None:
    await tab.goto(site.url("gone"))
    picture = await tab.screenshot()
    assert picture is not None
    assert picture.startswith(b"\xff\xd8\xff")


async def test_a_closed_browser_is_our_failure() -> None:
    async with open_browser() as browser:
        opened = Tab(await new_context(browser), allowed=lambda url: True)
        await opened.open()
        await browser.close()
        with pytest.raises(BrowserDied):
            await opened.goto("http://qinghe.portal.test/")
        with pytest.raises(BrowserDied):
            await opened.look()


async def test_a_crashed_renderer_is_our_failure(site: Site) -> None:
    async with open_browser() as browser:
        opened = Tab(await new_context(browser), allowed=lambda url: True)
        await opened.open()
        await opened.goto(site.url("gone"))
        async with opened.page.expect_event("crash"):
            killing = asyncio.ensure_future(opened.session.send("Page.crash"))
        with pytest.raises(BrowserDied):
            await opened.goto(site.url("home"))
        killing.cancel()
