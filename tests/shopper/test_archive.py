from __future__ import annotations

import pytest

from anfang.shopper.archive import pack, unpack
from anfang.shopper.trail import Fetched
from tests.conftest import See
from tests.portals.looks import CITY, look, trail

pytestmark = pytest.mark.browser


async def test_a_trail_is_read_back_as_it_was_with_its_pages(see: See) -> None:
    home, guide = await see("home"), await see("guide_table")
    errors = (("http://qinghe.portal.test/", "Uncaught ReferenceError: \ud83d"),)
    made = trail(
        look("home", home, path=("办事服务",), errors=errors, dialogs=("欢迎",)),
        look("guide", guide, "registration"),
        look("tab", guide, "registration", label="办理流程"),
    )
    made.fetched.append(Fetched("http://qinghe.portal.test/form.docx", 200, 12, "a" * 64, "docx", "docx", step="seal"))
    made.loads.append(("http://qinghe.portal.test/", 0.25))
    made.asked["seal"] = {"query": "公章刻制", "rank": 1}
    made.places["login"] = ("首页", "办事服务")
    kept = {one.snapshot: one.page.snapshot.packed(one.page.text) for one in made.looks}
    again = unpack(pack(made), CITY, kept.__getitem__)
    assert [one.page.text for one in again.looks] == [home.text, guide.text, guide.text]
    assert again.looks[1].page is again.looks[2].page
    assert again.looks[0].errors == (("http://qinghe.portal.test/", "Uncaught ReferenceError: \ufffd"),)
    assert (again.looks[0].path, again.looks[0].dialogs) == (("办事服务",), ("欢迎",))
    for name in ("channel", "steps", "now", "ways", "asked", "fetched", "links", "loads", "places", "unknown"):
        assert getattr(again, name) == getattr(made, name), name
    assert pack(again) == pack(made)
