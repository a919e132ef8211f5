from __future__ import annotations

import pytest

from anfang.shopper.lexicon import load
from anfang.shopper.progress import WRONG_NUMBER, sample_for, sample_number
from anfang.shopper.shopper import Shopper
from tests.conftest import See

pytestmark = pytest.mark.browser


async def test_the_progress_query_is_asked_with_the_sample_number(shopper: Shopper) -> None:
    await shopper.open_home()
    await shopper.find_section("status")
    await shopper.ask_status()
    answer = shopper.trail.first("status_answer")
    assert answer is not None
    assert (answer.label, answer.note) == ("QH202603010001", "sample number")
    assert "审核\n2026-03-02" in answer.page.text


async def test_sample_numbers(see: See) -> None:
    assert sample_number(await see("status"), load("zh")) == "QH202603010001"
    assert sample_number(await see("consult"), load("zh")) == ""
    assert set(WRONG_NUMBER) == {"0"}


async def test_an_example_of_several_fields(see: See) -> None:
    page = await see(
        "<p>演示编号：<br>申报号 BJ13450734，查询码 123456</p><form><label>申报号：<input name=a></label><label>查询码：<input name=b></label></form>"
    )
    told = [sample_for(page, field, load("zh")) for field in page.fields]
    assert told == ["BJ13450734", "123456"]
