"""Real .docx, .pdf and .xlsx files, and broken ones, as bytes: the forms that a simulated portal hands out.

The same arguments always give the same bytes: dates inside the files are fixed.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Literal

import docx as word
import xlsxwriter
from fpdf import FPDF

MEDIA_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
}
_DATE = datetime(2019, 12, 1, 9, 0, tzinfo=UTC)


def docx(title: str, lines: Sequence[str]) -> bytes:
    """A Word document with a heading and one paragraph per line."""
    document = word.Document()
    document.core_properties.title = title
    document.core_properties.created = document.core_properties.modified = _DATE.replace(tzinfo=None)
    document.add_heading(title, level=1)
    for line in lines:
        document.add_paragraph(line)
    raw = io.BytesIO()
    document.save(raw)
    return _undated(raw)


def _undated(archive: io.BytesIO) -> bytes:
    """The zip archive with the members' dates fixed (python-docx stamps them with the clock)."""
    fixed = io.BytesIO()
    with zipfile.ZipFile(archive) as source, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as target:
        for member in source.namelist():
            info = zipfile.ZipInfo(member, date_time=_DATE.timetuple()[:6])
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, source.read(member))
    return fixed.getvalue()


def xlsx(title: str, rows: Sequence[Sequence[str | float]]) -> bytes:
    """A workbook with one sheet: the title in A1, the rows from A2 on."""
    raw = io.BytesIO()
    workbook = xlsxwriter.Workbook(raw, {"in_memory": True})
    workbook.set_properties({"title": title, "created": _DATE.replace(tzinfo=None)})
    sheet = workbook.add_worksheet()
    sheet.write(0, 0, title)
    for number, row in enumerate(rows, start=1):
        sheet.write_row(number, 0, row)
    workbook.close()
    return raw.getvalue()


def pdf(title: str, lines: Sequence[str]) -> bytes:
    """A one-page PDF. Only ASCII characters are drawn (no Chinese font is embedded); the metadata hold the whole title."""
    document = FPDF()
    document.set_title(title)
    document.set_creation_date(_DATE)
    document.add_page()
    document.set_font("Helvetica", size=12)
    for line in (title, *lines):
        document.cell(text=_ascii(line), new_x="LMARGIN", new_y="NEXT")
    return bytes(document.output())


def _ascii(text: str) -> str:
    return text.encode("ascii", "ignore").decode("ascii").strip() or " "


def broken(kind: Literal["empty", "error_page"]) -> bytes:
    """What a portal sends under the name of a document that it has lost: nothing at all, or an HTML error page."""
    if kind == "empty":
        return b""
    return (
        "<!DOCTYPE html><html><head><meta charset='utf-8'><title>文件不存在</title></head>"
        "<body><h1>对不起，您访问的文件不存在</h1></body></html>"
    ).encode()
