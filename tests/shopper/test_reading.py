"""Guides read as a whole; what stands on the pages was read by eye."""

from __future__ import annotations

import pytest

from anfang.shopper.lexicon import load
from anfang.shopper.reading import GuideReading, form_kind, read_guide
from tests.conftest import See
from tests.portals.looks import look, trail

pytestmark = pytest.mark.browser


async def reading(see: See, name: str, step: str = "registration") -> GuideReading:
    found = read_guide(trail(look("home", await see("home")), look("guide", await see(name), step)), step)
    assert found is not None
    return found


def test_no_guide_no_reading() -> None:
    assert read_guide(trail(), "seal") is None


async def test_a_full_guide(see: See) -> None:
    guide = await reading(see, "guide_table")
    assert guide.text("name") == "企业设立登记"
    assert guide.text("phone") == "0577-88001001", "the footer's number is the site's"
    assert guide.text("fee") == "无"
    assert guide.text("conditions") == "无"
    assert isinstance(guide.materials, tuple)
    assert len(guide.materials) == 3
    assert [(form.kind, form.href.rsplit("/", 1)[-1]) for form in guide.forms] == [
        ("blank_form", "form.docx"), ("sample_form", "sample.docx"),
    ]  # fmt: skip
    assert guide.questions == ("有限公司最低注册资本是多少?", "可以委托他人办理吗?")


async def test_placeholders_are_printed_not_stated(see: See) -> None:
    guide = await reading(see, "guide_prose", "social_insurance")
    assert {"location", "phone", "trips"} <= set(guide.printed)
    assert not {"location", "phone", "trips"} & set(guide.stated)
    assert guide.text("process") == "提交、审核、办结"


async def test_none_says_nothing_but_for_fee_and_conditions(see: See) -> None:
    rows = "".join(f"<tr><td>{label}</td><td>无</td></tr>" for label in ("收费标准", "受理条件", "办理地点", "办理结果", "送达方式"))
    guide = await reading(see, f"<h2>企业设立登记</h2><table>{rows}</table>")
    assert set(guide.stated) == {"name", "fee", "conditions"}
    assert set(guide.printed) == {"location", "result", "delivery"}


async def test_numbered_prose_is_a_list_of_materials(see: See) -> None:
    guide = await reading(see, "guide_heads", "seal")
    assert isinstance(guide.materials, tuple)
    assert [one.name for one in guide.materials] == ["营业执照副本", "法定代表人身份证", "刻章申请表"]
    assert [(form.kind, form.text) for form in guide.forms] == [("blank_form", "空白表格"), ("sample_form", "示范文本")]


async def test_no_material_needed(see: See) -> None:
    assert (await reading(see, "guide_cards", "invoice")).materials == "none_needed"


async def test_what_a_tab_brings_is_credited_to_its_label(see: See) -> None:
    base = await see("guide_tabs")
    opened = await see(
        "<h2>企业设立登记</h2><ul><li>基本信息</li><li>办理流程</li></ul><p>网上申请后由窗口受理，审核通过后发证。</p>"
    )
    made = trail(look("guide", base, "registration"), look("tab", opened, "registration", label="办理流程"))
    guide = read_guide(made, "registration")
    assert guide is not None
    assert guide.text("process") == "网上申请后由窗口受理,审核通过后发证。"
    assert guide.stated["process"].look.role == "tab"
    assert guide.text("promised_limit") == "1个工作日", "of the look before the tab was opened"


async def test_sentences_that_excuse_from_forms(see: See) -> None:
    guide = await reading(see, "<h2>企业设立登记</h2><table><tr><td>示例样表</td><td>无需填写样表</td></tr></table>")
    assert set(guide.no_form) == {"sample_form"}


@pytest.mark.parametrize(
    ("words", "kind"),
    [("空白表格", "blank_form"), ("填写示例", "sample_form"), ("申请表", "blank_form"), ("办事大厅", None)],
)
def test_words_of_forms(words: str, kind: str | None) -> None:
    assert form_kind(words, load("zh")) == kind


@pytest.mark.parametrize(
    ("name", "step"),
    [("guide_table", "registration"), ("guide_heads", "seal"), ("guide_cards", "invoice"), ("guide_prose", "social_insurance"),
     ("hostile", "registration"), ("windows", "registration")],
)  # fmt: skip
async def test_every_quote_stands_in_the_text_of_the_page(see: See, name: str, step: str) -> None:
    guide = await reading(see, name, step)
    text = "".join(guide.base.page.text.split())
    for stated in (*guide.stated.values(), *guide.printed.values()):
        assert "".join(stated.quote.split()) in text


async def test_texts_that_give_orders_stay_data(see: See) -> None:
    guide = await reading(see, "hostile")
    assert guide.text("trips") == "2次"
    assert guide.text("authority") == "=cmd|' /C calc'!A0"
    assert guide.text("result") == "<script>alert(1)</script>"
    assert guide.text("audience") == "+1+1"
