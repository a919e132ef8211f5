from __future__ import annotations

from pathlib import Path

import pytest

from anfang.evidence import EvidenceStore
from anfang.model import Comparison, RoundResults
from anfang.report.html.city import CityPage, city_pages
from anfang.report.html.proofs import Proofs


@pytest.fixture
def pages(
    results: RoundResults, comparison: Comparison, evidence: EvidenceStore, tmp_path: Path
) -> dict[str, CityPage]:
    return city_pages(results, Proofs(tmp_path), evidence, comparison.cities)


def test_the_parts_add_up_to_the_headline(pages: dict[str, CityPage]) -> None:
    parts = pages["beiling"].parts
    # beiling: guide 0.4 x 80 + 0.6 x 100 = 92, processing 40
    assert [(part.of.id, part.contribution) for part in parts if part.contribution] == [
        ("guide", 46.0),
        ("processing", 20.0),
    ]
    assert pages["beiling"].card.headline == 66.0


def test_every_observation_stands_under_its_indicator_in_the_order_of_the_steps(
    pages: dict[str, CityPage],
) -> None:
    guide = pages["xinhe"].parts[0]
    assert [[one.anchor for one in row.sightings] for row in guide.rows] == [
        ["obs-guide_findable-registration", "obs-guide_findable-seal"],
        ["obs-guide_time_limits-registration", "obs-guide_time_limits-seal"],
        [],
    ]
    assert [one.points for one in guide.rows[1].sightings] == [50.0, 50.0]


def test_a_row_left_out_for_all_is_marked(pages: dict[str, CityPage]) -> None:
    assert [row.of.id for part in pages["xinhe"].parts for row in part.rows if row.left_out] == [
        "guide_scenario"
    ]


def test_the_change_of_a_row_comes_from_the_comparison(pages: dict[str, CityPage]) -> None:
    trips = pages["beiling"].parts[1].rows[0]
    assert trips.change
    assert trips.change.change == -45.0


def test_problems_point_to_what_they_rest_on(pages: dict[str, CityPage]) -> None:
    anchors = [anchor for _, anchor in pages["xinhe"].problems]
    assert anchors == [
        "obs-guide_time_limits-registration",
        "obs-guide_time_limits-seal",
        "ind-proc_trips",
        "obs-proc_trips-registration",
    ]


def test_a_city_that_was_kept_out_has_a_page_without_points(pages: dict[str, CityPage]) -> None:
    page = pages["donggang"]
    assert (page.card.headline, page.rank.rank, page.problems) == (None, None, ())
    assert [one.of.status for part in page.parts for row in part.rows for one in row.sightings] == ["blocked"]
