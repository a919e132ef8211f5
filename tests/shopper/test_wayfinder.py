from __future__ import annotations

from pathlib import Path

import pytest

from anfang.evidence import EvidenceStore
from anfang.shopper.lexicon import load
from anfang.shopper.tab import Tab
from anfang.shopper.verdict import Verdict
from anfang.shopper.walker import Stand, Walker
from anfang.shopper.wayfinder import Wayfinder
from tests.portals.site import Site

pytestmark = pytest.mark.browser
ZH = load("zh")


def never(stand: Stand) -> Verdict:
    return Verdict(0, 1, ())


@pytest.fixture
async def finder(tab: Tab, tmp_path: Path, site: Site) -> Wayfinder:
    walker = Walker(tab, EvidenceStore(tmp_path), lambda url: "://qinghe." in url, budget=60)
    return Wayfinder(walker, ZH, await walker.open(site.url()))


@pytest.mark.parametrize(
    ("step", "page", "path"),
    [
        ("registration", "guide_table", ("法人办事", "办事指南")),
        ("seal", "guide_heads", ("法人办事", "公章刻制")),
        ("invoice", "guide_cards", ("法人办事", "发票领用")),
        ("social_insurance", "guide_prose", ("法人办事", "社会保险登记")),
    ],
)
async def test_guides_are_found_two_clicks_from_home(finder: Wayfinder, site: Site, step: str, page: str, path: tuple[str, ...]) -> None:
    outcome = await finder.guide(step)
    assert outcome.stand is not None
    assert outcome.stand.url == site.url(page)
    assert finder.clicks_to(outcome.stand) == (2, path)


async def test_the_clicks_are_the_shortest_way_discovered(finder: Wayfinder, site: Site) -> None:
    deep = await finder.walker.open(site.url("guide_table"), path=("一", "二", "三"), clicks=3)
    assert finder.clicks_to(deep) == (3, ("一", "二", "三")), "as walked, where no shorter way is known"
    outcome = await finder.guide("registration")
    assert outcome.stand is not None
    assert finder.clicks_to(outcome.stand)[0] == 2


async def test_off_site_sections_are_told_and_not_requested(finder: Wayfinder, site: Site) -> None:
    outcome = await finder.section("complaint", never)
    assert outcome.stand is None
    assert outcome.off_site == [site.url("complaint", host="elsewhere")]
    assert ("elsewhere.portal.test", "/complaint") not in site.asked


async def test_every_link_followed_is_kept_with_its_reason(finder: Wayfinder) -> None:
    outcome = await finder.guide("seal")
    last = outcome.record.choices[-1]
    assert (last.words, last.reasons, last.to, last.accepted) == ("公章刻制", [("goal", "")], outcome.record.found, True)
    assert outcome.stand is not None, "a dead news link of the same words does not hide the entry"
    assert all(choice.reasons and (choice.signs or not choice.to) for choice in outcome.record.choices)
    assert {choice.at for choice in outcome.record.choices} <= set(outcome.record.stops)


async def test_nothing_promising_left_is_absence(finder: Wayfinder) -> None:
    outcome = await finder.section("login", never)
    assert (outcome.stand, outcome.exhausted) == (None, True)


async def test_a_budget_that_is_spent_is_no_absence(tab: Tab, tmp_path: Path, site: Site) -> None:
    walker = Walker(tab, EvidenceStore(tmp_path), lambda url: "://qinghe." in url, budget=1)
    finder = Wayfinder(walker, ZH, await walker.open(site.url()))
    outcome = await finder.guide("seal")
    assert (outcome.stand, outcome.exhausted) == (None, False)
