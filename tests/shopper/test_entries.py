from __future__ import annotations

import pytest

from anfang.shopper.entries import is_item, kind_of_box, opens_in_place
from anfang.shopper.lexicon import load
from tests.conftest import See

ZH = load("zh")


@pytest.mark.parametrize(
    ("words", "item"),
    [
        ("公司注销登记服务指南", True),
        ("市场监督管理局行政许可事项", False),  # ends like a directory
        ("登记", False),  # too short for the name of an item
        ("关于营业执照年度报告登记的公告", False),  # reads like news
    ],
)
def test_names_of_items_and_of_directories(words: str, item: bool) -> None:
    assert is_item(words, ZH) is item


@pytest.mark.parametrize(
    ("words", "opens"),
    [("▸申请人自备（共2项）", True), ("印章管理办理项：3展开办理项", True), ("印章管理办理项：3收起", False), ("办事指南", False), ("▸", False)],
)
def test_what_opens_in_place(words: str, opens: bool) -> None:
    assert opens_in_place(words, ZH) is opens


@pytest.mark.browser
async def test_a_box_is_judged_by_all_of_its_links(see: See) -> None:
    page = await see(
        "<ul><li><a href='/1'>公章遗失补办登记</a><li><a href='/2'>旅馆业许可核发</a><li><a href='/3'>印章缴销备案登记</a></ul>"
        "<ul><li><a href='/4'>关于调整公交线路的公告</a><li><a href='/5'>全市工作会议召开</a><li><a href='/6'>关于停水的通知</a></ul>"
    )
    assert [kind_of_box(link, page, ZH) for link in page.links] == ["items"] * 3 + ["news"] * 3
