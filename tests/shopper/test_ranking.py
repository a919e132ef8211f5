from __future__ import annotations

import pytest

from anfang.shopper.lexicon import load
from anfang.shopper.page import Page
from anfang.shopper.ranking import Candidate, guide_candidates, section_candidates
from anfang.shopper.verdict import weights
from anfang.shopper.walker import Stand
from tests.conftest import See

pytestmark = pytest.mark.browser
ZH = load("zh")


def stand(page: Page, *, path: tuple[str, ...] = ()) -> Stand:
    return Stand(page, page.url, (), path, len(path), 200, "", "", "")


def best(found: list[Candidate]) -> Candidate:
    return max(found, key=lambda one: one.score)


async def candidates(see: See, name: str, step: str) -> list[Candidate]:
    home = stand(await see("home"))
    here = home if name == "home" else stand(await see(name), path=("法人办事",))
    return guide_candidates(here, step, ZH, home)


async def test_from_the_home_page_the_menu_pulls_and_the_headline_does_not(see: See) -> None:
    found = await candidates(see, "home", "registration")
    pulls = {one.link.text: one.score for one in found}
    assert pulls["法人办事"] >= weights()["threshold"]
    assert pulls["企业开办一件事"] >= weights()["threshold"]
    news = next(one for one in found if one.link.text.startswith("我市召开"))
    assert news.score < weights()["threshold"]
    assert news.reasons == (("headline", ""),)


@pytest.mark.parametrize(
    ("step", "words", "reason"),
    [
        ("registration", "办事指南", "guide link beside the goal"),
        ("seal", "公章刻制", "goal"),
        ("invoice", "发票领用", "goal"),
        ("social_insurance", "社会保险登记", "goal"),
    ],
)
async def test_a_list_of_items(see: See, step: str, words: str, reason: str) -> None:
    top = best(await candidates(see, "list", step))
    assert (top.link.text, top.reasons) == (words, ((reason, ""),))
    if step == "registration":
        assert top.link.href.endswith("/guide_table"), "not the row of 企业变更登记"


async def test_headlines_and_other_errands_stay_below_the_threshold(see: See) -> None:
    for step in ("registration", "seal", "invoice"):
        for one in await candidates(see, "list", step):
            if any(word in one.link.text for word in ("专项检查", "再提速", "缴销")):
                assert one.score < weights()["threshold"]


async def test_the_next_page_pulls_less_than_an_item(see: See) -> None:
    found = await candidates(see, "list", "seal")
    pager = next(one for one in found if one.link.text == "下一页")
    assert weights()["threshold"] <= pager.score < best(found).score


async def test_what_only_the_search_led_to_gives_no_way_by_links(see: See) -> None:
    home = stand(await see("home"))
    assert guide_candidates(stand(await see("list"), path=("?",)), "seal", ZH, home) == []


async def test_a_guide_is_no_directory(see: See) -> None:
    assert await candidates(see, "guide_table", "seal") == []


async def test_sections_by_their_names(see: See) -> None:
    home = stand(await see("home"))
    for section, words in (("consult", "我要咨询"), ("complaint", "我要投诉"), ("status", "办件查询"), ("login", "登录"), ("scenario", "企业开办一件事")):
        assert best(section_candidates(home, section, ZH)).link.text == words


async def test_a_denied_channel_is_no_entry(see: See) -> None:
    found = section_candidates(stand(await see("no_complaint")), "complaint", ZH)
    assert "本平台暂不支持投诉" not in {one.link.text for one in found}


async def test_an_enter_link_leads_to_what_its_row_names(see: See) -> None:
    home = stand(await see("home"))
    page = await see("<ul><li><span>国家税务局办税服务厅</span><a href='/t'>进入栏目</a><li><span>市民政局</span><a href='/m'>进入栏目</a></ul>")
    top = best(guide_candidates(stand(page, path=("部门办事",)), "invoice", ZH, home))
    assert top.reasons[:2] == (("more of", "国家税务局办税服务厅"), ("near", "税务"))


async def test_groups_that_open_in_place_may_hold_the_goal(see: See) -> None:
    home = stand(await see("home"))
    page = await see("<p onclick='1' style='cursor:pointer'>新设单位情形 办理项：1 展开</p><p onclick='1' style='cursor:pointer'>换章 收起</p>")
    found = guide_candidates(stand(page, path=("公安局",)), "seal", ZH, home)
    assert [one.link.text for one in found if one.reasons == (("may open more", ""),)] == ["新设单位情形 办理项:1 展开"]


async def test_a_clue_names_its_entry_and_no_guide_of_another_item(see: See) -> None:
    home = stand(await see("home"))
    page = await see("<a href='/a'>市行政审批局</a><a href='/b'>户外广告设置审批服务指南</a>")
    found = guide_candidates(stand(page, path=("部门",)), "seal", ZH, home, ("行政审批局",))
    assert {one.link.text for one in found if one.reasons[0][0] == "clue"} == {"市行政审批局"}


async def test_a_view_link_leads_into_the_directory_that_its_row_names(see: See) -> None:
    home = stand(await see("home"))
    page = await see("<ul><li><b>企业办事</b><a href='/q'>查看</a><li><b>印章损毁登记备案</b><a href='/y'>查看</a></ul>")
    found = guide_candidates(stand(page, path=("网上办事",)), "seal", ZH, home)
    assert [(one.reasons[0]) for one in found if one.score > 0] == [("more of", "企业办事")]
