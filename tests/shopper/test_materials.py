from __future__ import annotations

import pytest

from anfang.shopper.lexicon import load
from anfang.shopper.materials import materials_in
from tests.conftest import See

pytestmark = pytest.mark.browser
ZH = load("zh")


async def names(see: See, name: str) -> list[tuple[str, bool]]:
    return [(one.name, one.catch_all) for one in materials_in(await see(name), ZH)]


async def test_a_table_with_a_number_column(see: See) -> None:
    assert await names(see, "guide_table") == [("公司登记(备案)申请书", False), ("公司章程", False), ("法律法规规定的其他材料", True)]


async def test_boxes_in_rows_and_not_the_note_below(see: See) -> None:
    assert await names(see, "materials_divs") == [("公司登记(备案)申请书", False), ("住所使用证明", False), ("其他有关材料", True)]


async def test_rows_that_share_a_spanned_cell(see: See) -> None:
    table = """<table><tr><th>类别</th><th>材料名称</th><th>份数</th></tr>
    <tr><td rowspan="2">主件</td><td>申请书</td><td>1</td></tr><tr><td>章程</td><td>2</td></tr></table>"""
    assert await names(see, table) == [("申请书", False), ("章程", False)]


async def test_placeholder_rows_and_no_material_at_all(see: See) -> None:
    table = "<table><tr><th>材料名称</th><th>份数</th></tr><tr><td>{}</td><td>-</td></tr></table>"
    assert await names(see, table.format("暂无")) == []
    assert await names(see, table.format("无需提交材料")) == []


@pytest.mark.parametrize("name", ["guide_prose", "windows", "home", "list", "apply_form"])
async def test_pages_without_a_list_of_materials_give_none(see: See, name: str) -> None:
    assert await names(see, name) == []
