"""Figure 2: score and rank of every city; with a comparison, both rounds and the change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from statistics import fmean

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from anfang.model import Change, Comparison, RoundResults, Scorecard
from anfang.report.frame import (
    AFTER,
    BEFORE,
    BOUNDS,
    DASHED,
    FALL,
    HAIR,
    INK,
    MUTED,
    dot_key,
    heading,
    marks,
    rounds,
    standing_key,
    styled,
)
from anfang.report.labels import label
from anfang.report.wording import Lang, number, signed

_LINE = {"zh": 46, "en": 92}
"""Characters in a line of the figure's width, for the names below it."""


@dataclass(frozen=True, slots=True)
class _Row:
    name: str
    points: Change
    rank: Change
    bounds: tuple[float, float] | None = None


def scores(results: RoundResults, *, comparison: Comparison | None = None, lang: Lang = "zh") -> Figure:
    """Best city first; cities that no round ranked are named below. One round shows bounds, two show the change."""
    every = _rows(results, comparison, lang)
    rows = [row for row in every if row.points.before is not None or row.points.after is not None]
    apart = _apart([row.name for row in every if row not in rows], lang)
    with styled():
        foot = 0.85 + 0.19 * len(apart)
        figure = Figure(figsize=(8.4, 1.45 + foot + 0.255 * max(len(rows), 3)), dpi=150, facecolor="white")
        height = figure.get_figheight()
        axes = figure.add_axes((0.2, foot / height, 0.53 if comparison else 0.68, 1 - (1.2 + foot) / height))
        heading(figure, label("figure_scores", lang), _scope(results, comparison, every, lang))
        _dots(axes, rows, both=comparison is not None)
        _rank_columns(axes, rows, comparison is not None, lang)
        _means(axes, comparison.mean if comparison else _mean(rows))
        _score_axis(axes, rows, lang)
        (dot_key if comparison else standing_key)(figure, lang)
        for at, line in enumerate(reversed(apart)):
            figure.text(0.03, (0.4 + 0.19 * at) / height, line, fontsize=8.5, color=MUTED, va="center")
        marks(figure, results, lang)
    return figure


def _rows(results: RoundResults, comparison: Comparison | None, lang: Lang) -> list[_Row]:
    names = {city.id: city.name if lang == "zh" else city.name_en for city in results.cities}
    if comparison:
        rows = [_Row(names.get(one.city, one.city), one.headline, one.rank) for one in comparison.cities]
        return sorted(
            rows, key=lambda row: (row.rank.after is None, row.rank.after or 0, row.rank.before or 0)
        )
    return [
        _Row(
            names[row.city],
            Change(None, row.points),
            Change(None, row.rank),
            _bounds(results.scorecards, row.city),
        )
        for row in results.ranking.rows
    ]


def _bounds(cards: Mapping[str, Scorecard], city: str) -> tuple[float, float] | None:
    card = cards.get(city)
    return None if card is None or card.low is None or card.high is None else (card.low, card.high)


def _apart(names: list[str], lang: Lang) -> list[str]:
    """The cities that no round ranked, in lines that fit the figure."""
    if not names:
        return []
    comma = "、" if lang == "zh" else ", "
    lines = [label("figure_apart", lang).format(n=len(names))]
    for at, name in enumerate(names):
        part = name + (comma if at + 1 < len(names) else "")
        if len(lines[-1]) + len(part) > _LINE[lang]:
            lines.append("")
        lines[-1] += part
    return lines


def _scope(results: RoundResults, comparison: Comparison | None, rows: list[_Row], lang: Lang) -> str:
    ranked = sum(row.rank.after is not None for row in rows)
    told = label("figure_scope", lang).format(n=len(rows), ranked=ranked)
    return f"{rounds(results, comparison, lang)} · {told}"


def _dots(axes: Axes, rows: list[_Row], *, both: bool) -> None:
    for at, row in enumerate(rows):
        before, after = row.points.before, row.points.after
        axes.axhline(at, color=HAIR, linewidth=0.6, zorder=0)
        if row.bounds:
            axes.plot(row.bounds, (at, at), color=BOUNDS, linewidth=4, solid_capstyle="butt", zorder=0.5)
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
    known = [
        value
        for row in rows
        for value in (row.points.before, row.points.after, *(row.bounds or ()))
        if value is not None
    ]
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
