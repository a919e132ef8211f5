"""The report of two rounds made by hand (tests/report/byhand.py), whose quotations all stand in stored snapshots."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from anfang.evidence import EvidenceStore
from anfang.model import RoundResults
from anfang.report.html import write
from bench.follow import Figure, figures, follow, survey
from tests.report.byhand import AFTER, BEFORE, FORMULA_QUOTE, Points, compared, make, snapshot


def kept(root: Path, name: str, state: str, points: Points) -> tuple[RoundResults, EvidenceStore]:
    """The round without the row whose snapshot is missing on purpose."""
    store = EvidenceStore(root / name / "evidence")
    made = make(name, state, points, store)
    rows = tuple(one for one in made.observations if one.indicator != "inv_online")
    return replace(made, observations=rows), store


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The results folder of both rounds, with the report of the second against the first."""
    before, stored_before = kept(tmp_path, "first", "closed", BEFORE)
    after, stored = kept(tmp_path, "second", "open", AFTER)
    write(
        after,
        tmp_path / "report",
        against=before,
        comparison=compared(),
        evidence=stored,
        against_evidence=stored_before,
    )
    return tmp_path


def one(root: Path, page: str, city: str, anchor: str) -> Figure:
    """The figure of a page that leads to a place of a city's page."""
    found = [
        figure for figure in figures(root / "report", page) if figure.href.endswith(f"{city}.html#{anchor}")
    ]
    return found[0]


def test_figures_of_tables_are_links_and_those_of_cities_are_scores(root: Path) -> None:
    assert one(root, "ranking", "beiling", "score").text == "66.00"
    assert one(root, "comparison", "beiling", "ind-proc_trips").text == "1"  # before: 1 + 0 trips
    assert {figure.text for figure in figures(root / "report", "regions") if not figure.city} >= {
        "71.75",
        "88.00",
    }
    scores = [figure.text for figure in figures(root / "report", "city") if figure.city == "beiling"]
    assert (
        scores == ["80.0", "100.0", "40.0", "100.0"] * 2
    )  # findable, limits, trips, mobile; in two languages


def test_a_figure_is_followed_to_its_quotation(root: Path) -> None:
    trail = follow(one(root, "regions", "beiling", "ind-proc_trips"), root, random.Random(1))
    assert trail
    assert (trail.round, trail.city, trail.quote, trail.fault) == ("second", "beiling", FORMULA_QUOTE, "")
    assert trail.row in ("proc_trips registration", "proc_trips seal")


def test_the_figures_of_the_earlier_round_lead_to_its_own_evidence(root: Path) -> None:
    trail = follow(one(root, "comparison", "before/xinhe", "score"), root, random.Random(1))
    assert trail
    assert (trail.round, trail.city, trail.fault) == ("first", "xinhe", "")


def test_a_row_without_a_quotation_leads_nowhere(root: Path) -> None:
    (mobile, *_) = [one for one in figures(root / "report", "city") if one.href == "#ind-mob_channels"]
    assert follow(mobile, root, random.Random(1)) is None


def test_twenty_figures_of_a_sound_report_hold(root: Path) -> None:
    trails, _ = survey(root / "report", root, number=20, seed=1)
    assert [trail.fault for trail in trails] == [""] * 20
    assert {trail.figure.page.parent.name for trail in trails} >= {"zh", "en", "city", "before"}
    assert trails == survey(root / "report", root, number=20, seed=1)[0]


def test_a_quotation_that_the_snapshot_does_not_hold_is_a_fault(root: Path) -> None:
    other = EvidenceStore(root / "second" / "evidence").put(snapshot("t", "别的文字", "u"), "json.gz")
    figure = one(root, "ranking", "beiling", "dim-processing")
    page = root / "report" / "zh" / "city" / "beiling.html"
    sha = _sha(page)
    page.write_text(page.read_text("utf-8").replace(sha, other), encoding="utf-8")
    proof = root / "report" / "evidence"
    (proof / f"{other}.html").write_text(
        (proof / f"{sha}.html").read_text("utf-8").replace(sha, other), encoding="utf-8"
    )
    trail = follow(figure, root, random.Random(1))
    assert trail
    assert trail.fault == f"the quotation is not in the snapshot {other[:12]}"


def test_a_broken_link_and_a_lost_snapshot_are_faults(root: Path) -> None:
    figure = one(root, "ranking", "xinhe", "dim-processing")
    sha = _sha(root / "report" / "zh" / "city" / "xinhe.html")
    EvidenceStore(root / "second" / "evidence").path(sha).unlink()
    lost = follow(figure, root, random.Random(1))
    assert lost
    assert lost.fault == f"second has no snapshot {sha[:12]}"
    (root / "report" / "zh" / "city" / "xinhe.html").unlink()
    broken = follow(figure, root, random.Random(1))
    assert broken
    assert broken.fault == "city/xinhe.html#dim-processing: no such page"


def _sha(page: Path) -> str:
    """The snapshot that a city's page names."""
    return page.read_text("utf-8").partition('blockquote lang="zh" data-sha="')[2][:64]
