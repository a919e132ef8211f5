"""Labels and values in the layouts of real guides; what is right was read off the pages by hand."""

from __future__ import annotations

import pytest

from anfang.shopper.lexicon import load
from anfang.shopper.pairs import columns, pairs, rated
from tests.conftest import See

pytestmark = pytest.mark.browser
ZH = load("zh")


async def read(see: See, name: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for pair in pairs(await see(name), ZH):
        found.setdefault(pair.label.element, pair.value)
    return found


async def test_four_column_table_stops_at_the_next_label(see: See) -> None:
    found = await read(see, "guide_table")
    assert found["name"] == "企业设立登记"
    assert found["item_type"] == "行政许可"
    assert found["promised_limit"] == "3"
    assert found["trips"] == "0次"
    assert found["phone"] == "0577-88001001"
    assert found["delivery"] == "窗口领取、邮寄送达"


async def test_the_unit_may_stand_in_the_label(see: See) -> None:
    promised = next(pair for pair in pairs(await see("guide_table"), ZH) if pair.label.element == "promised_limit")
    assert (promised.label.unit, promised.quote) == ("工作日", "承诺办结时限(工作日) 3")


async def test_a_heading_row_stands_over_its_content_row(see: See) -> None:
    found = await read(see, "guide_heads")
    assert found["legal_basis"] == "《印铸刻字业暂行管理规则》"
    assert found["statutory_limit"] == "无法定时限"
    assert found["materials"] == "(1)营业执照副本;(2)法定代表人身份证;(3)刻章申请表"
    assert found["phone"] == found["complaint_phone"] == "0577-88002002"


async def test_definition_lists(see: See) -> None:
    found = await read(see, "guide_cards")
    assert (found["promised_limit"], found["trips"], found["delivery"]) == ("4小时", "最多跑一次", "窗口领取")


async def test_sentences_with_a_colon(see: See) -> None:
    found = await read(see, "guide_prose")
    assert found["conditions"] == "在本市依法设立的用人单位"
    assert found["promised_limit"] == "自受理之日起10个工作日内"
    assert found["fee"] == "不收费"
    assert found["location"] == "待补充"
    assert "legal_basis" not in found, "a sentence with a colon is no label"


async def test_a_colon_after_the_label_is_in_the_quote_but_not_in_the_value(see: See) -> None:
    found = pairs(await see("<p><b>办理地点</b>：暂无</p>"), ZH)
    assert {pair.value for pair in found} == {"暂无"}
    assert "办理地点 :暂无" in {pair.quote for pair in found}


async def test_label_and_value_as_siblings_and_only_the_open_pane(see: See) -> None:
    found = await read(see, "guide_tabs")
    assert found["authority"] == "清河市市场监督管理局"
    assert found["audience"] == "企业法人"
    assert not found.get("process"), "its pane is closed"


@pytest.mark.parametrize(
    "html",
    [
        "<table><tr><td>事项说明</td><td>详见网上办理流程</td><td>备注</td><td>网上填写</td></tr></table>",
        "<table><tr><td>证照说明</td><td>营业执照，可邮寄送达</td><td>证照样式</td><td>见附件</td></tr></table>",
        "<dl><dt>备注</dt><dd>可电话咨询办理流程</dd><dt>说明</dt><dd>以窗口告知为准</dd></dl>",
        "<p>提示：本事项不设办理环节</p><p>以窗口告知为准</p>",
    ],
)
async def test_values_that_end_like_labels_are_none(see: See, html: str) -> None:
    assert await read(see, html) == {}


async def test_an_empty_cell_takes_no_neighbours_value(see: See) -> None:
    found = await read(see, "<table><tr><td>办理地点</td><td></td><td>办公时间</td><td>周一</td></tr></table>")
    assert found.get("location", "") == ""
    assert found["office_hours"] == "周一"


async def test_window_table_gives_each_head_the_cells_below(see: See) -> None:
    found = {pair.label.element: pair.value for pair in columns(await see("windows"), ZH)}
    assert found == {
        "location": "政府路8号二楼 东城路1号一楼",
        "office_hours": "周一至周五 9:00-17:00 周一至周六 9:00-16:00",
        "phone": "0577-88001001 0577-88001002",
    }


async def test_column_heads_are_not_read_as_rows(see: See) -> None:
    assert not any(value for value in (await read(see, "windows")).values() if value in ("办公时间", "联系电话"))


async def test_two_plain_spans_in_one_line_are_label_and_value(see: See) -> None:
    rows = (("实施主体", "清河市行政审批局"), ("服务对象", "企业"))
    page = await see("".join(f"<p><span>{label}</span><span>{value}</span></p>" for label, value in rows))
    assert [(pair.label.element, pair.value) for pair in pairs(page, ZH)] == [
        ("authority", "清河市行政审批局"),
        ("audience", "企业"),
    ]


async def test_a_rating_drawn_as_stars_counts_those_that_look_like_the_first(see: See) -> None:
    page = await see("<dl><dt>网办深度</dt><dd><i class='s on'>★</i><i class='s on'>★</i><i class='s'>★</i><i class='s'>★</i></dd></dl>")
    (pair,) = (one for one in pairs(page, ZH) if one.label.element == "depth")
    assert rated(pair.nodes) == "★★☆☆"
    assert rated((page.nodes[0],)) == "★★☆☆"
    (plain,) = (one for one in pairs(await see("<dl><dt>网办深度</dt><dd>三级</dd></dl>"), ZH) if one.label.element == "depth")
    assert rated(plain.nodes) == ""
