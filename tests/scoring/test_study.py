"""The published 36-city study, given back by the scoring engine from a table of observations.

The panel is SYNTHETIC city by city (study_panel.py); every figure asserted here was published.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from scipy.stats import t as student
from scipy.stats import wilcoxon

from anfang.cities import load_cities
from anfang.errors import BadInput
from anfang.exchange import read_table
from anfang.model import Comparison, RoundResults
from anfang.report.verdict import verdict
from scoring.catalogue import load_catalogue
from scoring.changes import Changes, changes
from scoring.compare import compare
from scoring.decompose import grouped
from scoring.regions import trips
from scoring.round import score_round
from scoring.settings import load_settings
from scoring.study import load_study, possible
from scoring.weights import find_weights
from tests.scoring import study_panel
from tests.scoring.study_panel import BEFORE, DURING, Figures

CATALOGUE = load_catalogue()
WEIGHTS = find_weights("default", CATALOGUE)
CITIES = load_cities(Path("cities.yaml"))
STUDY = load_study(Path("scoring/studies/2020.yaml"))
NAMES = {city.id: city.name for city in CITIES}


def measured(figures: Figures, name: str, folder: Path) -> RoundResults:
    table = study_panel.write(folder / f"{name}.csv", figures, CATALOGUE, CITIES)
    return score_round(
        name=name,
        state="closed",
        plan=study_panel.plan(CATALOGUE, figures),
        plan_hash="",
        instrument="study",
        catalogue=CATALOGUE,
        cities=CITIES,
        observations=read_table(table, catalogue=CATALOGUE, cities=CITIES),
        weights=WEIGHTS,
    )


@pytest.fixture(scope="module")
def rounds(tmp_path_factory: pytest.TempPathFactory) -> tuple[RoundResults, RoundResults]:
    folder = tmp_path_factory.mktemp("study")
    return measured(BEFORE, "before", folder), measured(DURING, "during", folder)


@pytest.fixture(scope="module")
def comparison(rounds: tuple[RoundResults, RoundResults]) -> Comparison:
    return compare(*rounds, WEIGHTS)


def named(cities: tuple[str, ...]) -> set[str]:
    return {NAMES[city] for city in cities}


def test_the_weights_are_those_of_the_study() -> None:
    headline = {name: weight for name, weight in WEIGHTS.dimensions.items() if weight}
    assert headline == {"guide": 30, "tech": 20, "processing": 30, "interaction": 20}


def test_overall_means(comparison: Comparison) -> None:
    assert comparison.mean.before == pytest.approx(78.68, abs=0.005)
    assert comparison.mean.after == pytest.approx(81.19, abs=0.005)
    assert (comparison.mean.before + comparison.mean.after) / 2 == pytest.approx(79.94, abs=0.01)


def test_dimension_means(comparison: Comparison) -> None:
    guide, interaction = comparison.dimensions["guide"], comparison.dimensions["interaction"]
    assert guide.after == pytest.approx(73.19, abs=0.005)
    assert interaction.after == pytest.approx(62.86, abs=0.005)
    assert guide.change is not None
    assert guide.change > 0
    assert interaction.change is not None
    assert interaction.change < 0


def test_all_36_cities_are_ranked_on_the_whole_headline(rounds: tuple[RoundResults, RoundResults]) -> None:
    for one in rounds:
        assert sum(row.rank is not None for row in one.ranking.rows) == 36
        assert {name for name, share in one.ranking.basket_share.items() if share == 1} == set(
            study_panel.HEADLINE
        )
        assert one.ranking.left_out == {}


def test_top_ten_in_order_and_bottom_ten_as_a_set(rounds: tuple[RoundResults, RoundResults]) -> None:
    order = [NAMES[row.city] for row in rounds[1].ranking.rows]
    assert order[:10] == ["北京", "深圳", "杭州", "厦门", "南宁", "广州", "上海", "青岛", "合肥", "宁波"]
    assert set(order[-10:]) == {
        "西宁",
        "石家庄",
        "太原",
        "拉萨",
        "武汉",
        "哈尔滨",
        "银川",
        "天津",
        "南昌",
        "呼和浩特",
    }


def test_regional_extremes(rounds: tuple[RoundResults, RoundResults]) -> None:
    rows = rounds[1].regions
    assert sum(row.n for row in rows) == 36
    assert (rows[0].region, rows[-1].region) == ("华南", "华北")
    assert rows[0].mean == pytest.approx(88.79, abs=0.005)
    assert rows[-1].mean == pytest.approx(74.65, abs=0.005)


def test_trips_by_region(rounds: tuple[RoundResults, RoundResults]) -> None:
    seen = {row.region: round(row.trips or 0, 2) for row in rounds[1].regions}
    assert seen == {
        "华北": 1.20,
        "华东": 1.60,
        "华中": 1.67,
        "东北": 1.75,
        "西南": 2.00,
        "华南": 2.25,
        "西北": 2.60,
    }


def test_trips_nationwide(comparison: Comparison) -> None:
    assert comparison.trips.before == pytest.approx(2.19, abs=0.005)
    assert comparison.trips.after == pytest.approx(1.83, abs=0.005)
    assert comparison.trips.change == pytest.approx(-0.36, abs=0.005)


def test_step_changes_and_reasons_of_trips(rounds: tuple[RoundResults, RoundResults]) -> None:
    saved = {}
    for city in CITIES:
        before, during = (
            {
                one.step: one.value["used"]
                for one in held.observations
                if (one.city, one.indicator) == (city.id, "proc_trips")
            }
            for held in rounds
        )
        saved[city.name] = {step for step in before if during[step] < before[step]}
    assert (saved["合肥"], saved["西宁"], saved["青岛"]) == ({"registration"}, {"seal"}, {"social_insurance"})
    by_step = {one.id: one.count or 0 for one in rounds[1].derived if one.id.startswith("trips_by_step.")}
    assert sorted(by_step, key=lambda step: -by_step[step])[:2] == [
        "trips_by_step.invoice",
        "trips_by_step.social_insurance",
    ]


def test_clear_falls(comparison: Comparison) -> None:
    falls = {NAMES[one.city] for one in comparison.cities if (one.headline.change or 0) < -3}
    assert falls == {"西宁", "西安", "天津"}


COUNTS = {
    "zero_trip_cities": 1,
    "no_scenario_cities": 14,
    "no_sample_cities": 9,
    "consult_in_time_cities": 22,
    "consult_effective_cities": 16,
    "complaint_in_time_cities": 11,
    "complaint_solved_cities": 8,
    "mobile_cities": 34,
    "multi_mobile_cities": 28,
    "topical_info_cities": 27,
}


@pytest.mark.parametrize(("count", "cities"), COUNTS.items())
def test_counts_of_36(rounds: tuple[RoundResults, RoundResults], count: str, cities: int) -> None:
    found = {one.id: one for one in rounds[1].derived}[count]
    assert (found.count, found.of, len(found.cities)) == (cities, 36, cities)


def test_the_city_without_a_trip(rounds: tuple[RoundResults, RoundResults]) -> None:
    assert named({one.id: one for one in rounds[1].derived}["zero_trip_cities"].cities) == {"杭州"}
    assert [trips(rounds[1].scorecards[city.id]) for city in CITIES if city.name == "杭州"] == [0]


def test_ten_cities_agree_across_channels_in_both_rounds(rounds: tuple[RoundResults, RoundResults]) -> None:
    before, during = (
        {one.id: one for one in held.derived}["fully_consistent_cities"].cities for held in rounds
    )
    assert len(set(before) & set(during)) == 10


def test_other_weights_of_guide_and_interaction_could_not_give_the_published_means() -> None:
    """The two published means take (100 - 73.19) x guide + (100 - 62.86) x interaction from 100: at most 100 - 81.19."""

    def taken(guide: float, interaction: float) -> float:
        return (100 - DURING.guide) * guide + (100 - DURING.interaction) * interaction

    room = 100 - DURING.overall
    assert (
        taken(WEIGHTS.dimensions["guide"] / 100, WEIGHTS.dimensions["interaction"] / 100)
        < room
        < taken(0.40, 0.25)
    )


@pytest.fixture(scope="module")
def statistics(rounds: tuple[RoundResults, RoundResults]) -> Changes:
    return changes(*rounds, WEIGHTS, replace(load_settings(), draws=500))


def test_trips_fell_mainly_for_invoices(statistics: Changes) -> None:
    """79 - 66 = 13 trips of 36 cities: 10 for invoices, one each for registration, seal and social insurance."""
    assert statistics.trips is not None
    assert statistics.trips.mean == pytest.approx(-13 / 36)
    assert (statistics.trips.n, statistics.trips.fell, statistics.trips.rose) == (36, 13, 0)
    fell = {step: change.change for step, change in statistics.steps.items()}
    assert fell == pytest.approx({"registration": -1 / 36, "seal": -1 / 36, "invoice": -10 / 36, "social_insurance": -1 / 36})
    # 13 falls by one, no rise: of the 2 ** 13 deals of their signs 2 are as far
    assert statistics.trips.wilcoxon == pytest.approx(wilcoxon([-1.0] * 13).pvalue)
    assert statistics.trips.flips == pytest.approx(2 / 2**13, abs=3e-4)
    assert statistics.trips.low < -13 / 36 < statistics.trips.high < 0


def test_the_sentence_of_the_study(statistics: Changes) -> None:
    told = verdict(statistics, CATALOGUE, "en")
    assert told[0] == "Trips fell from 2.19 to 1.83, mainly Invoice application (−0.28)."
    assert verdict(statistics, CATALOGUE, "zh")[0] == "企业开办平均跑动次数从 2.19 次降至 1.83 次，主要因“发票申领”（−0.28）。"
    assert told[2].startswith("The mean change is −0.36; depending on which cities there are it lies between −0.5")
    assert "The mean score rose from 78.68 to 81.19, mainly Service guides (+1.50), Processing (+1.37); Interaction (−1.01) worked against it." in told


def test_the_rise_of_the_score_is_what_the_study_needs_it_to_be(statistics: Changes) -> None:
    """+2.51 of 36 pairs: significant at 5 % only where the changes vary by 7.4 or less; on this panel they do."""
    assert statistics.headline is not None
    assert statistics.headline.mean == pytest.approx(2.51, abs=0.005)
    spread = statistics.headline.mean / (statistics.headline.standardised or 1)
    assert spread < 7.4
    assert (statistics.headline.flips or 1) < 0.05
    limit = 2.51 * 6 / student.ppf(0.975, 35)
    assert limit == pytest.approx(7.4, abs=0.05)


def test_guide_lifted_and_interaction_lowered_the_mean(statistics: Changes) -> None:
    assert statistics.nation is not None
    parts = grouped(statistics.nation, statistics.root)
    assert parts["guide"] == pytest.approx(0.3 * (73.19 - 68.20), abs=0.01)
    assert parts["interaction"] == pytest.approx(0.2 * (62.86 - 67.90), abs=0.01)
    assert sum(parts.values()) == pytest.approx(2.51, abs=0.005)


def test_the_clear_falls_are_classed_as_declines(statistics: Changes) -> None:
    assert statistics.movements is not None
    declined = tuple(city for city, one in statistics.movements.cities.items() if one.kind == "declined" and one.high < -2)
    assert named(declined) == {"西宁", "西安", "天津"}


def test_every_row_of_the_panel_says_that_it_is_synthetic(rounds: tuple[RoundResults, RoundResults]) -> None:
    assert {one.reason for held in rounds for one in held.observations} == {"SYNTHETIC"}


@pytest.mark.parametrize(
    ("guide", "interaction", "holds"), [(0.40, 0.25, False), (0.30, 0.20, True), (0.7016, 0.0, True), (0.7021, 0.0, False), (0.0, 0.5067, False)]
)
def test_the_edge_of_what_is_possible(guide: float, interaction: float, holds: bool) -> None:
    """18.81 / 26.81 = 0.70160 of guide alone, 18.81 / 37.14 = 0.50646 of interaction alone, with the means' rounding on top."""
    assert possible({"guide": guide, "interaction": interaction}, "arithmetic", STUDY).holds is holds


def test_too_little_can_be_wrong_too() -> None:
    """A study whose two dimensions already make more than its overall mean."""
    low = replace(STUDY, overall=40.0)
    assert possible({"guide": 0.5, "interaction": 0.1}, "arithmetic", low).holds is False


def test_other_means_say_nothing() -> None:
    assert possible({"guide": 0.9}, "geometric", STUDY).holds is None


def test_a_study_file_is_checked(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text("zh: 甲\nen: A\nsource: x\noverall: 181\ndimensions: {}\n", encoding="utf-8")
    with pytest.raises(BadInput, match="overall"):
        load_study(path)
