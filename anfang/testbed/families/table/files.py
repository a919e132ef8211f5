"""Blank and sample forms of a guide: real documents, lost ones, or the sentence that none is needed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from starlette.responses import Response

from anfang.testbed import documents
from anfang.testbed.facts import Document
from anfang.testbed.families.table import words
from anfang.testbed.families.table.items import Item
from anfang.testbed.families.table.portal import Missing, Page, Portal

FIELDS: Final = ("企业名称", "住所", "法定代表人", "联系电话", "经办人", "申请日期")
FILLED: Final = ("某某商贸有限公司", "某某路1号", "张某", "略", "李某", "2019年12月1日")


@dataclass(frozen=True, slots=True)
class Attachment:
    kind: str
    """blank_form or sample_form."""
    label: str
    text: str
    """The file's name, or the sentence that there is no need of it."""
    path: str
    """Where the file lies; empty where there is none."""
    href: str
    """The path, or the script that fetches it."""


def attachments(portal: Portal, item: Item) -> tuple[Attachment, ...]:
    states = _states(item)
    return tuple(_attachment(portal, item, kind, state) for kind, state in states if state != "absent")


def _states(item: Item) -> tuple[tuple[str, Document], ...]:
    return ("blank_form", item.facts.blank_form), ("sample_form", item.facts.sample_form)


def _attachment(portal: Portal, item: Item, kind: str, state: Document) -> Attachment:
    label = portal.word(kind)
    if state == "not_needed":
        sentences = words.BLANK_NOT_NEEDED if kind == "blank_form" else words.SAMPLE_NOT_NEEDED
        return Attachment(kind, label, portal.taste.pick(f"unneeded:{item.id}", sentences), "", "")
    path = _path(portal, item, kind)
    script = portal.taste.chance("downloads by script", 0.25)
    return Attachment(
        kind, label, _name(portal, item, kind), path, f"javascript:downLoadFile('{path}')" if script else path
    )


def _path(portal: Portal, item: Item, kind: str) -> str:
    number = f"{item.id}{'02' if kind == 'sample_form' else '01'}"
    suffix = _suffix(portal, item)
    styles = (
        f"/attach/201912/{number}.{suffix}",
        f"/servlet/DownFileServlet/{number}",
        f"/upload/bgxz/{number}.{suffix}",
    )
    return portal.taste.pick("downloads", styles)


def _suffix(portal: Portal, item: Item) -> str:
    return portal.taste.pick(f"suffix:{item.id}", ("docx", "docx", "pdf", "xlsx"))


def _name(portal: Portal, item: Item, kind: str) -> str:
    part = "（样表）" if kind == "sample_form" else ""
    return f"{item.facts.name}申请表{part}.{_suffix(portal, item)}"


def downloads(portal: Portal) -> Mapping[str, Page]:
    """The files of all guides, by path."""
    pages: dict[str, Page] = {}
    for item in portal.items:
        for kind, state in _states(item):
            if state in ("works", "broken"):
                pages[_path(portal, item, kind)] = _download(portal, item, kind, works=state == "works")
    return pages


def _download(portal: Portal, item: Item, kind: str, *, works: bool) -> Page:
    def page(query: Mapping[str, str]) -> Response:
        return _document(portal, item, kind) if works else _lost(portal, item, kind)

    return page


def _document(portal: Portal, item: Item, kind: str) -> Response:
    name = _name(portal, item, kind)
    values = FILLED if kind == "sample_form" else ("",) * len(FIELDS)
    rows = list(zip(FIELDS, values, strict=True))
    lines = [f"{field}：{value}" for field, value in rows]
    suffix = _suffix(portal, item)
    make = {
        "docx": lambda: documents.docx(name, lines),
        "xlsx": lambda: documents.xlsx(name, rows),
        "pdf": lambda: documents.pdf(name, lines),
    }
    headers = {"content-disposition": f"attachment; filename*=UTF-8''{quote(name)}"}
    return Response(make[suffix](), media_type=documents.MEDIA_TYPES[suffix], headers=headers)


def _lost(portal: Portal, item: Item, kind: str) -> Response:
    how = portal.taste.pick(f"lost:{item.id}:{kind}", ("empty", "page", "missing"))
    if how == "missing":
        return portal.missing(404)
    if how == "page":
        return Missing(documents.broken("error_page"))
    return Response(documents.broken("empty"), media_type=documents.MEDIA_TYPES[_suffix(portal, item)])
