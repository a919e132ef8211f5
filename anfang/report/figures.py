"""The published study's figures 2 and 3, drawn for any round: scores and ranks, and trips before and after.

Every figure says n, carries SIMULATED where the round was measured on the testbed and PRELIMINARY until it is closed,
and keeps its meaning in grey: before is hollow, after is filled, a fall is dashed.
"""

from __future__ import annotations

from dataclasses import dataclass
from statistics import fmean
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from anfang.model import Change, Comparison, RoundResults
from anfang.report.frame import (
    AFTER,
    BEFORE,
    DASHED,
    FALL,
    HAIR,
    INK,
    MUTED,
    bar_key,
    dot_key,
    heading,
    marks,
    rounds,
    save,
    styled,
)
from anfang.report.labels import label, region_name
from anfang.report.wording import Lang, number, signed

__all__ = ["save", "scores", "trips"]


@dataclass(frozen=True, slots=True)
class _Row:
    name: str
    points: Change
    rank: Change


def scores(results: RoundResults, *, comparison: Comparison | None = None, lang: Lang = "zh") -> Figure:
    """Figure 2: score and rank of every city, best first; with a comparison, both rounds and the change."""
    rows = _rows(results, comparison, lang)
    with styled():
        figure = Figure(figsize=(8.4, 2.3 + 0.255 * max(len(rows), 3)), dpi=150, facecolor="white")
        height = figure.get_figheight()
        axes = figure.add_axes((0.2, 0.85 / height, 0.53, 1 - 2.05 / height))
        heading(figure, label("figure_scores", lang), _scope(results, comparison, rows, lang))
        _dots(axes, rows, both=comparison is not None)
        _rank_columns(axes, rows, comparison is not None, lang)
        _means(axes, comparison.mean if comparison else _mean(rows))
        _score_axis(axes, rows, lang)
        if comparison:
            dot_key(figure, lang)
        marks(figure, results, lang)
    return figure


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


def _rows(results: RoundResults, comparison: Comparison | None, lang: Lang) -> list[_Row]:
    names = {city.id: city.name if lang == "zh" else city.name_en for city in results.cities}
    if comparison:
        rows = [_Row(names.get(one.city, one.city), one.headline, one.rank) for one in comparison.cities]
        return sorted(
            rows, key=lambda row: (row.rank.after is None, row.rank.after or 0, -(row.points.after or 0))
        )
    return [
        _Row(names.get(row.city, row.city), Change(None, row.points), Change(None, row.rank))
        for row in results.ranking.rows
    ]


def _scope(results: RoundResults, comparison: Comparison | None, rows: list[_Row], lang: Lang) -> str:
    ranked = sum(row.rank.after is not None for row in rows)
    told = label("figure_scope", lang).format(n=len(rows), ranked=ranked)
    return f"{rounds(results, comparison, lang)} · {told}"


def _dots(axes: Axes, rows: list[_Row], *, both: bool) -> None:
    for at, row in enumerate(rows):
        before, after = row.points.before, row.points.after
        axes.axhline(at, color=HAIR, linewidth=0.6, zorder=0)
        if before is not None and after is not None:
            fall = after < before
            axes.plot(
                [before, after], [at, at], color=FALL if fall else AFTER,
                linestyle=DASHED if fall else "solid", linewidth=1.7, zorder=1,
            )  # fmt: skip
        if both and before is not None:
            axes.plot(
                before,
                at,
                "o",
                markersize=5.6,
                markerfacecolor="white",
                markeredgecolor=BEFORE,
                markeredgewidth=1.4,
            )
        if after is not None:
            axes.plot(
                after, at, "o", markersize=6.2, color=AFTER, markeredgecolor="white", markeredgewidth=0.5
            )


def _rank_columns(axes: Axes, rows: list[_Row], both: bool, lang: Lang) -> None:
    """City and rank on the left; score, and with a comparison the changes, on the right."""
    axes.set_yticks(range(len(rows)), [f"{row.name}  {_place(row.rank.after):>3}" for row in rows])
    heads: list[tuple[float, str]] = [(1.13, label("score", lang))]
    if both:
        heads += [(1.28, label("change", lang)), (1.48, label("figure_rank", lang))]
    for x, head in heads:
        axes.text(x, 1.0, head, transform=axes.transAxes, ha="right", va="bottom", color=MUTED, fontsize=8)
    for at, row in enumerate(rows):
        cells = [(1.13, number(row.points.after), INK)]
        if both:
            cells += [
                (1.28, signed(row.points.change), _tone(row.points.change)),
                (1.48, _move(row.rank), _move_tone(row.rank)),
            ]
        for x, text, tone in cells:
            axes.text(
                x,
                at,
                text,
                transform=axes.get_yaxis_transform(),
                ha="right",
                va="center",
                color=tone,
                fontsize=8.5,
            )


def _place(rank: float | None) -> str:
    return "—" if rank is None else f"{rank:.0f}"


def _tone(change: float | None) -> str:
    return MUTED if change is None or abs(change) < 0.005 else FALL if change < 0 else AFTER


def _move_tone(rank: Change) -> str:
    return _tone(None if rank.change is None else -rank.change)


def _move(rank: Change) -> str:
    """'12 → 9 ▲3': a smaller rank is better."""
    moved = rank.change
    sign = (
        "" if moved is None else f" ▲{-moved:.0f}" if moved < 0 else f" ▼{moved:.0f}" if moved > 0 else " ="
    )
    return f"{_place(rank.before)} → {_place(rank.after)}{sign}"


def _mean(rows: list[_Row]) -> Change:
    ranked = [row.points.after for row in rows if row.rank.after is not None and row.points.after is not None]
    return Change(None, fmean(ranked) if ranked else None)


def _means(axes: Axes, mean: Change) -> None:
    for value, tone, style in ((mean.before, BEFORE, (0, (4, 3))), (mean.after, AFTER, "solid")):
        if value is not None:
            axes.axvline(value, color=tone, linestyle=style, linewidth=0.9, alpha=0.8, zorder=0)


def _score_axis(axes: Axes, rows: list[_Row], lang: Lang) -> None:
    known = [value for row in rows for value in (row.points.before, row.points.after) if value is not None]
    low = max(0, 5 * int(min(known, default=0) // 5) - (0 if min(known, default=0) % 5 > 1 else 5))
    high = min(100, 5 * int(max(known, default=100) // 5) + 5)
    axes.set_xlim(low, max(high, low + 10) + 0.8)
    axes.set_ylim(max(len(rows), 3) - 0.4, -0.6)
    axes.set_xlabel(label("figure_axis", lang).format(low=low), fontsize=8.5)
    axes.tick_params(length=0)
    axes.grid(axis="x", color=HAIR, linewidth=0.6)
    axes.set_axisbelow(True)
    for side in ("top", "left", "right"):
        axes.spines[side].set_visible(False)


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
