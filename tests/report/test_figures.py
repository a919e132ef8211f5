from __future__ import annotations

from dataclasses import replace

from matplotlib.figure import Figure
from matplotlib.text import Text

from anfang.model import Change, Comparison, RoundResults
from anfang.report.figures import scores, trips


def said(figure: Figure) -> list[str]:
    return [one.get_text() for one in figure.findobj(Text) if one.get_text()]


def test_scores_of_both_rounds_are_in_rank_order_with_the_change(
    results: RoundResults, comparison: Comparison
) -> None:
    figure = scores(results, comparison=comparison, lang="en")
    names = [tick.get_text() for tick in figure.axes[0].get_yticklabels()]
    assert [name.split()[0] for name in names] == ["Nanzhou", "Xinhe", "Beiling"]
    told = said(figure)
    assert {"88.00", "+32.50", "3 → 1 ▲2", "66.00", "−22.50", "1 → 3 ▼2", "2 → 2 ="} <= set(told)
    assert "first → second · n = 3 cities, 3 of them ranked" in told


def test_a_fall_is_dashed_and_a_rise_is_not(results: RoundResults, comparison: Comparison) -> None:
    lines = [
        line
        for line in scores(results, comparison=comparison).axes[0].lines
        if len(set(line.get_ydata())) == 1
    ]
    moves = {tuple(line.get_xdata()): line.get_linestyle() for line in lines if line.get_zorder() == 1}
    assert moves == {(55.5, 88.0): "-", (67.5, 77.5): "-", (88.5, 66.0): "--"}


def test_a_single_round_shows_every_city_the_unranked_last(results: RoundResults) -> None:
    names = [tick.get_text().split() for tick in scores(results).axes[0].get_yticklabels()]
    assert names == [["南州", "1"], ["新河", "2"], ["北岭", "3"], ["东港", "—"]]


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
