from __future__ import annotations

from dataclasses import replace

from matplotlib.figure import Figure
from matplotlib.text import Text

from anfang.model import Change, Comparison, RoundResults
from anfang.report.figures import trips


def said(figure: Figure) -> list[str]:
    return [one.get_text() for one in figure.findobj(Text) if one.get_text()]


def test_trips_by_region_come_after_all_cities_with_their_n(
    results: RoundResults, comparison: Comparison
) -> None:
    axes = trips(results, comparison=comparison).axes[0]
    assert [tick.get_text() for tick in axes.get_xticklabels()] == [
        "全部城市\nn = 3",
        "华南\nn = 1",
        "华北\nn = 2",
    ]
    heights = [round(bar.get_height(), 2) for bar in axes.patches]
    # All: (2 + 1 + 2) / 3 and (1 + 3 + 0) / 3; south: nanzhou alone; north: xinhe and beiling
    assert heights == [1.67, 1.33, 2.0, 0.0, 1.5, 2.0]


def test_a_city_with_trips_in_one_round_only_is_in_neither_mean(
    results: RoundResults, comparison: Comparison
) -> None:
    beiling = replace(comparison.cities[1], trips=Change(None, 3))
    cities = (comparison.cities[0], beiling, comparison.cities[2])
    axes = trips(results, comparison=replace(comparison, cities=cities)).axes[0]
    assert [round(bar.get_height(), 2) for bar in axes.patches] == [2.0, 0.5, 2.0, 0.0, 2.0, 1.0]


def test_without_trips_the_figure_says_so(results: RoundResults) -> None:
    assert "没有可用的跑动次数" in said(trips(replace(results, scorecards={})))
