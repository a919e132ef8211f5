"""The sum of a city's score as text: what a reader needs to do it again with paper and pencil."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from anfang.model import Catalogue, Scorecard
from anfang.report.labels import label, reason
from anfang.report.posts import goalposts
from anfang.report.wording import UNKNOWN, Lang, number, readable
from scoring.ledger import Ledger, NodeLine, Part, RowLine, Seen
from scoring.means import SHIFT
from scoring.tree import ROOT

SEVERAL = 2


def reckoned(found: Ledger, catalogue: Catalogue, lang: Lang) -> Iterator[RenderableType]:
    """A table per dimension, each followed by its sum; the headline's sum at the end."""
    yield Text(label("reckoning_note", lang), style="dim")
    names = names_of(catalogue, lang)
    rows = {line.row.id: line for line in found.rows}
    for node in found.nodes:
        held = [rows[part.id] for part in node.parts if part.id in rows]
        if held:
            yield _table(held, names[node.id], catalogue, lang)
        if node.id != ROOT or found.card.ranked:
            yield Text(f"{names[node.id]} = {node_sum(node)}", style="bold")
    yield from (Text(left_said(line, lang), style="yellow") for line in found.rows if line.left_out)
    yield from (Text(line) for line in not_ranked(found.card, lang))


def names_of(catalogue: Catalogue, lang: Lang) -> Mapping[str, str]:
    return {ROOT: label("total", lang)} | {one.id: getattr(one, lang) for one in catalogue.dimensions}


def left_said(line: RowLine, lang: Lang) -> str:
    """Why a row counts for no city."""
    return f"{label('left_out', lang)}: {getattr(line.row, lang)} ({reason(line.left_out, lang) or line.left_out})"


def not_ranked(card: Scorecard, lang: Lang) -> tuple[str, ...]:
    return () if card.ranked else (f"{label('not_ranked', lang)}: {reason(card.reason, lang) or card.reason}",)


def row_sum(line: RowLine, lang: Lang) -> str:
    """How the steps of a row make its points; '' where there is a single one."""
    points = line.score.points
    if points is None:
        return ""
    if any(one.term is not None for one in line.seen):
        return _summed(line, lang)
    scored = [one.points for one in line.seen if one.points is not None]
    if len(scored) < SEVERAL:
        return ""
    return label("mean_of_steps", lang).format(terms=" + ".join(map(_plain, scored)), n=len(scored), points=_plain(points))


def node_sum(node: NodeLine) -> str:
    """(8 × 80 + 6 × 50) / 14 = 67.14; what is not known is not in it."""
    known = [part for part in node.parts if part.points is not None]
    return f"{_SUMS[node.method](known)} = {number(node.points)}" if known else UNKNOWN


def cell(one: Seen, line: RowLine, catalogue: Catalogue, lang: Lang) -> str:
    """What was seen and what it is worth, on one line."""
    steps = {step.id: getattr(step, lang) for step in catalogue.steps}
    head = f"{steps.get(one.step, one.step)}: " if one.step else ""
    if one.status != "observed":
        why = (reason(one.reason, lang) or one.reason) if one.reason else ""
        return head + label(f"status_{one.status}", lang) + (f" ({why})" if why else "")
    told = readable(one.value, line.row.id, lang, catalogue)
    return f"{head}{told}" + (f" → {_plain(one.points)}" if one.points is not None else "")


def adds(line: RowLine) -> float | None:
    """What the row adds to the headline (of arithmetic means)."""
    return None if line.score.points is None or line.left_out else line.share * line.score.points


def _summed(line: RowLine, lang: Lang) -> str:
    points = _plain(line.score.points)
    if line.score.value is None:
        return label("sum_void", lang).format(points=points)
    terms = " + ".join(_plain(one.term) for one in line.seen if one.term is not None)
    return label("sum_of_steps", lang).format(terms=terms, total=_plain(line.score.value), points=points)


def _table(held: Sequence[RowLine], name: str, catalogue: Catalogue, lang: Lang) -> Table:
    table = Table(title=name, title_justify="left")
    for key in ("indicator", "seen", "goalposts"):
        table.add_column(label(key, lang), overflow="fold")
    for key in ("points", "weight", "reckoned_share", "reckoned_adds"):
        table.add_column(label(key, lang), justify="right")
    for line in held:
        seen = [cell(one, line, catalogue, lang) for one in line.seen]
        rule = goalposts(line.row.score or {}, line.row.id, lang)
        share = f"{line.share:.2%}" if line.share else UNKNOWN
        sums = Text("\n".join(filter(None, [*seen, row_sum(line, lang)])))
        table.add_row(getattr(line.row, lang), sums, Text(rule), number(line.score.points), f"{line.weight:g}", share, number(adds(line)))
    return table


def _arithmetic(parts: Sequence[Part]) -> str:
    terms = " + ".join(f"{part.weight:g} × {_plain(part.points)}" for part in parts)
    return f"({terms}) / {_whole(parts)}"


def _geometric(parts: Sequence[Part]) -> str:
    terms = (f"({_plain(part.points)} + {SHIFT:g})^({part.weight:g}/{_whole(parts)})" for part in parts)
    return f"{' × '.join(terms)} − {SHIFT:g}"


def _harmonic(parts: Sequence[Part]) -> str:
    terms = (f"{part.weight:g} / ({_plain(part.points)} + {SHIFT:g})" for part in parts)
    return f"{_whole(parts)} / ({' + '.join(terms)}) − {SHIFT:g}"


_SUMS: Mapping[str, Callable[[Sequence[Part]], str]] = {"arithmetic": _arithmetic, "geometric": _geometric, "harmonic": _harmonic}


def _whole(parts: Sequence[Part]) -> str:
    return f"{sum(part.weight for part in parts):g}"


def _plain(value: float | None) -> str:
    """As many places as are needed to do the sum again to a hundredth."""
    return UNKNOWN if value is None else f"{value:.3f}".rstrip("0").rstrip(".").replace("-", "−")
