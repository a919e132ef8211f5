from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from anfang.cities import load_cities
from anfang.errors import BadInput
from anfang.evidence import EvidenceStore
from anfang.model import Evidence, Observation
from anfang.shopper.hints import Hints, hints_of, proposed
from anfang.shopper.job import VisitJob, VisitRecord
from anfang.shopper.shopper import Shopper
from anfang.shopper.tab import Tab
from anfang.shopper.visit import allowed_hosts
from anfang.shopper.walker import Walker
from probes.guide import findable
from tests.portals.looks import CITY, NOW, STEPS
from tests.portals.site import Site

CITIES = """cities:
  - id: jia
    name: 甲市
    region: 华东
    portals: {portal: "https://zwfw.jia.example.cn/"}
    hints:
      names: {seal: 印信制发}
      guides: {seal: "https://zwfw.jia.example.cn/g/1"}
"""


def hinted(tab: Tab, site: Site, folder: Path, **hints: object) -> Shopper:
    city = replace(CITY, portals={"portal": site.url("news")}, hints=hints)
    allowed = allowed_hosts(city, lab=True)
    job = VisitJob(city, "portal", "business_startup", STEPS, (), True, NOW)
    return Shopper(job, Walker(tab, EvidenceStore(folder), allowed, budget=60))


def test_hints_are_read_from_the_cities_file(tmp_path: Path) -> None:
    file = tmp_path / "cities.yaml"
    file.write_text(CITIES, encoding="utf-8")
    told = hints_of(load_cities(file)[0].hints)
    assert told == Hints(names={"seal": "印信制发"}, guides={"seal": "https://zwfw.jia.example.cn/g/1"})


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("guides:", "guide:", "did you mean 'guides'"),
        ("https://zwfw.jia.example.cn/g/1", "javascript:alert(1)", "hint seal: the scheme 'javascript'"),
        ("names:", "sections: {chat: x}\n      names:", "'chat' is none of consult, complaint"),
    ],
)
def test_a_wrong_hint_names_its_line(tmp_path: Path, old: str, new: str, said: str) -> None:
    file = tmp_path / "cities.yaml"
    file.write_text(CITIES.replace(old, new), encoding="utf-8")
    with pytest.raises(BadInput, match=said) as bad:
        load_cities(file)
    assert "cities.yaml:" in str(bad.value)


@pytest.mark.browser
async def test_a_hint_opens_the_guide_and_never_answers_how_it_is_found(tab: Tab, site: Site, tmp_path: Path) -> None:
    shopper = hinted(tab, site, tmp_path, start=site.url("no_complaint"), guides={"seal": site.url("guide_heads")})
    await shopper.open_home()
    look = await shopper.find_guide("seal")
    assert look is not None
    assert (look.page.url, look.note) == (site.url("guide_heads"), "found by hint")
    found = findable(shopper.trail, step="seal")
    assert (found.status, found.reason) == ("not_observed", "a hint alone led to the guide")


@pytest.mark.browser
async def test_a_start_page_and_a_name_of_the_portals_own(tab: Tab, site: Site, tmp_path: Path) -> None:
    shopper = hinted(tab, site, tmp_path, start=site.url(), names={"seal": "印信制发"})
    await shopper.open_home()
    assert shopper.home_stand.url == site.url()
    assert shopper.trail.lexicon.words("steps", "seal", "names")[0] == "印信制发"


@pytest.mark.browser
async def test_a_section_at_its_hinted_address(tab: Tab, site: Site, tmp_path: Path) -> None:
    shopper = hinted(tab, site, tmp_path, start=site.url(), sections={"consult": site.url("consult")})
    await shopper.open_home()
    await shopper.find_section("consult")
    look = shopper.trail.first("consult")
    assert look is not None
    assert look.note == "found by hint"


def test_what_a_visit_found_is_proposed() -> None:
    def seen(indicator: str, value: object, step: str = "", url: str = "http://a.portal.test/x") -> Observation:
        return Observation("a", "portal", step, indicator, "observed", value, evidence=(Evidence(url=url),))

    record = VisitRecord(
        "measured",
        (
            seen("guide_findable", 3, "seal", "http://a.portal.test/seal"),
            seen("guide_findable", "absent", "invoice"),
            seen("int_consult_channel", {"form": "open", "sent": None}, url="http://a.portal.test/ask"),
            seen("int_complaint_channel", {"form": "absent", "sent": None}),
        ),
    )
    assert proposed(record) == {
        "guides": {"seal": "http://a.portal.test/seal"},
        "sections": {"consult": "http://a.portal.test/ask"},
    }
