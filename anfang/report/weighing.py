"""Weights and what experts said of them, as tables of the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from anfang.model import Catalogue, Weights
from anfang.report.labels import label
from anfang.report.wording import UNKNOWN, Lang, number
from scoring.experts import Opinion, View
from scoring.study import Possible
from scoring.tree import ROOT
from scoring.weightcheck import WeightCheck

HEAVIEST = 12


def listed(sets: Sequence[Weights], catalogue: Catalogue, lang: Lang) -> Table:
    """Sets of weights side by side: the dimensions of their headlines, whose they are."""
    tops = [one for one in catalogue.dimensions if not one.parent and any(held.headline(one.id) for held in sets)]
    table = Table("", *(getattr(one, lang) for one in tops), label("weights_source", lang), label("weights_kind", lang))
    for held in sets:
        points = (f"{held.dimensions[one.id]:g}" for one in tops)
        notice = label("weights_provisional", lang) if held.provisional else held.notice
        table.add_row(held.name, *points, Text(held.source), Text(notice))
    return table


def checked(found: WeightCheck, usual: WeightCheck, catalogue: Catalogue, lang: Lang) -> Iterator[RenderableType]:
    """What a file of weights does, beside the default ones."""
    names = names_of(catalogue, lang)
    yield Text(label("weights_of", lang).format(name=found.weights.name), style="bold")
    yield Text(f"{label('weights_source', lang)}: {found.weights.source}")
    yield _shares(found, usual, names, lang)
    if found.weights.methods:
        told = (f"{names.get(node, node)} {label(f'mean_{how}', lang)}" for node, how in found.weights.methods.items())
        yield Text(f"{label('weights_mean', lang)}: {', '.join(told)}")
    yield Text(label("weights_moved", lang).format(share=f"{found.moved:.1%}"))
    yield study(found.study, lang)
    for kind, about in found.oddities:
        yield Text(label(f"odd_{kind}", lang).format(name=names.get(about, about)), style="yellow")
    yield Text(label("weights_valid", lang), style="green")


def study(found: Possible, lang: Lang) -> Text:
    """Whether the published means of a study could have been made with these weights."""
    key, style = {True: ("study_holds", ""), False: ("study_fails", "red"), None: ("study_silent", "yellow")}[found.holds]
    figures = {"taken": number(found.taken), "room": number(found.room), "least": number(found.least)}
    told = label(key, lang).format(study=getattr(found.study, lang), overall=number(found.study.overall), **figures)
    return Text(told, style=style)


def opinions(found: Sequence[Opinion], catalogue: Catalogue, lang: Lang) -> Iterator[RenderableType]:
    """What the experts say together, part by part, and who contradicts himself."""
    names = names_of(catalogue, lang)
    heads = ("part", "way", "experts_n", "consistency_ratio", "agreement")
    table = Table(*(label(key, lang) for key in heads))
    for one in found:
        ratio = number(one.consistency.ratio, 3) if one.consistency else UNKNOWN
        table.add_row(names[one.node], label(f"way_{one.kind}", lang), str(len(one.views)), ratio, number(one.agreement))
    yield table
    for one in found:
        yield from (Text(doubt(view, one, names, lang), style="yellow") for view in one.doubtful)


def doubt(view: View, opinion: Opinion, names: Mapping[str, str], lang: Lang) -> str:
    """An expert's contradiction in words."""
    assert view.consistency is not None
    assert view.consistency.worst is not None
    a, b = (names[one] for one in view.consistency.worst)
    figures = {"ratio": number(view.consistency.ratio), "given": f"{view.consistency.given:.2g}", "implied": f"{view.consistency.implied:.2g}"}
    return label("doubtful", lang).format(expert=view.expert, part=names[opinion.node], a=a, b=b, **figures)


def names_of(catalogue: Catalogue, lang: Lang) -> Mapping[str, str]:
    """Id of a dimension or a row -> its name; the root is the headline."""
    held = [*catalogue.dimensions, *catalogue.indicators]
    return {ROOT: label("total", lang)} | {one.id: getattr(one, lang) for one in held}


def _shares(found: WeightCheck, usual: WeightCheck, names: Mapping[str, str], lang: Lang) -> Table:
    table = Table("", label("weights_here", lang), label("weights_usual", lang))
    for node in {**found.dimensions, **usual.dimensions}:
        table.add_row(names[node], _percent(found.dimensions.get(node)), _percent(usual.dimensions.get(node)))
    table.add_section()
    for row in list(found.rows)[:HEAVIEST]:
        table.add_row(names[row], _percent(found.rows[row]), _percent(usual.rows.get(row)))
    return table


def _percent(share: float | None) -> str:
    return UNKNOWN if share is None else f"{share:.1%}"
