from __future__ import annotations

import pytest

from anfang.shopper.fetch import document_works
from anfang.shopper.shopper import Shopper
from tests.portals.site import Site

pytestmark = pytest.mark.browser


async def at_guide(shopper: Shopper, site: Site, page: str, step: str) -> None:
    """The home page was opened and the guide found at the address of the page."""
    await shopper.open_home()
    shopper.look("guide", await shopper.walker.open(site.url(page)), step=step)


async def test_every_tab_is_opened_and_seen(shopper: Shopper, site: Site) -> None:
    await at_guide(shopper, site, "guide_tabs", "registration")
    await shopper.read_guide("registration")
    seen = {look.label: look.page.text for look in shopper.trail.all("tab", "registration")}
    assert "审核通过后发证" in seen["办理流程"]
    assert "公司章程" in seen["申请材料"], "fetched after the press"
    assert "名称可以自己取吗" in seen["常见问题"]


async def test_forms_are_fetched_and_told_by_what_they_are(shopper: Shopper, site: Site) -> None:
    await at_guide(shopper, site, "guide_table", "registration")
    await at_guide(shopper, site, "guide_heads", "seal")
    for step in ("registration", "seal"):
        await shopper.read_guide(step)
    told = {(got.step, got.kind): (got.detected, document_works(got)) for got in shopper.trail.fetched}
    assert told == {
        ("registration", "blank_form"): ("docx", True),
        ("registration", "sample_form"): ("docx", True),
        ("seal", "blank_form"): ("html", False),
        ("seal", "sample_form"): ("empty", False),
    }


async def test_the_application_button_is_pressed_and_what_follows_seen(shopper: Shopper, site: Site) -> None:
    await at_guide(shopper, site, "guide_table", "registration")
    await shopper.try_to_apply("registration")
    look = shopper.trail.first("apply", "registration")
    assert look is not None
    assert (look.page.title, look.note, look.path[-1]) == ("统一身份认证", "", "在线办理")


async def test_a_button_that_does_nothing_is_noted(shopper: Shopper, site: Site) -> None:
    await at_guide(shopper, site, "guide_cards", "invoice")
    await shopper.try_to_apply("invoice")
    look = shopper.trail.first("apply", "invoice")
    assert look is not None
    assert look.note == "nothing happens"


async def test_a_combined_without_a_button_has_no_application(shopper: Shopper, site: Site) -> None:
    await at_guide(shopper, site, "guide_prose", "social_insurance")
    await shopper.try_to_apply("social_insurance")
    assert shopper.trail.first("apply", "social_insurance") is None


async def test_a_step_without_a_guide_is_left_alone(shopper: Shopper) -> None:
    await shopper.open_home()
    await shopper.read_guide("seal")
    await shopper.try_to_apply("seal")
    assert [look.role for look in shopper.trail.looks] == ["home"]
