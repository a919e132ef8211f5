from __future__ import annotations

import pytest

from anfang.shopper.lexicon import OUTLINE, load
from anfang.shopper.outline import lines, passages
from tests.conftest import See

pytestmark = pytest.mark.browser
ZH = load("zh")


async def told(see: See, html: str) -> dict[str, str]:
    return {one.label.element: one.value for one in passages(await see(html), ZH)}


async def test_lines_below_a_label_up_to_the_next_one(see: See) -> None:
    html = "<p>三、需提供的材料：</p><p>（1）刻章委托书；</p><p>（2）身份证。</p><p>四、收费标准</p><p>不收费</p>"
    assert await told(see, html) == {"materials": "(1)刻章委托书; (2)身份证。", "fee": "不收费"}


async def test_a_label_by_its_ending_needs_a_colon(see: See) -> None:
    assert await told(see, "<p>网上办事办理流程：</p><p>提交、受理、办结</p>") == {"process": "提交、受理、办结"}
    assert await told(see, "<p>网上办事办理流程</p><p>提交、受理、办结</p>") == {}


async def test_the_head_of_a_column_is_left_to_the_table(see: See) -> None:
    html = "<table><tr><td>工作时间</td><td>联系电话</td></tr><tr><td>周一至周五</td><td>-</td></tr></table>"
    assert await told(see, html) == {}


async def test_pieces_of_a_line_are_joined_as_they_are_read(see: See) -> None:
    page = await see("<p>(<span>1</span>)营业执照，复印件<b>1</b>份</p>")
    assert [line.text for line in lines(page)] == ["(1)营业执照,复印件1份"]


async def test_passages_are_weaker_than_boxes(see: See) -> None:
    (passage,) = passages(await see("<h3>办理地点</h3><p>学府路1号</p>"), ZH)
    assert passage.label.strength == OUTLINE
