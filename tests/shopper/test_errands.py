from __future__ import annotations

import pytest

from anfang.shopper.errands import WRONG_NUMBER, close_notices, sample_number
from anfang.shopper.lexicon import load
from anfang.shopper.shopper import Shopper
from tests.conftest import See
from tests.portals.site import Site

pytestmark = pytest.mark.browser
NOTICE = """<style>#n{position:fixed;top:0;left:0;width:300px;height:200px}</style><h1>清河市政务服务网</h1>
<p>欢迎访问清河市政务服务网，请按需要选择您要办理的业务，办理前请先查看办事指南。</p>
<div id="n">系统公告<button onclick="this.parentElement.remove()">我知道了</button></div>"""


async def test_consultation_form_is_found(shopper: Shopper) -> None:
    await shopper.open_home()
    await shopper.find_section("consult")
    look = shopper.trail.first("consult")
    assert look is not None
    assert (look.page.title, look.path) == ("我要咨询", ("我要咨询",))


async def test_a_complaint_on_another_host_is_told_and_never_requested(shopper: Shopper, site: Site) -> None:
    await shopper.open_home()
    await shopper.find_section("complaint")
    assert shopper.trail.first("complaint") is None
    assert shopper.trail.unknown["complaint"] == "off_site:elsewhere.portal.test:" + str(site.port)
    assert "elsewhere.portal.test" not in {host for host, path in site.asked if path == "/complaint"}


async def test_nothing_is_sent(shopper: Shopper, site: Site) -> None:
    await shopper.open_home()
    for section in ("consult", "complaint", "login", "scenario"):
        await shopper.find_section(section)
    assert "/sent" not in {path for _host, path in site.asked}


async def test_the_progress_query_is_asked_with_the_sample_number(shopper: Shopper) -> None:
    await shopper.open_home()
    await shopper.find_section("status")
    await shopper.ask_status()
    answer = shopper.trail.first("status_answer")
    assert answer is not None
    assert (answer.label, answer.note) == ("QH202603010001", "sample number")
    assert "审核\n2026-03-02" in answer.page.text


async def test_the_life_event_page(shopper: Shopper) -> None:
    await shopper.open_home()
    await shopper.find_section("scenario")
    look = shopper.trail.first("scenario")
    assert look is not None
    assert look.page.title == "企业开办一件事"
    assert shopper.trail.first("scenario_answer") is None, "it asks nothing"


async def test_sample_numbers(see: See) -> None:
    assert sample_number(await see("status"), load("zh")) == "QH202603010001"
    assert sample_number(await see("consult"), load("zh")) == ""
    assert set(WRONG_NUMBER) == {"0"}


async def test_a_notice_over_the_page_is_closed_and_is_no_click(shopper: Shopper, site: Site) -> None:
    await shopper.walker.tab.goto(site.url("gone"))
    await shopper.walker.tab.page.set_content(NOTICE)
    stand = await shopper.walker.see()
    assert "系统公告" in stand.page.text
    closed = await close_notices(shopper, stand)
    assert "系统公告" not in closed.page.text
    assert (closed.clicks, closed.path) == (0, ())
