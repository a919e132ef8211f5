from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from matplotlib.figure import Figure
from matplotlib.text import Text

from anfang.model import Comparison, RoundResults
from anfang.report.figures import save, scores


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


def test_a_single_round_shows_the_ranked_and_names_the_others_below(results: RoundResults) -> None:
    figure = scores(results)
    names = [tick.get_text().split() for tick in figure.axes[0].get_yticklabels()]
    assert names == [["南州", "1"], ["新河", "2"], ["北岭", "3"]]
    assert "未参与排名（1）：东港" in said(figure)


def test_a_single_round_shows_the_bounds_of_every_score(results: RoundResults) -> None:
    lines = [tuple(line.get_xdata()) for line in scores(results).axes[0].lines if line.get_zorder() == 0.5]
    assert lines == [(86.0, 91.0), (75.5, 80.5), (64.0, 69.0)]


def test_a_round_in_which_no_city_is_ranked_still_has_a_figure(results: RoundResults, tmp_path: Path) -> None:
    rows = tuple(replace(row, rank=None, points=None) for row in results.ranking.rows)
    figure = scores(replace(results, ranking=replace(results.ranking, rows=rows)), lang="en")
    assert "Not ranked (4): Nanzhou, Xinhe, Beiling, Donggang" in said(figure)
    assert save(figure, tmp_path, "empty")[0].is_file()
