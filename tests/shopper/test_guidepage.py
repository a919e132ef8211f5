from __future__ import annotations

import pytest

from anfang.shopper.guidepage import is_guide, judge_guide, last_crumb
from anfang.shopper.lexicon import load
from tests.conftest import See

pytestmark = pytest.mark.browser
ZH = load("zh")


@pytest.mark.parametrize(
    ("name", "step", "words", "told"),
    [
        ("guide_table", "registration", "", True),
        ("guide_table", "seal", "", False),
        ("guide_heads", "seal", "", True),
        ("guide_cards", "invoice", "", True),
        ("guide_prose", "social_insurance", "", True),
        ("list", "registration", "企业设立登记", False),  # names it, but states nothing
        ("scenario", "registration", "企业设立登记", False),
        ("gone", "seal", "公章刻制", False),
    ],
)
async def test_a_guide_names_its_step_and_states_elements(see: See, name: str, step: str, words: str, told: bool) -> None:
    assert is_guide(await see(name), step, ZH, await see("home"), words) is told


async def test_the_verdict_tells_its_sum(see: See) -> None:
    verdict = judge_guide(await see("guide_table"), "registration", ZH, await see("home"))
    told = {sign.name: added for sign, added in verdict.signs}
    assert verdict.score == sum(told.values()) >= verdict.threshold
    assert (told["heading"], told["missing element"]) == (50, 0)
    assert "heading" in verdict.told()


async def test_a_breadcrumb_names_the_page(see: See) -> None:
    page = await see("<p>您现在所在的位置：首页 &gt; 办事指南 &gt; 公章刻制</p><p>办理说明</p>")
    assert last_crumb(page, ZH) == "公章刻制"
    assert last_crumb(await see("<p>公章刻制</p>"), ZH) == ""
