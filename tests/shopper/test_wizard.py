from __future__ import annotations

import pytest

from anfang.shopper.shopper import Shopper

pytestmark = pytest.mark.browser


async def test_the_life_event_page(shopper: Shopper) -> None:
    await shopper.open_home()
    await shopper.find_section("scenario")
    look = shopper.trail.first("scenario")
    assert look is not None
    assert look.page.title == "企业开办一件事"
    assert shopper.trail.first("scenario_answer") is None, "it asks nothing"
