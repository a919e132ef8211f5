from __future__ import annotations

import pytest

from anfang.shopper.lexicon import load
from anfang.shopper.notices import agreement, close_notices, closes
from anfang.shopper.shopper import Shopper
from tests.conftest import See
from tests.portals.site import Site

pytestmark = pytest.mark.browser
NOTICE = """<style>#n{position:fixed;top:0;left:0;width:300px;height:200px}</style><h1>清河市政务服务网</h1>
<p>欢迎访问清河市政务服务网，请按需要选择您要办理的业务，办理前请先查看办事指南。</p>
<div id="n">系统公告<button onclick="this.parentElement.remove()">我知道了</button></div>"""


async def test_a_notice_over_the_page_is_closed_and_is_no_click(shopper: Shopper, site: Site) -> None:
    await shopper.walker.tab.goto(site.url("gone"))
    await shopper.walker.tab.page.set_content(NOTICE)
    stand = await shopper.walker.see()
    assert "系统公告" in stand.page.text
    closed = await close_notices(shopper, stand)
    assert "系统公告" not in closed.page.text
    assert (closed.clicks, closed.path) == (0, ())


@pytest.mark.parametrize(
    ("words", "closing"),
    [("我已知晓，继续（5）", True), ("我已阅读并同意,继续", True), ("关闭 3秒", True), ("×", True), ("我要咨询", False), ("", False)],
)
def test_words_that_close_or_agree(words: str, closing: bool) -> None:
    assert closes(words, load("zh")) is closing


async def test_a_text_to_be_read_first_has_its_button(see: See) -> None:
    page = await see("<p>来信须知</p><a href='javascript:void(0)'>关闭</a><a href='/write'>我已阅读并同意，继续</a>")
    button = agreement(page, load("zh"))
    assert button is not None
    assert button.text == "我已阅读并同意,继续", "a link that only closes a window is no agreement"
    assert agreement(await see("home"), load("zh")) is None
