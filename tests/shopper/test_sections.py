from __future__ import annotations

import pytest

from anfang.shopper.shopper import Shopper
from tests.portals.site import Site

pytestmark = pytest.mark.browser


async def test_consultation_form_is_found(shopper: Shopper) -> None:
    await shopper.open_home()
    await shopper.find_section("consult")
    look = shopper.trail.first("consult")
    assert look is not None
    assert (look.page.title, look.path) == ("我要咨询", ("我要咨询",))


async def test_a_complaint_on_another_host_is_told_and_never_requested(shopper: Shopper, site: Site) -> None:
    await shopper.open_home()
    await shopper.find_section("complaint")
    assert shopper.trail.first("complaint") is None
    assert shopper.trail.unknown["complaint"] == "off_site:elsewhere.portal.test:" + str(site.port)
    assert "elsewhere.portal.test" not in {host for host, path in site.asked if path == "/complaint"}


async def test_nothing_is_sent(shopper: Shopper, site: Site) -> None:
    await shopper.open_home()
    for section in ("consult", "complaint", "login", "scenario"):
        await shopper.find_section(section)
    assert "/sent" not in {path for _host, path in site.asked}
