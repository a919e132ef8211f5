from __future__ import annotations

from anfang.model import Comparison, RoundResults
from anfang.report.html.pages import contexts, trips_of
from anfang.report.html.speech import Speech


def test_the_overview_counts_only_ranked_cities(results: RoundResults, comparison: Comparison) -> None:
    tiles = contexts(results, comparison, Speech("en", results.catalogue))["index"]["tiles"]
    told = {tile["label"]: (tile["figure"], tile["more"], tile["change"]) for tile in tiles}
    assert told["mean_score"] == (
        "77.17",
        "over 3 ranked cities",
        "+6.67 against first (3 cities in both)",
    )  # (77.5 + 66 + 88) / 3
    assert told["ranked_cities"] == ("3", "of 4 cities", "")
    assert told["mean_trips"] == (
        "1.33",
        "known for 3 cities",
        "−0.33 against first (3 cities in both)",
    )  # (1 + 3 + 0) / 3


def test_without_a_comparison_there_is_no_page_of_it(results: RoundResults) -> None:
    made = contexts(results, None, Speech("zh", results.catalogue))
    assert list(made) == ["index", "ranking", "regions", "problems", "methodology"]


def test_a_region_knows_its_members_and_its_ends(results: RoundResults) -> None:
    regions = contexts(results, None, Speech("zh", results.catalogue))["regions"]
    assert [row.city for row in regions["members"]["华南"]] == ["nanzhou", "donggang"]
    assert regions["ends"] == {"华北": ("xinhe", "beiling"), "华南": ("nanzhou", "nanzhou")}
    assert [regions["at"](points) for points in (66.0, 77.0, 88.0)] == [0.0, 50.0, 100.0]


def test_trips_that_are_not_known_are_not_nought(results: RoundResults) -> None:
    assert trips_of(results.scorecards["nanzhou"]) == 0.0
    assert trips_of(results.scorecards["donggang"]) is None


def test_the_lowest_coverage_is_over_the_headline_dimensions(results: RoundResults) -> None:
    ranking = contexts(results, None, Speech("zh", results.catalogue))["ranking"]
    assert ranking["lowest_coverage"](results.scorecards["xinhe"]) == 0.9
    assert ranking["lowest_coverage"](None) is None
    assert ranking["raised"](results.scorecards["beiling"]) == ["gate_service"]
