from __future__ import annotations

import pytest

from anfang.shopper.page import address_key, fold, squeezed
from tests.conftest import See


def test_fold_makes_one_line_of_normal_characters() -> None:
    assert fold(" 承诺时限\u3000（工作日）\n ５ ") == "承诺时限 (工作日) 5"
    assert squeezed("办 理\n地 点：") == "办理地点:"


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("http://a.test/", "http://a.test/"),
        ("http://a.test/index.html", "http://a.test/"),
        ("http://a.test/list/?page=2", "http://a.test/list?page=2"),
        ("http://a.test/list?x=12&y=4&id=7", "http://a.test/list?id=7"),
        ("http://a.test/list#top", "http://a.test/list"),
        ("http://a.test/#/guide/3", "http://a.test/#/guide/3"),
    ],
)
def test_addresses_are_compared_without_what_does_not_matter(url: str, key: str) -> None:
    assert address_key(url) == key


@pytest.mark.browser
async def test_visible_text_has_one_line_a_block(see: See) -> None:
    page = await see("<h2>材料</h2><p>公司<b>章程</b></p><ul><li>一</li><li>two <i>parts</i></li></ul><p>上<br>下</p>")
    assert page.text.split("\n") == ["材料", "公司章程", "一", "two parts", "上", "下"]


@pytest.mark.browser
async def test_links_say_their_words_and_their_address(see: See) -> None:
    page = await see("list")
    by_words = {link.text: link.href.rsplit("/", 1)[-1] for link in page.links}
    assert by_words["社会保险登记"] == "guide_prose"
    assert by_words["发票领用"] == "", "javascript:void(0) is no address"
    assert by_words["公章刻制"] == "", "a list item with a listener"
    assert by_words["下一页"] == "list?page=2"


@pytest.mark.browser
async def test_picture_links_speak_by_their_alt_title_or_value(see: See) -> None:
    page = await see(
        '<a href="http://a.test/1"><img alt="网上咨询" src="data:,"></a>'
        '<a href="http://a.test/2" title="我要投诉"></a><input type="submit" value="搜索">'
        '<map name="m"><area href="http://a.test/3" alt="办件查询"></map>'
    )
    assert [link.text for link in page.links] == ["网上咨询", "我要投诉", "搜索", "办件查询"]


@pytest.mark.browser
async def test_a_wrapper_of_a_button_is_no_link_of_its_own(see: See) -> None:
    page = await see('<div onclick="a()"><button>办理</button></div>')
    assert [link.node.tag for link in page.links] == ["button"]


@pytest.mark.browser
async def test_headings_by_tag_and_by_size(see: See) -> None:
    page = await see('<h3>小标题</h3><p style="font-size:24px">大字标题</p><p style="font-size:14px">正文正文正文正文</p>')
    assert [text for _node, text in page.headings] == ["小标题", "大字标题"]


@pytest.mark.browser
async def test_a_field_is_named_by_what_stands_before_it(see: See) -> None:
    page = await see("apply_form")
    assert [page.name_of_field(node) for node in page.fields] == ["企业名称", "联系人", "刻制说明"]
    home = await see("home")
    assert [home.name_of_field(node) for node in home.fields] == ["请输入申报号", "请输入您要办理的事项"]
