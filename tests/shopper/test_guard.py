from __future__ import annotations

import pytest

from anfang.shopper.guard import Guard
from anfang.shopper.page import Node, Page
from anfang.shopper.tab import Tab
from tests.conftest import See
from tests.portals.site import Site

pytestmark = pytest.mark.browser
LETTER = "<form action=/letters method=post><input name=name placeholder=姓名><input name=phone><textarea name=text></textarea>{}</form>"


def named(page: Page, words: str) -> Node:
    return next(
        node for node in page.nodes if words in (node.own, node.attributes.get("value"), node.attributes.get("placeholder"))
    )


@pytest.mark.parametrize(
    ("html", "words", "may"),
    [
        (LETTER.format("<button>提交信件</button>"), "提交信件", False),
        (LETTER.format("<input type=submit value=Go>"), "Go", False),
        (LETTER.format("<a href=javascript:send()>确认</a>"), "确认", False),
        (LETTER.format("<button type=button>清空</button>"), "清空", True),
        (LETTER.format("") + "<button>提交</button>", "提交", True),
        ("<form action=/s><input name=q><button type=submit>搜索</button></form>", "搜索", True),
        ("<form action=/apply><input type=hidden name=id value=7><button type=submit>在线办理</button></form>", "在线办理", True),
    ],
)
async def test_a_form_with_a_citizens_fields_is_not_sent(see: See, html: str, words: str, may: bool) -> None:
    guard, node = Guard(), named(await see(f"<!doctype html>{html}"), words)
    assert guard.may_press(node) is may
    assert bool(guard.refused) is not may


async def test_what_the_shopper_typed_may_be_sent_until_the_next_document(see: See) -> None:
    page = await see(f"<!doctype html>{LETTER.format('<button>提交信件</button>')}")
    guard = Guard(typed={named(page, "姓名").backend})
    assert guard.may_press(named(page, "提交信件"))
    assert guard.may_load("POST", "http://qinghe.portal.test/letters")
    guard.new_document()
    assert not guard.may_press(named(page, "提交信件"))
    assert not guard.may_load("POST", "http://qinghe.portal.test/letters")
    assert guard.may_load("GET", "http://qinghe.portal.test/letters?a=b")


async def test_a_page_that_posts_by_itself_is_held_and_stays_what_it_is(tab: Tab, site: Site) -> None:
    await tab.goto(site.url("posts_itself"))
    while len(tab.guard.refused) < 2:
        await tab.page.wait_for_timeout(50)
    assert (await tab.look()).title == "在线写信"
    await tab.goto(site.url("home"))
    assert site.counted("/letters") == 0
    assert tab.guard.refused == [f"submit guard: POST {site.url('letters')}"] * 2, "the page itself and its frame"
