from __future__ import annotations

from pathlib import Path

import pytest

from anfang.evidence import EvidenceStore
from anfang.shopper.page import Link, Page
from anfang.shopper.snapshot import unpack
from anfang.shopper.tab import Tab
from anfang.shopper.walker import Stand, Walker, twin
from tests.portals.site import Site

pytestmark = pytest.mark.browser


@pytest.fixture
def walker(tab: Tab, tmp_path: Path) -> Walker:
    return Walker(tab, EvidenceStore(tmp_path), lambda url: "://qinghe." in url, budget=20)


def link(stand: Stand, words: str) -> Link:
    return next(link for link in stand.page.links if link.text == words)


async def test_a_stand_stores_what_it_saw(walker: Walker, site: Site) -> None:
    stand = await walker.open(site.url("guide_table"))
    stored = Page(unpack(walker.evidence.read(stand.snapshot)))
    assert stored.text == stand.page.text
    assert walker.evidence.read(stand.screenshot).startswith(b"\xff\xd8\xff")


async def test_a_link_is_one_click_and_a_known_address_costs_no_load(walker: Walker, site: Site) -> None:
    home = await walker.open(site.url())
    listed = await walker.follow(home, link(home, "法人办事"))
    assert listed is not None
    assert (listed.clicks, listed.path, listed.page.title) == (1, ("法人办事",), "法人办事 - 清河市政务服务网")
    loads = walker.tab.page_loads
    assert await walker.follow(home, link(home, "法人办事")) is listed
    assert walker.tab.page_loads == loads


async def test_a_popup_is_followed_by_its_address(walker: Walker, site: Site) -> None:
    listed = await walker.open(site.url("list"))
    guide = await walker.follow(listed, link(listed, "发票领用"))
    assert guide is not None
    assert guide.url == site.url("guide_cards")
    assert guide.clicks == 1
    again = await walker.follow(listed, link(listed, "社会保险登记"))
    assert again is not None
    assert again.url == site.url("guide_prose"), "target=_blank is followed in this tab"


async def test_an_entry_without_an_address_is_pressed(walker: Walker, site: Site) -> None:
    listed = await walker.open(site.url("list"))
    guide = await walker.follow(listed, link(listed, "公章刻制"))
    assert guide is not None
    assert (guide.url, guide.presses) == (site.url("guide_heads"), ())


async def test_a_press_that_changes_nothing_leads_nowhere(walker: Walker, site: Site) -> None:
    stand = await walker.open(site.url("dialogs"))
    assert await walker.follow(stand, link(stand, "没有反应")) is None


async def test_a_press_that_only_speaks_is_a_stand_with_its_words(walker: Walker, site: Site) -> None:
    stand = await walker.open(site.url("dialogs"))
    told = await walker.follow(stand, link(stand, "在线办理"))
    assert told is not None
    assert told.dialogs == ("登录超时，请重新登录",)


async def test_a_state_is_reached_again_by_loading_and_pressing_anew(walker: Walker, site: Site) -> None:
    stand = await walker.open(site.url("guide_tabs"))
    opened = await walker.follow(stand, link(stand, "常见问题"))
    assert opened is not None
    assert [press.text for press in opened.presses] == ["常见问题"]
    assert opened.url == stand.url
    assert opened.key != stand.key
    await walker.open(site.url("gone"))
    again = await walker.stand_again(opened)
    assert again is not None
    assert again is not opened.page
    assert again.text == opened.page.text


async def test_the_twin_of_a_link_on_a_newer_snapshot(walker: Walker, site: Site) -> None:
    stand = await walker.open(site.url("list"))
    await walker.tab.goto(site.url("list"), again=True)
    newer = await walker.tab.look()
    old = link(stand, "公章刻制")
    found = twin(newer, old)
    assert found is not None
    assert (found.text, found.node.tag) == ("公章刻制", "li")
    assert found.node in newer.nodes
    assert twin(Page(unpack(walker.evidence.read((await walker.open(site.url("gone"))).snapshot))), old) is None


async def test_a_redirect_is_known_under_both_addresses(walker: Walker, site: Site) -> None:
    home = await walker.open(site.url())
    moved = Link(link(home, "法人办事").node, "企业设立登记", site.url("moved"), False)
    guide = await walker.follow(home, moved)
    assert guide is not None
    assert guide.url == site.url("guide_table")
    assert walker.stands[site.url("moved")] is guide


async def test_the_budget_of_page_loads(tab: Tab, tmp_path: Path, site: Site) -> None:
    walker = Walker(tab, EvidenceStore(tmp_path), lambda url: True, budget=1)
    assert not walker.spent
    await walker.open(site.url("gone"))
    assert walker.spent


async def test_a_redirect_to_a_host_that_may_not_be_visited_is_told_and_never_judged(walker: Walker, site: Site) -> None:
    stand = await walker.open(site.url("off"))
    assert stand.off_site.startswith("off_site:elsewhere.portal.test")
    assert walker.tab.refused


async def test_a_server_that_is_busy_is_asked_again(walker: Walker, site: Site) -> None:
    before = site.counted("/busy")
    stand = await walker.open(site.url("busy"))
    assert (stand.status, stand.errors, site.counted("/busy") - before) == (200, (), 3)
