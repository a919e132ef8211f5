"""A sheet on which several experts weigh the indicators: a row per question, a column per expert. Written, and read back."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time
from fractions import Fraction
from itertools import combinations
from pathlib import Path
from typing import Any

import xlsxwriter

from anfang.errors import BadInput
from anfang.exchange import WORKBOOK_OPTIONS, write_cell
from anfang.fieldcell import folded
from anfang.grid import Cell, Record, read_grid
from anfang.model import Catalogue
from anfang.schema import did_you_mean
from scoring.experts import Answers, Kind, asked
from scoring.shape import Shape
from scoring.tree import ROOT

COLUMNS = ("part", "part_name", "kind", "a", "a_name", "b", "b_name", "question")
_EXPERT = re.compile(r"(expert|专家).*", re.DOTALL)
_SCALE = [*(str(n) for n in range(9, 0, -1)), *(f"1/{n}" for n in range(2, 10))]
_ASK: Mapping[Kind, str] = {
    "pairs": "{a} 与 {b} 相比哪个更重要？1 同等重要，3 稍重要，5 明显重要，7 很重要，9 极重要；{b} 更重要时写 1/3、1/5 等。 How much more does {a_en} matter than {b_en}? 1 alike ... 9 far more; 1/3 ... 1/9 where {b_en} matters more.",
    "points": "{part} 共 100 分，分给 {a} 多少分？ Of the 100 points of {part_en}, how many go to {a_en}?",
}


def parts(catalogue: Catalogue) -> Mapping[str, Sequence[str]]:
    """Part (the headline or a dimension) -> what has to be weighed inside it."""
    headline = [one.id for one in catalogue.dimensions if not one.parent and one.weight > 0]
    return asked(Shape.of(catalogue), headline)


def sheet(catalogue: Catalogue, experts: int, *, pairs: Sequence[str] = (ROOT,), only: Sequence[str] = ()) -> bytes:
    """A workbook to be filled in. `pairs`: the parts compared two at a time, the others share out 100 points."""
    known = parts(catalogue)
    for name in (*pairs, *only):
        if name not in known:
            raise BadInput(f"no part {name!r}{did_you_mean(name, known)}", mend=f"name one of {', '.join(known)}")
    held = {name: items for name, items in known.items() if not only or name in only}
    rows = [row for name, items in held.items() for row in _questions(name, items, "pairs" if name in pairs else "points", catalogue)]
    return _book(rows, experts)


def read_sheet(path: Path, catalogue: Catalogue) -> tuple[Answers, ...]:
    """The experts' answers; a part that an expert left blank is not answered by that expert. Raises BadInput with the cell."""
    records = read_grid(path)
    experts = _experts(records, path.name)
    found: dict[tuple[str, str], Answers] = {}
    known = parts(catalogue)
    for record in records:
        _check_row(record, known)
        for name in experts:
            if (cell := record.get(name)) and folded(cell):
                _take(found, name, record, cell)
    if not found:
        raise BadInput("no expert has answered", where=path.name, mend="fill in at least one column of answers")
    return tuple(found.values())


def _questions(part: str, items: Sequence[str], kind: Kind, catalogue: Catalogue) -> Iterator[list[str]]:
    zh, en = ({name: told[at] for name, told in _names(catalogue).items()} for at in (0, 1))
    asked_of = list(combinations(items, 2)) if kind == "pairs" else [(one, "") for one in items]
    for a, b in asked_of:
        told = {"part": zh[part], "part_en": en[part], "a": zh[a], "a_en": en[a], "b": zh.get(b, ""), "b_en": en.get(b, "")}
        yield [part, f"{zh[part]} {en[part]}", kind, a, f"{zh[a]} {en[a]}", b, f"{zh[b]} {en[b]}" if b else "", _ASK[kind].format(**told)]


def _names(catalogue: Catalogue) -> Mapping[str, tuple[str, str]]:
    held = [*catalogue.dimensions, *catalogue.indicators]
    return {ROOT: ("总分", "the headline")} | {one.id: (one.zh, one.en) for one in held}


def _book(rows: Sequence[Sequence[str]], experts: int) -> bytes:
    data = io.BytesIO()
    with xlsxwriter.Workbook(data, {"in_memory": True} | WORKBOOK_OPTIONS) as book:
        page: Any = book.add_worksheet("weights")
        bold, answer = book.add_format({"bold": True}), book.add_format({"num_format": "@", "bg_color": "#FFF8E1", "border": 1})
        for at, name in enumerate([*COLUMNS, *(f"expert {n}" for n in range(1, experts + 1))]):
            write_cell(page, 0, at, name, bold)
        for at, row in enumerate(rows, 1):
            for column, text in enumerate(row):
                write_cell(page, at, column, text or None)
            # Text cells: a spreadsheet would make a date of 1/3.
            for column in range(len(COLUMNS), len(COLUMNS) + experts):
                page.write_blank(at, column, None, answer)
                if row[2] == "pairs":
                    page.data_validation(at, column, at, column, {"validate": "list", "source": _SCALE})
        page.freeze_panes(1, 0)
        page.set_column(0, 0, 14)
        page.set_column(1, 6, 20)
        page.set_column(7, 7, 70)
        book.set_properties({"created": datetime(2000, 1, 1)})
    return data.getvalue()


def _experts(records: Sequence[Record], file: str) -> list[str]:
    names = list(dict.fromkeys(name for record in records for name in record))
    experts = [name for name in names if _EXPERT.fullmatch(name)]
    if unknown := [name for name in names if name not in COLUMNS and name not in experts]:
        mend = f"the columns are {', '.join(COLUMNS)} and one per expert, whose heading begins with expert or 专家"
        raise BadInput(f"unknown column {unknown[0]!r}{did_you_mean(unknown[0], COLUMNS)}", where=file, mend=mend)
    if missing := [name for name in ("part", "kind", "a", "b") if name not in names]:
        raise BadInput(f"missing column {', '.join(missing)}", where=file, mend="start from `anfang weights sheet`")
    if not experts:
        raise BadInput("no column of an expert", where=file, mend="head a column with expert 1 or 专家1")
    return experts


def _check_row(record: Record, known: Mapping[str, Sequence[str]]) -> None:
    part, kind = folded(record["part"]), folded(record["kind"])
    if part not in known:
        raise _refused(record["part"], f"unknown part {part!r}{did_you_mean(part, known)}", f"name one of {', '.join(known)}")
    if kind not in _ASK:
        raise _refused(record["kind"], f"unknown kind {kind!r}", f"write {' or '.join(_ASK)}")
    for name in ("a", "b") if kind == "pairs" else ("a",):
        if (item := folded(record[name])) not in known[part]:
            raise _refused(record[name], f"{item!r} is not in {part}{did_you_mean(item, known[part])}", f"name one of {', '.join(known[part])}")


def _take(found: dict[tuple[str, str], Answers], expert: str, record: Record, cell: Cell) -> None:
    part, a, b = (folded(record[name]) if name in record else "" for name in ("part", "a", "b"))
    kind: Kind = "pairs" if folded(record["kind"]) == "pairs" else "points"
    held = found.setdefault((expert, part), Answers(expert, part, kind, {}, {}))
    if held.kind != kind:
        raise _refused(cell, f"{expert} answers {part} in pairs and in points", "keep one of the two")
    if (a, b) in held.pairs or (kind == "points" and a in held.points):
        raise _refused(cell, "the question stands twice", "keep one of the two rows")
    pairs, points = dict(held.pairs), dict(held.points)
    if kind == "pairs":
        pairs[a, b] = _number(cell)
    else:
        points[a] = _number(cell)
    found[expert, part] = Answers(expert, part, kind, pairs, points)


def _number(cell: Cell) -> float:
    if isinstance(cell.value, date | datetime | time):
        raise _refused(cell, "is a date: a spreadsheet made it of a fraction", "format the cell as text and write 1/3 again")
    try:
        return float(Fraction(folded(cell).replace(" ", "")))
    except (ValueError, ZeroDivisionError) as bad:
        raise _refused(cell, f"{folded(cell)!r} is no number", "write 5, 0.5 or 1/5") from bad


def _refused(cell: Cell, message: str, mend: str) -> BadInput:
    return BadInput(message, where=cell.where, mend=mend)


def experts_of(answers: Iterable[Answers]) -> tuple[str, ...]:
    """The experts who answered something, in the sheet's order."""
    return tuple(dict.fromkeys(one.expert for one in answers))
