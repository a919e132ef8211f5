"""What the pages of a scored round say of how sure their figures are, of the sum of a score and of a change."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from anfang.model import City, Observation
from anfang.report.html import write
from anfang.survey import planned
from scoring.certainty import certainty
from scoring.retest import retest
from scoring.settings import load_settings
from tests.report.html.reader import Element, follow, read
from tests.report.html.test_site import checked_links, own_words
from tests.scoring.sample import CATALOGUE, PLAN, WEIGHTS, portal, scored, without

SETTINGS = replace(load_settings(), draws=60, seed=9)
NAMES = ("甲州", "乙州", "丙州", "丁州", "戊州", "己州", "庚州")
CITIES = tuple(City(f"c{at}", name, f"City {at}", "华东" if at < 4 else "华北") for at, name in enumerate(NAMES))


def seen(**changed: dict[str, object]) -> list[object]:
    """City n has n seconds of load time more; `changed`: city -> other rows."""
    return [one for at, city in enumerate(CITIES) for one in portal(city.id, **({"tech_load": 3 + at} | changed.get(city.id, {})))]  # type: ignore[arg-type]


BEFORE = scored(seen(), cities=CITIES, name="first")  # type: ignore[arg-type]
CHANGED = {"c0": {"proc_trips": {"declared": 0, "derived": 0, "used": 0}}, "c6": {"guide_scenario": "absent"}}
SAID = Observation("c0", "survey", "", "sat_survey", "observed", {"satisfied": 90, "asked": 100, "groups": {"企业": {"satisfied": 50, "asked": 50}}}, observer="survey")
AFTER = scored([*seen(**CHANGED), SAID], cities=CITIES, name="second", plan=planned(PLAN, [SAID], CATALOGUE))  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    again = scored(seen(**CHANGED, c1={"tech_load": 5}), cities=CITIES, name="again")  # type: ignore[arg-type]
    sure = certainty(AFTER, WEIGHTS, SETTINGS, before=BEFORE, again=retest([(AFTER, again)]))
    assert sure.changes is not None
    out = tmp_path_factory.mktemp("out") / "report"
    return write(AFTER, out, against=BEFORE, comparison=sure.changes.comparison, certainty=sure).parent


def cells(row: Element) -> list[str]:
    return [" ".join(cell.text().split()) for cell in row.all("td")]


def test_the_ranking_has_likely_ranks_and_bands(report: Path) -> None:
    page = read(report / "en" / "ranking.html")
    row = cells(page.one("table", id="ranking").one("tr", data_city="c0"))
    assert (row[0], row[4], row[5]) == ("1", "1–1", "1")
    assert "60 draws, seed 9." in page.text()
    assert "Likely ranks: with every weight moved by up to 25% and everything measured again" in page.text()


def test_regions_are_told_against_chance(report: Path) -> None:
    text = read(report / "zh" / "regions.html").text()
    assert "如果把城市随机分组" in text
    assert "均值区间（测量误差）" in text


def test_the_comparison_begins_with_what_changed(report: Path) -> None:
    """One of seven cities needs two trips less: 2 -> 12 / 7 = 1.71."""
    for name in ("comparison", "index"):
        told = [one.text() for one in read(report / "en" / f"{name}.html").one("section", id="verdict").all("p")]
        assert told[0].startswith("Trips fell from 2.00 to 1.71, mainly Seal engraving (−0.14), Company registration (−0.14). Of 7 cities")
        assert told[1].startswith("The mean score fell from ")
    page = read(report / "en" / "comparison.html")
    parts = {row["data-part"]: cells(row) for row in page.one("table", class_="parts").all("tr") if "data-part" in row.attributes}
    # trips 7 / 7 cities, scenario - 0.3 x 8 / 14 x 80 / 7
    assert parts["proc_trips"][-1] == "+1.00"
    assert parts["guide_scenario"][-1] == "−1.96"


def test_a_class_leads_to_the_parts_of_the_citys_change(report: Path) -> None:
    page = report / "zh" / "comparison.html"
    row = next(one for one in read(page).all("tr") if one.attributes.get("data-city") == "c0" and "提高" in one.text())
    link = next(one for one in row.all("a") if one.text() == "提高")
    target, heading = follow(page, link["href"])
    assert heading.text().split() == ["变化", "提高"]
    table = read(target).one("table", class_="parts")
    assert [cells(one)[-1] for one in table.all("tr") if one.attributes.get("data-part") == "proc_trips"] == ["+7.00"]


def test_the_city_page_tells_the_whole_sum(report: Path) -> None:
    page = read(report / "en" / "city" / "c0.html")
    sums = {one["data-node"]: " ".join(one.text().split()) for one in page.all("p", class_="sum")}
    assert sums["processing"] == "Processing = (24 × 100 + 12 × 50) / 36 = 83.33"
    assert sums["headline"].startswith("Score = (30 × 67.143 + 20 × 100 + 30 × 83.333 + 20 × 70) / 100 =")
    form = next(one for one in page.one("details", class_="reckoning").all("tr") if one.attributes.get("data-indicator") == "guide_blank_form")
    assert cells(form) == ["Blank form downloadsmean = (100 + 0) / 2 = 50", "downloads and opens, not needed: 100; broken, absent: 0", "50.00", "6", "12.86%", "6.43"]


def test_the_city_page_tells_what_would_lift_it(report: Path) -> None:
    page = read(report / "zh" / "city" / "c6.html")
    assert "上升 " in page.text()
    rows = [one["data-indicator"] for one in page.all("tr") if one.attributes.get("data-indicator") == "guide_scenario"]
    assert rows


def test_shared_problems_and_the_key_list(report: Path) -> None:
    """Load times differ, trips are the same in six of seven cities; nobody offers the seal online."""
    page = read(report / "en" / "problems.html")
    spots = {(one["data-indicator"], one["data-step"]): cells(one) for one in page.all("tr") if "data-indicator" in one.attributes}
    assert spots["proc_trips", ""][3:6] == ["6 of 7", "6", "+42.00"]
    assert "Seal engraving: of 7 cities 0 are fully online, 7 are not, and 0 are undecided." in page.text()
    rows = [one for one in page.one("table", id="key-rows").all("tr") if one.attributes.get("data-step") == "seal"]
    target, place = follow(report / "en" / "problems.html", next(one["href"] for one in rows[0].all("a") if "online application" in one.text()))
    assert (target.name, place["data-indicator"]) == ("c0.html", "proc_apply")


def test_a_citys_problems_say_what_they_cost_and_since_when(report: Path) -> None:
    page = read(report / "en" / "city" / "c6.html")
    rows = {(one["data-indicator"], one["data-step"]): cells(one) for one in page.all("tr") if "data-step" in one.attributes}
    scenario, trips = rows["guide_scenario", ""], rows["proc_trips", ""]
    # absent: 0.3 x 8 / 14 x 100
    assert scenario[3:7] == ["0", "+17.14", "repeated, since first", "Government service administration"]
    assert trips[3:6] == ["65", "+7.00", "repeated, since first"]


def test_what_people_say_has_margins(report: Path) -> None:
    rows = [cells(one) for one in read(report / "en" / "city" / "c0.html").all("tr") if one.attributes.get("data-indicator") == "sat_survey"]
    assert rows[0] == ["Satisfaction survey", "everybody", "100", "90.00%", "82.6%–94.5%"]
    assert rows[1][1:4] == ["企业", "50", "100.00%"]


def test_every_link_holds(report: Path) -> None:
    assert checked_links(report) > 500


@pytest.mark.parametrize("name", ["ranking", "regions", "problems", "comparison", "city/c0", "city/c6", "before/c0"])
def test_each_language_speaks_for_itself(report: Path, name: str) -> None:
    words = set(re.findall(r"[A-Za-z][A-Za-z_]{2,}", own_words(read(report / "zh" / f"{name}.html"))))
    assert words <= {"CAB_CSISA", "HTTPS", "IPv", "first", "second"}
    assert re.findall("[\u3000-\u9fff\uff00-\uffef]+", own_words(read(report / "en" / f"{name}.html"))) == []


@pytest.mark.parametrize("gap", ["", "tech_load"])
def test_a_round_of_one_city_ranked_or_not(gap: str, tmp_path: Path) -> None:
    """Nothing to test, nobody to be before: the pages say so and nothing breaks."""
    one, two = (scored(without(portal("c0"), gap) if gap else portal("c0"), cities=CITIES[:1], name=name) for name in ("first", "second"))
    sure = certainty(two, WEIGHTS, SETTINGS, before=one)
    assert sure.changes is not None
    out = write(two, tmp_path / "report", against=one, comparison=sure.changes.comparison, certainty=sure).parent
    text = read(out / "en" / "comparison.html").text()
    assert "A single city in both rounds cannot be tested." in text
    assert ("The mean score stayed at" in text) is (gap == "")
    assert "Fewer than two groups can be tested." in read(out / "en" / "regions.html").text()
    city = read(out / "en" / "city" / "c0.html")
    assert bool(list(city.all("h2", id="what-if"))) is (gap == "")
    assert not [one for one in city.all("p", class_="sum") if one["data-node"] == "headline"] or gap == ""
