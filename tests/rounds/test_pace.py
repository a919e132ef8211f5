from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.async_api import Browser

from anfang import authorisation
from anfang.evidence import EvidenceStore
from anfang.rounds.pace import Pace
from anfang.shopper.browser import new_context
from anfang.shopper.fetch import client, fetch
from anfang.shopper.limits import CURRENT
from anfang.shopper.robots import Robots
from anfang.shopper.tab import Tab, retry_after
from anfang.store import Store
from tests.portals.site import Site
from tests.sample import CITIES, PLAN
from tests.test_authorisation import EXAMPLE, written

HERE = "http://qinghe.portal.test/"
NOON = 1772452800.0


@pytest.fixture
def granted(tmp_path: Path) -> authorisation.Authorisation:
    return authorisation.load(written(tmp_path, EXAMPLE))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "spring", PLAN, CITIES) as made:
        yield made


class Clock:
    """A wall clock that tests set."""

    def __init__(self) -> None:
        self.at = NOON

    def __call__(self) -> float:
        return self.at


async def test_the_pace_is_kept_over_a_restart_and_by_the_host(store: Store, granted: authorisation.Authorisation) -> None:
    clock = Clock()
    assert await Pace(store, "qinghe", "portal", granted, now=clock).admit(HERE) == ""
    restarted = Pace(store, "linhai", "portal", granted, now=clock)
    assert restarted.wait("qinghe.portal.test") == 5.0
    assert restarted.wait("linhai.portal.test") == 0.0
    clock.at += 3
    assert restarted.wait("qinghe.portal.test") == pytest.approx(2.0)
    clock.at -= 86_400
    assert restarted.wait("qinghe.portal.test") == 5.0, "a clock that was set back costs one pace and no more"


async def test_the_days_number_of_pages_and_of_checks_is_counted_apart(store: Store, granted: authorisation.Authorisation) -> None:
    clock, few = Clock(), granted.model_copy(update={"page_loads_a_day": 2, "availability_a_day": 1})
    pace = Pace(store, "qinghe", "portal", few, now=clock)
    for _ in range(2):
        clock.at += 6
        assert await pace.admit(HERE) == ""
    clock.at += 6
    assert await pace.admit(HERE) == "quota: 2 a day"
    assert await pace.admit_check(HERE) == ""
    assert await pace.admit_check(HERE) == "quota: 1 a day"
    assert await Pace(store, "linhai", "portal", few, now=Clock()).admit("http://linhai.portal.test/") == ""
    clock.at += 86_400
    assert await pace.admit(HERE) == ""


async def test_retry_after_is_waited_for_or_ends_the_visits_loads(store: Store, granted: authorisation.Authorisation) -> None:
    clock = Clock()
    pace = Pace(store, "qinghe", "portal", granted, now=clock)
    pace.hold(HERE, 30)
    assert pace.wait("qinghe.portal.test") == 30.0
    pace.hold(HERE, 3600)
    assert await pace.admit(HERE) == "Retry-After: 3600 s"
    assert await pace.admit("http://other.portal.test/") == ""


@pytest.mark.parametrize(("header", "seconds"), [("120", 120.0), ("", 0.0), ("soon", 0.0), ("Mon, 02 Mar 2020 00:00:00 GMT", 0.0)])
def test_retry_after_is_a_number_or_a_date(header: str, seconds: float) -> None:
    assert retry_after(header) == seconds


@pytest.mark.browser
async def test_pages_and_checks_that_robots_forbid_are_not_asked_for(
    store: Store, granted: authorisation.Authorisation, browser: Browser, site: Site, tmp_path: Path
) -> None:
    evidence = EvidenceStore(tmp_path / "evidence")
    async with client(user_agent="Anfang", cookies={}, lab=True) as http:
        robots = Robots(http, evidence)
        pace = Pace(store, "qinghe", "portal", granted, robots, now=lambda: time.time() * 100)
        known = CURRENT.set(pace)
        context = await new_context(browser)
        try:
            tab = Tab(context, allowed=lambda url: True)
            await tab.open()
            checking = client(user_agent="Anfang", cookies={}, lab=True)
            assert (await tab.goto(site.url("home", host="robots"))).status == 200
            assert "evaluation@example.org" in await tab.page.evaluate("navigator.userAgent")
            refused = await tab.goto(site.url("guide_table", host="robots"))
            assert refused.failure == "refused: robots"
            got = await fetch(checking, site.url("guide_table", host="robots"), lambda url: True)
            assert got.failure == "refused: robots"
            await checking.aclose()
        finally:
            CURRENT.reset(known)
            await context.close()
    assert ("robots.portal.test", "/guide_table") not in site.asked
    origin = site.url(host="robots").rstrip("/")
    assert b"Disallow: /guide_table" in evidence.read(robots.kept[origin])
    assert tab.refused == [f"robots: {site.url('guide_table', host='robots')}"]


@pytest.mark.parametrize(("path", "may"), [("gone.txt", True), ("error", True)])
async def test_without_rules_everything_may_be_asked_for(site: Site, tmp_path: Path, path: str, may: bool) -> None:
    async with httpx.AsyncClient() as http:
        robots = Robots(http, EvidenceStore(tmp_path))
        assert await robots.allows(f"http://127.0.0.1:{site.port}/{path}") is may


