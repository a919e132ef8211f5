"""What every figure has around it: the font, the heading, the legend and the marks it must carry wherever it is pasted."""

from __future__ import annotations

import warnings
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, cast

import matplotlib
from matplotlib import font_manager
from matplotlib.artist import Artist
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from anfang.errors import BadInput
from anfang.model import Comparison, RoundResults
from anfang.report.labels import label
from anfang.report.wording import Lang

FONT = Path(__file__).parent / "fonts" / "AnfangSansSC-Regular.otf"
FAMILY = "Anfang Sans SC"

INK, MUTED, HAIR = "#1b2733", "#66727f", "#d9dee3"
AFTER, BEFORE, FALL = "#0b4f8a", "#8b97a3", "#c2410c"
BOUNDS = "#bccbda"
DASHED = (0, (2, 1.2))

_STYLE: dict[str, Any] = {
    "font.family": [FAMILY],
    "font.size": 9.5,
    "axes.unicode_minus": True,
    "axes.edgecolor": HAIR,
    "axes.labelcolor": MUTED,
    "text.color": INK,
    # A city's name is text, whatever signs it has: a dollar sign starts no formula.
    "text.parse_math": False,
    "xtick.color": MUTED,
    "ytick.color": INK,
    "hatch.linewidth": 0.8,
    # Outlines, not text: a reader's machine may lack the font; a fixed salt makes the same file twice.
    "svg.fonttype": "path",
    "svg.hashsalt": "anfang",
}


_MEND = "write the names of rounds and cities in characters of GB 2312"


@contextmanager
def styled() -> Generator[None]:
    """Our font and colours inside, matplotlib's own settings again outside."""
    _load_font()
    with matplotlib.rc_context(cast("Any", _STYLE)):
        yield


@cache
def _load_font() -> None:
    font_manager.fontManager.addfont(str(FONT))


def save(figure: Figure, folder: Path, name: str) -> tuple[Path, Path]:
    """Write `name`.png and `name`.svg; the same figure gives the same bytes.

    Raises BadInput for a name with a character that the font lacks: an empty box is no name.
    """
    folder.mkdir(parents=True, exist_ok=True)
    png, svg = folder / f"{name}.png", folder / f"{name}.svg"
    with styled(), warnings.catch_warnings():
        warnings.filterwarnings("error", message="Glyph .* missing from font")
        try:
            figure.savefig(png, metadata={"Software": "anfang"})
            figure.savefig(svg, metadata={"Date": None, "Creator": "anfang"})
        except UserWarning as lacking:
            raise BadInput(f"a name in a figure cannot be drawn: {lacking}", mend=_MEND) from lacking
    return png, svg


def rounds(results: RoundResults, comparison: Comparison | None, lang: Lang) -> str:
    """The round, or both of them."""
    if comparison is None:
        return results.name
    return label("figure_rounds", lang).format(before=comparison.before, after=comparison.after)


def heading(figure: Figure, title: str, scope: str) -> None:
    height = figure.get_figheight()
    figure.text(0.03, 1 - 0.38 / height, title, fontsize=14, va="center")
    figure.text(0.03, 1 - 0.66 / height, scope, fontsize=9, va="center", color=MUTED)


def dot_key(figure: Figure, lang: Lang) -> None:
    """The legend of a figure of dots and the lines between them."""
    handles = [
        Line2D(
            [],
            [],
            linestyle="",
            marker="o",
            markerfacecolor="white",
            markeredgecolor=BEFORE,
            markeredgewidth=1.4,
        ),
        Line2D([], [], linestyle="", marker="o", color=AFTER),
        Line2D([], [], color=AFTER, linewidth=1.7),
        Line2D([], [], color=FALL, linewidth=1.7, linestyle=DASHED),
        Line2D([], [], color=MUTED, linewidth=0.9),
    ]
    _key(
        figure,
        handles,
        [label(name, lang) for name in ("before", "after", "figure_rise", "figure_fall", "figure_means")],
    )


def standing_key(figure: Figure, lang: Lang) -> None:
    """The legend of one round's scores."""
    handles = [
        Line2D([], [], linestyle="", marker="o", color=AFTER),
        Line2D([], [], color=BOUNDS, linewidth=4),
    ]
    _key(figure, handles, [label("score", lang), label("figure_bounds", lang)])


def bar_key(figure: Figure, lang: Lang) -> None:
    """The legend of a figure of bars."""
    handles = [Patch(facecolor="white", edgecolor=BEFORE, hatch="////"), Patch(facecolor=AFTER)]
    _key(figure, handles, [label("before", lang), label("after", lang)])


def _key(figure: Figure, handles: Sequence[Artist], names: Sequence[str]) -> None:
    place = (0.022, 1 - 0.93 / figure.get_figheight())
    figure.legend(
        handles, names, loc="center left", bbox_to_anchor=place, ncols=len(handles), frameon=False, fontsize=8.5,
        handlelength=1.6, columnspacing=1.4, borderpad=0,
    )  # fmt: skip


def marks(figure: Figure, results: RoundResults, lang: Lang) -> None:
    """SIMULATED where the round was measured on the testbed, PRELIMINARY until it is closed, and what it rests on."""
    height = figure.get_figheight()
    told = ["mark_simulated"] * results.simulated + ["mark_preliminary"] * results.preliminary
    if results.simulated:
        figure.text(
            0.5, 0.48, label("mark_simulated", lang), fontsize=min(54, 9 * height), color=MUTED, alpha=0.13,
            rotation=28, ha="center", va="center",
        )  # fmt: skip
    said = " · ".join(label(mark, lang) for mark in told)
    figure.text(0.97, 1 - 0.38 / height, said, fontsize=9.5, color=FALL, ha="right", va="center")
    foot = label("figure_foot", lang)
    foot = foot.format(round=results.name, plan=results.plan_hash[:12], instrument=results.instrument[:12])
    figure.text(0.03, 0.2 / height, foot, fontsize=7.5, color=MUTED, va="center")
