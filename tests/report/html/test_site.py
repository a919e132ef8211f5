from __future__ import annotations

import gzip
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from anfang.errors import BadInput
from anfang.evidence import EvidenceStore
from anfang.model import Evidence, RoundResults
from anfang.report.html import write
from tests.report.byhand import FORMULA_QUOTE, HOSTILE_QUOTE, HOSTILE_URL, compared
from tests.report.html.reader import Element, follow, read

TAGS = set(
    re.findall(
        r"\w+",
        """html head meta title link script body header div a nav main section p h1 h2 h3 span strong b i small code dl dt
        dd table thead tbody tfoot tr th td figure img footer label input select option article blockquote details
        summary br ul li ol mark""",
    )
)
"""Every element that a report is made of."""

IDENTIFIERS = {"SIMULATED", "PRELIMINARY", "CAB_CSISA", "first", "second"}


def pages(report: Path) -> list[Path]:
    return sorted(report.rglob("*.html"))


def checked_links(report: Path) -> int:
    """How many links there are, each of which leads to a page and its anchor."""
    trees = {page.resolve(): read(page) for page in pages(report)}
    anchors = {
        page: {one["id"] for one in tree.all() if "id" in one.attributes} for page, tree in trees.items()
    }
    links = [(page, one.attributes.get("href") or one.attributes.get("src", "")) for page, tree in trees.items() for one in tree.all() if {"href", "src"} & set(one.attributes)]  # fmt: skip
    for page, link in links:
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.is_file(), f"{page.name} -> {link}"
        assert not anchor or anchor in anchors[target], f"{page.name} -> {link}"
    return len(links)


def test_every_internal_link_leads_to_a_page_and_its_anchor(report: Path) -> None:
    assert checked_links(report) > 500


def test_anchors_are_unique_on_their_page(report: Path) -> None:
    for page in pages(report):
        ids = [one["id"] for one in read(page).all() if "id" in one.attributes]
        assert len(ids) == len(set(ids)), page


def test_nothing_is_loaded_from_outside_and_no_portal_is_linked(report: Path) -> None:
    for page in pages(report):
        for one in read(page).all():
            for name in ("href", "src", "action", "srcset", "content"):
                assert not re.search(
                    r"\w+:(?!//www.w3)|//", one.attributes.get(name, "").replace("data:;", "")
                ), one.attributes
    css = (report / "assets" / "report.css").read_text()
    assert "url(" not in css
    assert "@import" not in css


def test_hostile_text_stays_text(report: Path) -> None:
    for page in pages(report):
        tree = read(page)
        assert {one.tag for one in tree.all()} <= TAGS
        assert [one["src"].endswith("assets/report.js") for one in tree.all("script")] in ([True], [])
        assert not [one for one in tree.all() if any(name.startswith("on") for name in one.attributes)]
        assert [
            one
            for one in tree.all("meta", http_equiv="Content-Security-Policy")
            if "default-src 'none'" in one["content"]
        ]
    city = read(report / "zh" / "city" / "xinhe.html")
    assert HOSTILE_QUOTE in city.text()
    assert HOSTILE_URL in city.text()


def test_control_characters_and_overrides_are_gone(report: Path) -> None:
    for page in pages(report):
        assert not re.search(
            "[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", page.read_text("utf-8")
        )


def test_a_figure_of_the_ranking_leads_to_the_text_that_was_quoted(
    report: Path, evidence: EvidenceStore
) -> None:
    ranking = report / "zh" / "ranking.html"
    row = read(ranking).one("table", id="ranking").one("tr", data_city="beiling")
    page, dimension = follow(ranking, row.one("a", data_dimension="processing")["href"])
    assert dimension["data-city"] == "beiling"
    trips = dimension.one("article", data_indicator="proc_trips")
    assert trips["data-points"] == "40.0"
    seen = trips.one("div", data_step="registration", data_status="observed")
    quote = seen.one("blockquote")
    assert quote.text() == quote["data-quote"] == FORMULA_QUOTE
    _, anchor = follow(page, seen.one("a", class_="snapshot")["href"])
    assert anchor.parent
    after = anchor.parent.children[anchor.parent.children.index(anchor) + 1]
    assert isinstance(after, Element)
    assert (after.tag, after.text()) == ("mark", FORMULA_QUOTE)
    stored = json.loads(gzip.decompress(evidence.read(quote["data-sha"])))
    assert quote["data-quote"] in stored["text"]


def test_a_quotation_over_two_lines_is_found_with_white_space_folded(
    report: Path, evidence: EvidenceStore
) -> None:
    city = report / "en" / "city" / "xinhe.html"
    seen = read(city).one("div", data_indicator="guide_time_limits", data_step="seal")
    _, anchor = follow(city, seen.one("a", class_="snapshot")["href"])
    assert anchor["class"] == "anchor"
    stored = json.loads(gzip.decompress(evidence.read(seen.one("blockquote")["data-sha"])))
    assert HOSTILE_QUOTE in " ".join(stored["text"].split())
    assert HOSTILE_QUOTE not in stored["text"]


def test_both_sides_of_a_comparison_lead_to_their_own_round(report: Path) -> None:
    page = report / "en" / "comparison.html"
    before, after = list(read(page).one("tr", data_city="beiling").all("a"))[1:3]
    assert (before.text(), after.text()) == ("88.50", "66.00")
    for link, name, score in ((before, "first", "88.50"), (after, "second", "66.00")):
        target, tile = follow(page, link["href"])
        assert score in tile.text()
        assert read(target).one("body")["data-round"] == name


def test_the_same_page_in_the_other_language_is_one_link_away(report: Path) -> None:
    for path in ("zh/index.html", "zh/city/xinhe.html", "en/before/nanzhou.html"):
        page = report / path
        other, _ = follow(page, read(page).one("a", class_="language")["href"])
        assert other.name == page.name
        assert {page.relative_to(report).parts[0], other.relative_to(report.resolve()).parts[0]} == {
            "zh",
            "en",
        }


def own_words(element: Element) -> str:
    """The text that the report itself speaks: no quotations, identifiers, addresses or names in another language."""
    if element.tag in {"code", "blockquote", "script", "style"} or element.attributes.get("class", "") in {
        "url",
        "raw",
        "language",
    }:
        return ""
    return " ".join(own_words(child) if isinstance(child, Element) else child for child in element.children)


@pytest.mark.parametrize("page", ["index", "ranking", "regions", "comparison", "methodology", "city/beiling", "city/donggang", "before/xinhe"])  # fmt: skip
def test_each_language_speaks_for_itself(report: Path, page: str) -> None:
    chinese = own_words(read(report / "zh" / f"{page}.html"))
    assert set(re.findall(r"[A-Za-z][A-Za-z_]{2,}", chinese)) <= IDENTIFIERS
    english = own_words(read(report / "en" / f"{page}.html"))
    assert re.findall("[\u3000-\u9fff\uff00-\uffef]+", english) == []


def test_simulated_and_preliminary_are_said_on_every_page(report: Path) -> None:
    for page in pages(report / "zh") + pages(report / "en"):
        banner = read(page).one("div", class_="banner").text()
        assert "SIMULATED" in banner
        assert ("PRELIMINARY" in banner) == ("before" not in page.parts)


def test_the_overview_says_what_the_round_rests_on(report: Path) -> None:
    told = read(report / "zh" / "index.html").text()
    for fact in (
        "77.17",
        "+6.67",
        "南州",
        "ab" * 32,
        "cd" * 32,
        "2026-03-02 至 2026-03-13",
        "一次不用跑",
        "受阻 2",
    ):
        assert fact in told
    assert "权重为暂定值；所发表研究使用的 T/CAB_CSISA 0003-2018 的权重未公开。" in told


def test_the_overview_prints_the_deviations_of_both_rounds(report: Path) -> None:
    zh, en = (read(report / lang / "index.html") for lang in ("zh", "en"))
    assert [line.text() for line in zh.all("li") if "data-deviation" in line.attributes] == [
        "2026-03-04 09:30+00:00 指标体系在开始后有改动：1122 改为 3344",
        "2026-03-05 08:00+00:00 南州的访问推迟一天",
    ]
    assert "09:30+00:00 the instrument changed after the opening: 1122 became 3344" in en.text()
    # the first round kept to its plan, and says so
    assert "没有偏离方案。" in zh.text()


def test_the_door_leads_to_chinese_and_links_both(report: Path) -> None:
    door = read(report / "index.html")
    assert door.one("meta", http_equiv="refresh")["content"].endswith("url=zh/index.html")
    assert [link["href"] for link in door.all("a")] == ["zh/index.html", "en/index.html"]


def test_a_second_report_replaces_the_first_whole(
    results: RoundResults, against: RoundResults, tmp_path: Path
) -> None:
    report = tmp_path / "report"
    write(results, report, against=against, comparison=compared())
    assert (report / "zh" / "before" / "xinhe.html").is_file()
    write(results, report)
    assert not (report / "zh" / "comparison.html").exists()
    assert not (report / "zh" / "before").exists()
    assert (report / "zh" / "city" / "xinhe.html").is_file()


def test_a_folder_of_other_files_is_left_alone(results: RoundResults, tmp_path: Path) -> None:
    (tmp_path / "zh").mkdir()
    (tmp_path / "zh" / "mine.txt").write_text("mine")
    with pytest.raises(BadInput, match="no report"):
        write(results, tmp_path)
    assert (tmp_path / "zh" / "mine.txt").read_text() == "mine"


def test_without_an_evidence_store_nothing_is_linked_and_nothing_is_called_missing(
    results: RoundResults, tmp_path: Path
) -> None:
    city = read(write(results, tmp_path / "bare").parent / "en" / "city" / "xinhe.html")
    assert not list(city.all("a", class_="snapshot"))
    assert "evidence file missing" not in city.text()
    assert len(list(city.all("blockquote"))) == 7


def test_notes_of_the_evidence_are_told_in_the_pages_language(results: RoundResults, tmp_path: Path) -> None:
    noted = replace(results.observations[0], evidence=(Evidence(note="no entry to sign in"),))
    write(replace(results, observations=(noted,)), tmp_path, against=None, comparison=None, evidence=None)
    told = {
        lang: (tmp_path / lang / "city" / f"{noted.city}.html").read_text("utf-8") for lang in ("zh", "en")
    }
    assert ("没有登录入口" in told["zh"], "no entry to sign in" in told["zh"]) == (True, False)
    assert "no entry to sign in" in told["en"]
