"""Native charts on a sheet of their own, one under the other; they read the cells of the other sheets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from xlsxwriter.worksheet import Worksheet

from anfang.model import RoundResults
from anfang.report.workbook.binder import Binder, Page
from anfang.report.workbook.changes import Compared

_AFTER, _BEFORE = "#0B4F8A", "#B7C0C9"
_WIDTH, _COLUMNS, _BAR, _FRAME = 920, 380, 20, 130
_ROW = 20
"""Pixels of a row of the sheet."""
_FIRST = 2


@dataclass(frozen=True, slots=True)
class Scale:
    """What the values are: the axis' title, their number format, the end of the axis (None = by the values)."""

    title: str
    number: str
    end: float | None = None


@dataclass(frozen=True, slots=True)
class Series:
    name: str
    names: list[Any]
    values: list[Any]
    colour: str = _AFTER


class Wall:
    """The sheet of charts, filled from top to bottom."""

    def __init__(self, binder: Binder) -> None:
        self.binder = binder
        self.page: Worksheet = binder.blank("charts", portrait=True)
        self.points = Scale(binder.word("axis_points"), "0.0", 100)
        self.trips = Scale(binder.word("axis_trips"), "0.00")
        self._row = _FIRST
        self._breaks: list[int] = []

    def turn(self) -> None:
        """The next chart begins a printed page."""
        if self._row > _FIRST:
            self._breaks.append(self._row)
            self.page.set_h_pagebreaks(self._breaks)

    def bars(self, title: str, series: Sequence[Series], scale: Scale, *, count: int) -> None:
        """Lying bars, first row on top; `count` rows decide the height. xlsxwriter's y axis is the one that stands."""
        chart = self._chart("bar", title, series, scale)
        names = _NAMES | {"reverse": True, "crossing": "max"}
        chart.set_x_axis(_axis(scale))
        chart.set_y_axis(names)
        self._hang(chart, _FRAME + count * (_BAR + 8 * (len(series) - 1)))

    def columns(self, title: str, series: Sequence[Series], scale: Scale) -> None:
        chart = self._chart("column", title, series, scale)
        chart.set_x_axis(_NAMES)
        chart.set_y_axis(_axis(scale))
        self._hang(chart, _COLUMNS)

    def _chart(self, kind: str, title: str, series: Sequence[Series], scale: Scale) -> Any:
        chart: Any = self.binder.book.add_chart({"type": kind})
        for one in series:
            chart.add_series(_drawn(one, scale.number))
        marked = " · ".join((*self.binder.marks, title))
        chart.set_title({"name": marked, "name_font": {"size": 12}, "overlay": False})
        chart.set_legend({"none": True} if len(series) == 1 else {"position": "bottom"})
        return chart

    def _hang(self, chart: Any, height: int) -> None:
        chart.set_size({"width": _WIDTH, "height": height})
        self.page.insert_chart(self._row, 0, chart)
        self._row += height // _ROW + 2


_NAMES: dict[str, Any] = {"num_font": {"size": 9}, "interval_unit": 1, "major_gridlines": {"visible": False}}


def _axis(scale: Scale) -> dict[str, Any]:
    grid = {"visible": True, "line": {"color": "#E3E7EB"}}
    axis = {"min": 0, "name": scale.title, "name_font": {"size": 9}, "major_gridlines": grid}
    return axis if scale.end is None else axis | {"max": scale.end}


def _drawn(one: Series, number: str) -> dict[str, Any]:
    labels = {"value": True, "num_format": number, "font": {"size": 8}}
    same = {"name": one.name, "categories": one.names, "values": one.values}
    return same | {"fill": {"color": one.colour}, "gap": 40, "data_labels": labels}


def charts(
    binder: Binder, results: RoundResults, ranking: Page, regions: Page, *, compared: Compared | None
) -> None:
    """Ranking and regions; with a comparison also before and after by region and by city."""
    wall, word = Wall(binder), binder.word
    if ranked := sum(row.rank is not None for row in results.ranking.rows):
        scores = Series(word("total"), ranking.column(1, count=ranked), ranking.column(3, count=ranked))
        wall.bars(word("chart_scores"), [scores], wall.points, count=ranked)
    wall.turn()
    if regions.rows:
        names, trips = regions.column(0), regions.column(regions.columns - 1)
        wall.columns(word("chart_regions"), [Series(word("mean"), names, regions.column(3))], wall.points)
        wall.columns(word("chart_trips"), [Series(word("trips"), names, trips)], wall.trips)
    if compared:
        _changes(wall, compared)


def _changes(wall: Wall, found: Compared) -> None:
    word = wall.binder.word
    if found.regions.rows:
        wall.columns(word("chart_region_changes"), _pair(wall, found.regions, 1), wall.points)
    wall.turn()
    if found.cities.rows:
        wall.bars(word("chart_changes"), _pair(wall, found.cities, 0), wall.points, count=found.cities.rows)


def _pair(wall: Wall, page: Page, names: int) -> list[Series]:
    """Before and after stand in the two columns after the names."""
    before, after = wall.binder.word("before"), wall.binder.word("after")
    labels = page.column(names)
    return [
        Series(before, labels, page.column(names + 1), _BEFORE),
        Series(after, labels, page.column(names + 2)),
    ]
