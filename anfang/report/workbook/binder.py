"""How every sheet of the workbook looks: a title row, headings, widths that fit Chinese, filters, print set-up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import ceil
from typing import Any, Literal
from unicodedata import east_asian_width

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from anfang.exchange import write_cell
from anfang.report.labels import label
from anfang.report.wording import Lang, words

Kind = Literal["text", "wrap", "points", "change", "shift", "trips", "share", "whole", "count", "id"]

TITLE, HEAD, FIRST = 0, 1, 2
"""Rows: title with the marks, headings, first row of data."""

_NUMBERS: dict[Kind, str] = {
    "points": "0.00",
    "change": "+0.00;−0.00;0.00",
    "shift": "+0;−0;0",
    "trips": "0.00",
    "share": "0%",
    "whole": "0",
    "count": "General",
}
_CENTRED = ("whole", "count", "shift")
_WIDTHS: dict[Kind, tuple[float, float]] = {
    "text": (6, 32),
    "wrap": (14, 38),
    "points": (7.5, 14),
    "change": (8, 14),
    "shift": (6, 12),
    "trips": (8, 12),
    "share": (8, 12),
    "whole": (6, 12),
    "count": (6, 12),
    "id": (8, 26),
}
_FONTS = {"zh": "微软雅黑", "en": "Calibri"}
_RED, _INK, _HEAD, _HAIR = "#B3261E", "#1B2733", "#DCE6F0", "#C9D2DB"
_LOW, _MIDDLE, _HIGH = "#F4A582", "#F7F7F7", "#92C5DE"
"""Orange to blue, told apart by the colour-blind; on fixed goalposts, so that two rounds look alike."""
_LINE, _LINES = 15.0, 8
_MEASURED = 2_000
"""Rows that decide a column's width."""


@dataclass(frozen=True, slots=True)
class Column:
    title: str
    kind: Kind = "text"
    heat: bool = False
    """Coloured by points, 0-60-100."""


@dataclass(frozen=True, slots=True)
class Link:
    """A cell that leads to a place of the same workbook."""

    text: str
    target: str


@dataclass(frozen=True, slots=True)
class Page:
    """Rows of a sheet that was written, for charts and links to refer to."""

    name: str
    rows: int
    columns: int
    first: int = FIRST

    def part(self, begin: int, rows: int) -> Page:
        return Page(self.name, rows, self.columns, self.first + begin)

    def column(self, at: int, *, count: int | None = None) -> list[Any]:
        """The cells of a column as xlsxwriter's charts want them: [sheet, first row, column, last row, column]."""
        last = self.first + (self.rows if count is None else count) - 1
        return [self.name, self.first, at, last, at]

    def place(self, row: int) -> str:
        """The address of a row's first cell, for a Link."""
        return f"'{self.name}'!A{self.first + row + 1}"


class Binder:
    """The workbook in the making: its formats, and what every sheet repeats."""

    def __init__(self, book: Workbook, *, lang: Lang, marks: Sequence[str], subject: str, foot: str) -> None:
        self.book = book
        self.lang: Lang = lang
        self.marks = marks
        self.subject = subject
        self.foot = foot
        self._formats: dict[str, Format] = {}
        self._sheets: tuple[str, ...] = ()

    def name(self, sheet: str) -> str:
        return words("workbook")["sheets"][sheet][self.lang]

    def word(self, key: str, *parts: str) -> str:
        """A word of the workbook, else of all reports."""
        own = words("workbook")["labels"].get(key)
        return (own[self.lang] if own else label(key, self.lang)).format(*parts)

    def style(self, **look: Any) -> Format:
        base = {"font_name": _FONTS[self.lang], "font_size": 10, "font_color": _INK, "valign": "vcenter"}
        key = repr(sorted(look.items()))
        if key not in self._formats:
            self._formats[key] = self.book.add_format(base | look)
        return self._formats[key]

    def lay_out(self, sheets: Sequence[str]) -> None:
        """Add the sheets, empty, in the order in which the reader finds them."""
        self._sheets = tuple(sheets)
        for sheet in sheets:
            self.book.add_worksheet(self.name(sheet))

    def names(self) -> list[str]:
        return [self.name(sheet) for sheet in self._sheets]

    def blank(self, sheet: str, *, portrait: bool = False) -> Worksheet:
        """A sheet that was laid out, with the title row, the marks and the print set-up."""
        page = self.book.get_worksheet_by_name(self.name(sheet))
        assert page is not None
        title = "  ·  ".join((*self.marks, self.name(sheet), self.subject))
        look = {"bold": True, "font_size": 12, "font_color": _RED if self.marks else _INK}
        page.write_string(TITLE, 0, title, self.style(**look))
        page.set_row(TITLE, 22)
        page.set_portrait() if portrait else page.set_landscape()
        page.set_paper(9)
        page.fit_to_pages(1, 0)
        page.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.6)
        middle = "" if portrait else f"&C{_printed(self.name(sheet))}"
        page.set_header(f"&L{_printed(' · '.join(self.marks))}{middle}&R{_printed(self.subject)}")
        page.set_footer(f"&L&8{_printed(self.foot)}&R{self.word('page')}")
        page.hide_gridlines(2)
        return page

    def table(
        self,
        sheet: str,
        columns: Sequence[Column],
        rows: Iterable[Sequence[Any]],
        *,
        frozen: int = 0,
        wide: bool = False,
    ) -> Page:
        """A sheet with one table. `frozen` columns stay when scrolling; `wide` prints on A3."""
        page, cells = self.blank(sheet), [list(row) for row in rows]
        if wide:
            page.set_paper(8)
        self._headings(page, columns)
        styles = [self._style_of(column) for column in columns]
        for at, row in enumerate(cells, FIRST):
            for column, cell in enumerate(row):
                self.put(page, at, column, cell, styles[column])
        self._finish(page, columns, cells, frozen)
        return Page(self.name(sheet), len(cells), len(columns))

    def put(self, page: Worksheet, row: int, column: int, cell: Any, style: Format) -> None:
        if isinstance(cell, Link):
            linked = self.style(font_color="#0B4F8A", underline=1, bottom=1, bottom_color=_HAIR, indent=1)
            page.write_url(row, column, f"internal:{cell.target}", linked, cell.text)
        else:
            write_cell(page, row, column, cell, style)

    def _headings(self, page: Worksheet, columns: Sequence[Column]) -> None:
        look = self.style(
            bold=True,
            bg_color=_HEAD,
            text_wrap=True,
            align="center",
            valign="vcenter",
            border=1,
            border_color=_HAIR,
        )
        page.set_row(HEAD, 32)
        for at, column in enumerate(columns):
            page.write_string(HEAD, at, column.title, look)

    def _style_of(self, column: Column) -> Format:
        look: dict[str, Any] = {"bottom": 1, "bottom_color": _HAIR}
        if column.kind not in _NUMBERS:
            return self.style(**look, align="left", indent=1, text_wrap=column.kind == "wrap")
        place = {"align": "center"} if column.kind in _CENTRED else {"align": "right", "indent": 1}
        return self.style(**look, **place, num_format=_NUMBERS[column.kind])

    def _finish(
        self, page: Worksheet, columns: Sequence[Column], cells: list[list[Any]], frozen: int
    ) -> None:
        widths = [
            fitting(column, [row[at] for row in cells[:_MEASURED]]) for at, column in enumerate(columns)
        ]
        for at, column in enumerate(columns):
            page.set_column(at, at, widths[at])
            if column.heat and cells:
                page.conditional_format(FIRST, at, FIRST + len(cells) - 1, at, HEAT)
        wrapped = [(at, widths[at]) for at, column in enumerate(columns) if column.kind == "wrap"]
        for at, row in enumerate(cells, FIRST):
            page.set_row(at, height(*((row[column], width) for column, width in wrapped)))
        page.freeze_panes(FIRST, frozen)
        page.repeat_rows(TITLE, HEAD)
        page.autofilter(HEAD, 0, max(FIRST + len(cells) - 1, HEAD), len(columns) - 1)


HEAT = {
    "type": "3_color_scale", "min_type": "num", "mid_type": "num", "max_type": "num",
    "min_value": 0, "mid_value": 60, "max_value": 100, "min_color": _LOW, "mid_color": _MIDDLE, "max_color": _HIGH,
}  # fmt: skip


def fitting(column: Column, cells: Iterable[Any]) -> float:
    """Width in digits of the standard font: a Chinese character takes two, a heading may break into two lines."""
    low, high = _WIDTHS[column.kind]
    needed = [
        shown(cell.text if isinstance(cell, Link) else cell) for cell in cells if isinstance(cell, str | Link)
    ]
    heading = max(
        shown(column.title) / 2, *(shown(word) for word in column.title.split(" ") if word.isascii()), 0
    )
    return min(high, max([low, heading + 3, *(width + 3 for width in needed)]))


def height(*cells: tuple[Any, float]) -> float:
    """Points of a row for (cell, width) pairs that wrap, up to eight lines: spreadsheets do not fit rows on opening."""
    return _LINE * min(
        _LINES, max([1, *(_lines(cell, width) for cell, width in cells if isinstance(cell, str))])
    )


def _lines(text: str, width: float) -> int:
    return sum(max(1, ceil(shown(line) / (width - 2))) for line in text.split("\n"))


def shown(text: str) -> int:
    """Columns that the longest line of a text takes."""
    return max(sum(2 if east_asian_width(char) in "WF" else 1 for char in line) for line in text.split("\n"))


def _printed(text: str) -> str:
    return text.replace("&", "&&")


def stamp(book: Workbook, *, title: str, comments: str, created: datetime | None) -> None:
    """Properties of the file. `created` is the last observation's time: the clock would make every export differ."""
    known = created.replace(tzinfo=None) if created else datetime(2000, 1, 1)
    book.set_properties({"title": title, "comments": comments, "created": known})
