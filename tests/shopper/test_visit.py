from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from playwright.async_api import Browser

from anfang.errors import BrowserDied
from anfang.evidence import EvidenceStore
from anfang.model import City
from anfang.shopper.browser import open_browser
from anfang.shopper.job import VisitJob, VisitRecord
from anfang.shopper.page import Page
from anfang.shopper.snapshot import unpack
from anfang.shopper.visit import allowed_hosts, judge, planned_rows, visit
from tests.conftest import See
from tests.portals.looks import CITY, NOW, STEPS, look, trail
from tests.portals.site import Site

BASKET = (
    "guide_findable", "guide_core_elements", "guide_blank_form", "proc_apply", "proc_status", "tech_search_ok", "tech_links",
    "int_consult_channel", "int_complaint_channel",
)  # fmt: skip


def job(site: Site, home: str = "", **changes: object) -> VisitJob:
    city = replace(CITY, portals={"portal": site.url(home)})
    made = VisitJob(city, "portal", "business_startup", STEPS, BASKET, True, NOW)
    return replace(made, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("url", "lab", "may"),
    [
        ("http://qinghe.portal.test/list", True, True),
        ("https://qinghe.portal.test:8443/list", True, True),
        ("http://elsewhere.portal.test/", True, False),
        ("http://qinghe.portal.test.evil.test/", True, False),
        ("http://qinghe.portal.test@evil.test/", True, False),
        ("file:///etc/passwd", True, False),
        ("javascript:alert(1)", True, False),
        ("data:text/html,x", True, False),
        ("chrome://version", True, False),
    ],
)
def test_hosts_that_may_be_visited(url: str, lab: bool, may: bool) -> None:
    assert allowed_hosts(CITY, lab=lab)(url) is may


def test_private_addresses_only_in_the_lab() -> None:
    here = City("x", "x", "x", "east", portals={"portal": "http://127.0.0.1:8000/"})
    assert allowed_hosts(here, lab=True)("http://127.0.0.1:8000/")
    assert not allowed_hosts(here, lab=False)("http://127.0.0.1:8000/")


def test_planned_rows_are_per_step_or_per_portal(site: Site) -> None:
    rows = planned_rows(job(site, basket=("guide_findable", "tech_links", "no_such_row")))
    assert rows == [*(("guide_findable", step) for step in STEPS), ("tech_links", "")]


@pytest.mark.browser
async def test_the_same_trail_judged_twice_gives_equal_observations(see: See, site: Site) -> None:
    made = trail(look("home", await see("home")), look("guide", await see("guide_table"), "registration"))
    again = trail(*(replace(one, page=Page(unpack(one.page.snapshot.packed(one.page.text)))) for one in made.looks))
    assert judge(made, job(site)) == judge(made, job(site)) == judge(again, job(site))


@pytest.fixture(scope="module")
async def measured(browser: Browser, site: Site, tmp_path_factory: pytest.TempPathFactory) -> tuple[VisitRecord, EvidenceStore]:
    store = EvidenceStore(tmp_path_factory.mktemp("evidence"))
    site.asked.clear()
    return await visit(job(site), browser, store), store


@pytest.mark.browser
async def test_a_whole_visit(measured: tuple[VisitRecord, EvidenceStore]) -> None:
    record, _store = measured
    assert record.outcome == "measured"
    seen = {(one.indicator, one.step): one.value if one.status == "observed" else one.reason for one in record.observations}
    assert [seen["guide_findable", step] for step in STEPS] == [2, 2, 2, 2]
    assert [seen["guide_blank_form", step] for step in STEPS] == ["works", "broken", "not_needed", "absent"]
    assert [seen["proc_apply", step] for step in STEPS] == ["login_item", "form", "broken", "absent"]
    assert seen["proc_status", ""] == "stages"
    assert seen["tech_search_ok", "registration"] == 3
    assert seen["int_consult_channel", ""] == {"form": "open", "sent": None}
    assert seen["int_complaint_channel", ""].startswith("off_site:elsewhere.portal.test")
    assert all(entry.ok for entry in record.diary)


@pytest.mark.browser
async def test_every_quote_is_found_in_its_stored_snapshot(measured: tuple[VisitRecord, EvidenceStore]) -> None:
    record, store = measured
    quoted = [proof for one in record.observations for proof in one.evidence if proof.quote]
    assert len(quoted) > 20
    for proof in quoted:
        snapshot = unpack(store.read(proof.snapshot))
        text = "".join(f"{Page(snapshot).text}\n{snapshot.title}".split())
        assert "".join(proof.quote.split()) in text, proof


@pytest.mark.browser
async def test_no_other_host_is_requested_in_a_whole_visit(measured: tuple[VisitRecord, EvidenceStore], site: Site) -> None:
    assert measured[0].outcome == "measured"
    assert {host for host, _path in site.asked} <= {"qinghe.portal.test"}


@pytest.mark.browser
@pytest.mark.parametrize(("home", "outcome"), [("hang-up", "home_dead"), ("error", "home_dead"), ("gone", "home_dead"), ("refused", "blocked")])
async def test_a_home_page_that_is_none(browser: Browser, site: Site, tmp_path: Path, home: str, outcome: str) -> None:
    record = await visit(job(site, home), browser, EvidenceStore(tmp_path))
    assert record.outcome == outcome
    assert {one.status for one in record.observations} == ({"blocked"} if outcome == "blocked" else set())
    assert record.reason


@pytest.mark.browser
async def test_a_dead_browser_is_our_failure_and_no_observation(site: Site, tmp_path: Path) -> None:
    async with open_browser() as browser:
        await browser.close()
        with pytest.raises(BrowserDied):
            await visit(job(site), browser, EvidenceStore(tmp_path))
