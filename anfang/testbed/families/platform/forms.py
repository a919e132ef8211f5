"""Blank and sample forms: what they are called, where they lie, what a visitor gets who asks for one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from starlette.responses import Response

from anfang.testbed.documents import MEDIA_TYPES, broken, docx, pdf, xlsx
from anfang.testbed.facts import StepFacts
from anfang.testbed.families.platform.choices import Choices
from anfang.testbed.families.platform.faults import FileFault, file_fault

Kind = Literal["blank", "sample"]

_NAMES = {
    "blank": ("{}申请表（空表）", "{}申请表（空白表格）", "{}申请表（模板）"),
    "sample": ("{}申请表（样表）", "{}申请表（示例样表）", "{}申请表（填写示范）"),
}
_TYPES = {"blank": ("docx", "docx", "xlsx", "pdf"), "sample": ("docx", "pdf", "docx")}
_LINES = ("申请单位（盖章）：", "统一社会信用代码：", "法定代表人：", "经办人：", "申请事由：", "填表日期：    年    月    日")
_FILLED = ("某某商贸有限公司", "91000000MA00000000", "张某某", "李某某", "因经营需要", "2019年8月8日")


@dataclass(frozen=True, slots=True)
class FormFile:
    kind: Kind
    id: str
    """With the type as its ending."""
    name: str
    fault: FileFault | None

    @property
    def type(self) -> str:
        return self.id.rpartition(".")[2]

    @property
    def dead(self) -> bool:
        """Whether a link to it leads to a page that is not there."""
        return self.fault in ("missing", "page")


def form_files(step: StepFacts, pick: Choices) -> Iterator[FormFile]:
    """The forms to which the guide links, whether they work or not."""
    states: tuple[tuple[Kind, str], ...] = (("blank", step.blank_form), ("sample", step.sample_form))
    for kind, state in states:
        if state in ("works", "broken"):
            type = pick.one(f"type:{kind}:{step.step}", _TYPES[kind])
            name = pick.one(f"file:{kind}", _NAMES[kind]).format(step.name)
            fault = file_fault(pick, step, kind) if state == "broken" else None
            yield FormFile(kind, f"{pick.guid(kind, step.step)}.{type}", f"{name}.{type}", fault)


def send(file: FormFile, not_found: Response) -> Response:
    """What comes when the file is asked for. `not_found` is the portal's answer for a page that does not exist."""
    if file.fault == "missing":
        return not_found
    if file.fault == "page":
        return Response(broken("error_page"), media_type="text/html; charset=utf-8")
    content = broken("empty") if file.fault == "empty" else _content(file)
    headers = {"Content-Disposition": f'attachment; filename="{file.id}"'}
    return Response(content, media_type=MEDIA_TYPES[file.type], headers=headers)


def _content(file: FormFile) -> bytes:
    title = file.name.rpartition(".")[0]
    filled = _FILLED if file.kind == "sample" else ("",) * len(_LINES)
    if file.type == "xlsx":
        return xlsx(title, [list(row) for row in zip(_LINES, filled, strict=True)])
    lines = [f"{line}{value}" for line, value in zip(_LINES, filled, strict=True)]
    return docx(title, lines) if file.type == "docx" else pdf(title, lines)
