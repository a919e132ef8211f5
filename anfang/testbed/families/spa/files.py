"""Blank and sample forms that a guide hands out, and what is sent when a portal has lost them."""

from __future__ import annotations

from typing import Literal
from urllib.parse import quote

from starlette.responses import Response

from anfang.testbed import documents
from anfang.testbed.facts import StepFacts
from anfang.testbed.families.spa.directory import Directory, token
from anfang.testbed.families.spa.routes import Entry
from anfang.testbed.families.spa.wording import Words

Kind = Literal["blank", "sample"]
Loss = Literal["404", "error_page", "empty"]
_FIELDS = ("申请人名称", "住所", "法定代表人", "联系人", "申请事项", "申请日期")
_FILLED = ("某某商贸有限公司", "某某路1号", "张某", "李某", "见正文", "2019年12月2日")


class Files:
    """The documents of one portal, under /files/."""

    def __init__(self, directory: Directory, words: Words) -> None:
        self.directory = directory
        self.words = words
        self.linked = words.pick("downloads linked", (True, True, False))
        """Whether downloads are anchors; else elements that listen for a click."""

    def entry(self, step: StepFacts, kind: Kind) -> Entry:
        """The download as a guide shows it."""
        name = f"{step.name}申请表（{'空表' if kind == 'blank' else '样表'}）.{self._suffix(kind)}"
        return {"text": name, "href" if self.linked else "open": self.path(step, kind), "file": True}

    def path(self, step: StepFacts, kind: Kind) -> str:
        return f"/files/{kind}-{token(step.name)}.{self._suffix(kind)}"

    def loss(self, kind: Kind) -> Loss:
        """How this portal loses a document. An empty file is not a dead link, so it never stands behind an anchor."""
        losses: tuple[Loss, ...] = ("404", "error_page") if self.linked else ("404", "error_page", "empty")
        return self.words.pick(f"loss/{kind}", losses)

    def dead(self) -> list[str]:
        """Addresses of lost documents."""
        return [
            self.path(step, kind) for step in self.directory.planted for kind in _kinds(step) if self.linked
        ]

    def send(self, path: str) -> Response | None:
        """The document at a path, or None where there is none (a 404)."""
        for step in self.directory.planted:
            for kind in ("blank", "sample"):
                if path == self.path(step, kind):
                    return self._answer(step, kind)
        return None

    def _answer(self, step: StepFacts, kind: Kind) -> Response | None:
        state = step.blank_form if kind == "blank" else step.sample_form
        if state == "works":
            return _download(self._bytes(step, kind), f"{step.name}.{self._suffix(kind)}", self._suffix(kind))
        if state != "broken" or (loss := self.loss(kind)) == "404":
            return None
        if loss == "empty":
            return _download(b"", f"{step.name}.{self._suffix(kind)}", self._suffix(kind))
        return Response(documents.broken("error_page"), media_type="text/html")

    def _bytes(self, step: StepFacts, kind: Kind) -> bytes:
        filled = _FILLED if kind == "sample" else ("________",) * len(_FIELDS)
        pairs = list(zip(_FIELDS, filled, strict=True))
        if self._suffix(kind) == "xlsx":
            return documents.xlsx(f"{step.name}申请表", pairs)
        lines = [f"{label}：{text}" for label, text in pairs]
        return (documents.pdf if self._suffix(kind) == "pdf" else documents.docx)(f"{step.name}申请表", lines)

    def _suffix(self, kind: Kind) -> str:
        return self.words.pick(f"suffix/{kind}", ("docx", "pdf", "xlsx", "docx"))


def _kinds(step: StepFacts) -> list[Kind]:
    broken: list[tuple[Kind, bool]] = [
        ("blank", step.blank_form == "broken"),
        ("sample", step.sample_form == "broken"),
    ]
    return [kind for kind, lost in broken if lost]


def _download(data: bytes, name: str, suffix: str) -> Response:
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}"}
    return Response(data, media_type=documents.MEDIA_TYPES[suffix], headers=headers)
