"""到门口: the shopper only opens the home page, to see whether an address is right and answers."""

from __future__ import annotations

from anfang.scenario import scenario
from anfang.shopper.shopper import Shopper


@scenario("打开首页", title_en="Open the home page", steps=())
async def front_door(shopper: Shopper) -> None:
    async with shopper.step("open the home page", soft=False):
        await shopper.open_home()
