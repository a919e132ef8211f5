"""企业开办: the shopper wants to found a limited company and walks the city's portal from its home page."""

from __future__ import annotations

from anfang.scenario import scenario
from anfang.shopper.shopper import Shopper


@scenario(
    "企业开办", title_en="Business start-up", steps=("registration", "seal", "invoice", "social_insurance")
)
async def business_startup(shopper: Shopper) -> None:
    async with shopper.step("open the home page", soft=False):
        await shopper.open_home()

    for step in shopper.steps:
        async with shopper.step(f"find the guide of {step}"):
            if await shopper.find_guide(step) is None:
                await shopper.search_for(step)
                await shopper.look_again(step)
        async with shopper.step(f"read the guide of {step}"):
            await shopper.read_guide(step)
        async with shopper.step(f"press the application button of {step}"):
            await shopper.try_to_apply(step)
        async with shopper.step(f"ask the site search for {step}"):
            await shopper.search_for(step)

    for section in ("scenario", "consult", "complaint", "login", "status"):
        async with shopper.step(f"look for {section}"):
            await shopper.find_section(section)
    async with shopper.step("ask the progress query"):
        await shopper.ask_status()
    async with shopper.step("check the links seen"):
        await shopper.check_links()
