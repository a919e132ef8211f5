from __future__ import annotations

import pytest

from anfang.shopper import searching
from anfang.shopper.lexicon import load
from anfang.shopper.shopper import Shopper
from tests.conftest import See
from tests.portals.site import Site

pytestmark = pytest.mark.browser


async def test_the_box_for_case_numbers_is_no_site_search(see: See) -> None:
    page = await see("home")
    assert [page.name_of_field(box) for box in searching.search_boxes(page, load("zh"))] == ["请输入您要办理的事项"]


async def test_a_page_without_a_box_has_none(see: See) -> None:
    assert searching.search_boxes(await see("list"), load("zh")) == []


async def test_the_rank_of_the_result_that_leads_to_the_guide(shopper: Shopper, site: Site) -> None:
    await shopper.open_home()
    await shopper.find_guide("registration")
    await shopper.search_for("registration")
    asked = shopper.trail.asked["registration"]
    assert asked == {"query": "企业设立登记", "rank": 3}, "after a headline and another errand"
    look = shopper.trail.first("search", "registration")
    assert look is not None
    assert look.path == ("?",)


async def test_a_query_whose_results_do_not_lead_to_the_guide_has_no_rank(shopper: Shopper) -> None:
    await shopper.open_home()
    await shopper.find_guide("seal")
    await shopper.search_for("seal")
    assert shopper.trail.asked["seal"]["rank"] is None
