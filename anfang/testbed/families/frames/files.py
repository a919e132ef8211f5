"""The forms that guides hand out: real files, lost ones, and how they are asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from starlette.responses import Response

from anfang.testbed import documents
from anfang.testbed.facts import StepFacts
from anfang.testbed.families.frames.items import Item
from anfang.testbed.families.frames.site import Site

FileKind = Literal["blank", "sample"]
_TYPES = ("docx", "pdf", "xlsx")
_LOSSES = ("missing", "empty", "error_page", "error_file", "nothing")
_FORMS = {
    "registration": "公司登记申请书",
    "seal": "公章刻制备案登记表",
    "invoice": "发票领用申请表",
    "social_insurance": "社会保险登记表",
}
_NUMBERS = {"blank": 1, "sample": 2}


@dataclass(frozen=True, slots=True)
class Download:
    kind: FileKind
    text: str
    target: str
    """The file's address, or with `scripted` the path that downLoadFile() asks for; '' where the link does nothing."""
    scripted: bool
    dead: bool
    """A plain link to an error: dead among the page's links."""


def downloads(item: Item, step: StepFacts, site: Site) -> list[Download]:
    kinds: tuple[FileKind, ...] = ("blank", "sample")
    states = {"blank": step.blank_form, "sample": step.sample_form}
    return [_download(kind, item, step, site) for kind in kinds if states[kind] in ("works", "broken")]


def file_type(kind: FileKind, step: StepFacts, site: Site) -> str:
    return site.taste.pick(f"type/{kind}/{step.step}", _TYPES)


def _download(kind: FileKind, item: Item, step: StepFacts, site: Site) -> Download:
    loss = _loss(kind, step, site)
    # An empty file is no dead link and no live one either: it is never linked plainly. Nor is what stands in a frame,
    # whose links are neither the page's own nor another page's.
    scripted = site.framed or site.taste.flag("scripted files", 0.7) or loss in ("empty", "error_file", "nothing")
    target = "" if loss == "nothing" else address(kind, item, site, scripted=scripted)
    text = f"{title(step)}{site.taste.pick(f'file/{kind}', _ENDINGS[kind])}.{file_type(kind, step, site)}"
    return Download(kind, text, target, scripted, dead=not scripted and bool(loss))


_ENDINGS = {"blank": ("（空白表）", "（空表）", "-空白表格"), "sample": ("（样表）", "（填写样本）", "-填表示例")}


def title(step: StepFacts) -> str:
    return _FORMS.get(step.step, "申请表")


def address(kind: FileKind, item: Item, site: Site, *, scripted: bool) -> str:
    number = f"{item.number}{_NUMBERS[kind]:02d}"
    return f"/upload/{number[:2]}/{number}" if scripted else f"{site.url.files}?fileid={number}"


def _loss(kind: FileKind, step: StepFacts, site: Site) -> str:
    state = step.blank_form if kind == "blank" else step.sample_form
    return site.taste.pick(f"loss/{kind}/{step.step}", _LOSSES) if state == "broken" else ""


def handed_out(kind: FileKind, item: Item, step: StepFacts, site: Site) -> Response | None:
    """The file, or what is there in its place; None: nothing (the portal's own "not found")."""
    loss = _loss(kind, step, site)
    if loss in ("missing", "nothing"):
        return None
    ending = file_type(kind, step, site)
    content = documents.broken("empty" if loss == "empty" else "error_page") if loss else _made(kind, ending, step)
    if loss == "error_page":
        return Response(content, media_type="text/html")
    headers = {"content-disposition": f'attachment; filename="{item.number}_{_NUMBERS[kind]}.{ending}"'}
    return Response(content, media_type=documents.MEDIA_TYPES[ending], headers=headers)


def _made(kind: FileKind, ending: str, step: StepFacts) -> bytes:
    heading, filled = title(step), kind == "sample"
    fields = ("申请单位", "统一社会信用代码", "法定代表人", "经办人", "申请日期")
    answers = ("某某商贸有限公司", "91000000MA00000000", "张某", "李某", "某年某月某日") if filled else ("",) * 5
    rows = [list(pair) for pair in zip(fields, answers, strict=True)]
    if ending == "xlsx":
        return documents.xlsx(heading, rows)
    lines = [f"{field}：{answer}" for field, answer in rows]
    return documents.docx(heading, lines) if ending == "docx" else documents.pdf(heading, lines)
