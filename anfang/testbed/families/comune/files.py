"""Forms to download: blank and filled in, whole and lost."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from starlette.requests import Request
from starlette.responses import Response

from anfang.testbed import documents
from anfang.testbed.facts import StepFacts
from anfang.testbed.families.comune.addresses import slug
from anfang.testbed.families.comune.page import Page, html, sent
from anfang.testbed.families.comune.sheet import Sheet
from anfang.testbed.families.comune.site import Site

_KINDS = ("docx", "pdf", "xlsx")
_BLANK = (
    "Nome e cognome: ____________",
    "Codice fiscale: ____________",
    "Denominazione: ____________",
    "Data e firma: ____________",
)
_SAMPLE = (
    "Nome e cognome: Ada Esempi",
    "Codice fiscale: SMPDAA80A41Z999X",
    "Denominazione: Prova Uno",
    "Data e firma: Ada Esempi",
)


@dataclass(frozen=True, slots=True)
class File:
    """A form on a guide. `address` is empty where the guide says that none is needed."""

    which: str
    label: str
    kind: str
    address: str = ""
    note: str = ""


class Files:
    """The forms of all guides: their pages, and what a guide shows of them."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._of: dict[str, list[File]] = {}
        for sheet in site.planting.sheets.values():
            if sheet.guide:
                self._of[sheet.id] = self._made(sheet, sheet.guide)

    def of(self, sheet: Sheet) -> list[File]:
        """Blank form, filled-in sample: those that are shown or said to be unnecessary."""
        return self._of[sheet.id]

    def _made(self, sheet: Sheet, guide: StepFacts) -> list[File]:
        codes = {"blank": guide.blank_form, "sample": guide.sample_form}
        return [self._file(sheet, which, code) for which, code in codes.items() if code != "absent"]

    def _file(self, sheet: Sheet, which: str, code: str) -> File:
        site = self._site
        kind = site.voice.pick(f"kind {which} {sheet.id}", _KINDS)
        label = site.voice(which)
        if code == "not_needed":
            return File(which, label, kind, note=site.voice(f"no {which}"))
        address = site.addresses.document(slug(label), kind)
        site.add(address, self._whole(sheet, label, which, kind) if code == "works" else self._lost())
        return File(which, label, kind, address)

    def _whole(self, sheet: Sheet, label: str, which: str, kind: str) -> Page:
        name = f"{slug(label)}.{kind}"
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        make = cache(lambda: _content(f"{label} - {sheet.title}", _BLANK if which == "blank" else _SAMPLE, kind))

        async def answer(request: Request) -> Response:
            return Response(make(), media_type=documents.MEDIA_TYPES[kind], headers=headers)

        return Page(answer)

    def _lost(self) -> Page:
        """Nothing at the address, a page that says so, or (where a script opens the file, so that no link is dead) an empty file."""
        site = self._site
        how = site.voice.pick("lost file", ("missing", "page", "empty"))
        if how == "empty" and site.look.button_downloads:
            return sent(b"", "application/octet-stream")
        if how == "missing":
            return site.missing(404)
        return html(lambda: site.render("lost.html"), 200, dead=True)


def _content(title: str, lines: tuple[str, ...], kind: str) -> bytes:
    if kind == "xlsx":
        return documents.xlsx(title, [line.split(": ") for line in lines])
    return documents.docx(title, lines) if kind == "docx" else documents.pdf(title, lines)
