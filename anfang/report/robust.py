"""How far a ranking may be off, in the terminal and in a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from anfang.model import RoundResults
from anfang.report.labels import city_names, label
from anfang.report.verdict import LIST
from anfang.report.wording import UNKNOWN, Lang, number
from scoring.tree import ROOT

if TYPE_CHECKING:
    from scoring.leaveout import LeftOut
    from scoring.robustness import Robustness
    from scoring.sobol import Sensitivity
    from scoring.spread import Spread
    from scoring.structure import Structure

MOST = 12
"""Rows of a table of parts."""


def likely(found: Robustness, lang: Lang) -> str:
    """What the likely ranks are, for a note below a ranking."""
    spread = f"{found.settings.spreads[0]:.0%}"
    how = label("drawn_both" if found.both else "drawn_weights", lang).format(spread=spread)
    how = how[0].lower() + how[1:]
    return label("likely_note", lang).format(how=how, share=f"{1 - 2 * found.settings.tail:.0%}")


def bands_said(found: Robustness, names: Mapping[str, str], lang: Lang) -> str:
    """How many bands there are and who stands in the first."""
    held = found.standings.values()
    first = LIST[lang].join(names[one.city] for one in held if one.band == 1)
    return label("bands_said", lang).format(n=len(held), bands=max(one.band for one in held), first=first)


def retest_said(found: Robustness, lang: Lang) -> str:
    """What the retests showed; '' without one."""
    if found.retest is None:
        return ""
    figures = {"pairs": found.retest.compared, "differing": int(found.retest.differing.sum())}
    return label("retest_said", lang).format(**figures, error=number(found.retest.error(found.matrix.root)))


def seed_said(found: Robustness, lang: Lang) -> str:
    return label("seed_note", lang).format(draws=found.settings.draws, seed=found.settings.seed)


def report(
    results: RoundResults, found: Robustness, choices: Sensitivity, parts: Sequence[LeftOut], held: Structure, lang: Lang
) -> Iterator[RenderableType]:
    """Sentences, then: apart and together, the choices of method, the ranking without its parts, the weights at work."""
    cities = city_names(results.cities, lang)
    yield Text(bands_said(found, cities, lang), style="bold")
    yield from (Text(line) for line in (likely(found, lang), retest_said(found, lang)) if line)
    yield _apart(found, lang)
    yield _choices(choices, lang)
    yield Text(label("choices_note", lang).format(runs=choices.runs, shift=number(choices.mean_shift)), style="dim")
    names = _names(results, lang)
    yield _without(parts, names, cities, lang)
    yield _weights(held, names, lang)
    yield Text(label("effective_note", lang), style="dim")
    yield _alphas(held, names, lang)
    yield Text(seed_said(found, lang), style="dim")


def _apart(found: Robustness, lang: Lang) -> Table:
    table = Table("", label("mean_width", lang))
    for spread, one in found.weights.items():
        table.add_row(f"{label('by_weights', lang)} ±{spread:.0%}", number(_width(one), 1))
    for key, one in (("by_error", found.error), ("by_both", found.both)):
        if one is not None:
            table.add_row(label(key, lang), number(_width(one), 1))
    return table


def _width(found: Spread) -> float:
    low, high = found.interval
    return float((high - low).mean())


def _choices(found: Sensitivity, lang: Lang) -> Table:
    table = Table(*(label(key, lang) for key in ("choice", "alternatives", "first_order", "total_order")), title=label("choices", lang), title_justify="left")
    for one in found.influences:
        shares = (_share(one.first, one.first_error), _share(one.total, one.total_error))
        table.add_row(label(f"choice_{one.choice}", lang), str(one.alternatives), *shares)
    return table


def _share(share: float | None, error: float | None) -> str:
    if share is None:
        return UNKNOWN
    return f"{max(0.0, share):.0%}" + (f" ±{error:.0%}" if error is not None else "")


def _without(parts: Sequence[LeftOut], names: Mapping[str, str], cities: Mapping[str, str], lang: Lang) -> Table:
    table = Table(*(label(key, lang) for key in ("part", "mean_shift", "largest_shift")), title=label("without_part", lang), title_justify="left")
    for one in sorted(parts, key=lambda one: -one.mean_shift)[:MOST]:
        moved = f"{cities[one.city]} {one.largest_shift:+d}".replace("-", "−") if one.largest_shift else UNKNOWN
        table.add_row(names.get(one.part, one.part), number(one.mean_shift), moved)
    return table


def _weights(held: Structure, names: Mapping[str, str], lang: Lang) -> Table:
    table = Table(*(label(key, lang) for key in ("indicator", "nominal", "effective", "correlation")), title=label("weight_effective", lang), title_justify="left")
    for one in sorted(held.weights, key=lambda one: -one.nominal)[:MOST]:
        effective = UNKNOWN if one.effective is None else f"{one.effective:.1%}".replace("-", "−")
        table.add_row(names.get(one.row, one.row), f"{one.nominal:.1%}", effective, number(one.correlation))
    return table


def _alphas(held: Structure, names: Mapping[str, str], lang: Lang) -> Table:
    table = Table(label("coherence", lang), label("alpha", lang))
    for node, alpha in held.alphas.items():
        table.add_row(names.get(node, node), number(alpha))
    return table


def _names(results: RoundResults, lang: Lang) -> Mapping[str, str]:
    held = (*results.catalogue.dimensions, *results.catalogue.indicators)
    return {ROOT: label("total", lang)} | {one.id: getattr(one, lang) for one in held}
