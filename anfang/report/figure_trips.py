"""Figure 3: trips to the hall, before and after, nationwide and by region."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import fmean
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from anfang.model import Change, Comparison, RoundResults
from anfang.report.frame import AFTER, BEFORE, HAIR, MUTED, bar_key, heading, marks, rounds, styled
from anfang.report.labels import label, region_name
from anfang.report.wording import Lang, number


def trips(results: RoundResults, *, comparison: Comparison | None = None, lang: Lang = "zh") -> Figure:
    """Figure 3: mean trips by region and nationwide; with a comparison, over the cities known in both rounds."""
    groups = _trip_groups(results, comparison, lang)
    with styled():
        figure = Figure(figsize=(8.4, 4.6), dpi=150, facecolor="white")
        axes = figure.add_axes((0.08, 0.2, 0.88, 0.56))
        known = groups[0].n if groups else 0
        scope = label("figure_trips_scope", lang).format(n=known, all=len(results.cities))
        heading(figure, label("figure_trips", lang), f"{rounds(results, comparison, lang)} · {scope}")
        _bars(axes, groups, comparison is not None, lang)
        if comparison:
            bar_key(figure, lang)
        marks(figure, results, lang)
    return figure


@dataclass(frozen=True, slots=True)
class _Group:
    name: str
    n: int
    trips: Change


def _trip_groups(results: RoundResults, comparison: Comparison | None, lang: Lang) -> list[_Group]:
    """Nationwide first, then the regions from the fewest trips to the most; regions without a figure are left away."""
    known = _known_trips(results, comparison)
    region = {city.id: city.region for city in results.cities}
    groups = [
        _group(region_name(name, lang), [change for city, change in known.items() if region[city] == name])
        for name in dict.fromkeys(city.region for city in results.cities)
    ]
    told = sorted((group for group in groups if group.n), key=lambda group: group.trips.after or 0.0)
    return [_group(label("nationwide", lang), list(known.values())), *told] if known else []


def _known_trips(results: RoundResults, comparison: Comparison | None) -> dict[str, Change]:
    if comparison:
        ours = {city.id for city in results.cities}
        return {
            one.city: one.trips
            for one in comparison.cities
            if one.trips.change is not None and one.city in ours
        }
    cards = ((id, card.indicators.get("proc_trips")) for id, card in results.scorecards.items())
    return {id: Change(None, float(score.value)) for id, score in cards if score and score.value is not None}


def _group(name: str, cities: list[Change]) -> _Group:
    before = [one.before for one in cities if one.before is not None]
    after = [one.after for one in cities if one.after is not None]
    return _Group(
        name, len(cities), Change(fmean(before) if before else None, fmean(after) if after else None)
    )


def _bars(axes: Axes, groups: list[_Group], both: bool, lang: Lang) -> None:
    axes.tick_params(length=0)
    for side in ("top", "left", "right"):
        axes.spines[side].set_visible(False)
    if not groups:
        axes.set(xticks=[], yticks=[])
        axes.text(
            0.5, 0.5, label("figure_no_trips", lang), transform=axes.transAxes, ha="center", color=MUTED
        )
        return
    places = [0.0, *(at + 1.45 for at in range(len(groups) - 1))]
    for x, group in zip(places, groups, strict=True):
        if both:
            _bar(axes, x - 0.19, group.trips.before, before=True)
        _bar(axes, x + (0.19 if both else 0.0), group.trips.after, before=False)
    axes.set_xticks(places, [f"{group.name}\nn = {group.n}" for group in groups], linespacing=1.5)
    axes.axvline(0.72, color=HAIR, linewidth=1)
    top = max(value for group in groups for value in (group.trips.before or 0, group.trips.after or 0))
    axes.set_ylim(0, max(1.0, top * 1.15))
    axes.set_ylabel(label("figure_trips_axis", lang), fontsize=8.5)
    axes.grid(axis="y", color=HAIR, linewidth=0.6)
    axes.set_axisbelow(True)


def _bar(axes: Axes, x: float, value: float | None, *, before: bool) -> None:
    if value is None:
        return
    look: dict[str, Any] = (
        {"facecolor": "white", "edgecolor": BEFORE, "hatch": "////"} if before else {"facecolor": AFTER}
    )
    axes.bar(x, value, width=0.34, **look)
    axes.annotate(
        number(value), (x, value), xytext=(0, 3), textcoords="offset points", ha="center", fontsize=8
    )
