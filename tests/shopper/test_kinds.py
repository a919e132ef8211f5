from __future__ import annotations

import pytest

from anfang.shopper.kinds import guide_evidence, kind_of, methods, own_fields, own_lines
from anfang.shopper.lexicon import load
from tests.conftest import See

pytestmark = pytest.mark.browser
ZH = load("zh")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("consult", "form"),
        ("apply_form", "form"),
        ("login_password", "login"),
        ("login_one", "login"),
        ("login_item", "login"),
        ("gone", "gone"),
        ("failed", "failed"),
        ("refused", "refused"),
        ("guide_table", "other"),
        ("scenario", "other"),
        ("no_complaint", "other"),
    ],
)
async def test_kinds_of_pages(see: See, name: str, kind: str) -> None:
    assert kind_of(await see(name), await see("home"), ZH).kind == kind


async def test_the_document_speaks_before_the_words(see: See) -> None:
    page = await see("guide_table")
    assert kind_of(page, None, ZH, status=404).kind == "gone"
    assert kind_of(page, None, ZH, status=500).kind == "failed"
    assert kind_of(page, None, ZH, failure="timeout").kind == "failed"


async def test_a_toast_that_asks_to_sign_in_is_a_sign_in(see: See) -> None:
    assert kind_of(await see("guide_table"), None, ZH, dialogs=("登录超时，请重新登录",)).kind == "login"


async def test_a_long_guide_that_speaks_of_404_is_no_error_page(see: See) -> None:
    page = await see(f"<h2>企业设立登记</h2><p>{'办理说明' * 120}</p><p>受理编号404</p>")
    assert kind_of(page, None, ZH).kind == "other"


async def test_an_app_alone(see: See) -> None:
    assert kind_of(await see("<h2>我要咨询</h2><p>请下载“清河办”APP后提问。</p>"), None, ZH).kind == "app_only"


async def test_ways_of_signing_in_are_methods_not_tabs(see: See) -> None:
    found = methods(await see("login_password"), await see("home"), ZH)
    assert set(found) == {"password", "sms", "qr"}, "刷脸 is denied, 个人/法人 are tabs"
    assert set(methods(await see("login_one"), None, ZH)) == {"password"}


async def test_the_home_pages_furniture_is_not_the_pages_own(see: See) -> None:
    home, guide = await see("home"), await see("guide_table")
    assert "联系电话:0577-88000000" in [line.replace(" ", "") for line in home.text.split("\n")]
    assert not any("88000000" in line for line in own_lines(guide, home))
    assert own_fields(home, home) == list(home.fields)
    assert own_fields(await see("apply_form"), home) == list((await see("apply_form")).fields)


async def test_what_makes_a_page_a_guide(see: See) -> None:
    home = await see("home")
    assert {"legal_basis", "promised_limit", "materials", "trips"} <= guide_evidence(await see("guide_heads"), ZH, home)
    assert len(guide_evidence(await see("list"), ZH, home)) < 3
    assert guide_evidence(home, ZH, home) <= {"phone"}
