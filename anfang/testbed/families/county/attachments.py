"""The files at the end of a guide: one list, whose names tell which is the blank form and which the filled one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote

from starlette.responses import HTMLResponse, Response

from anfang.testbed.documents import MEDIA_TYPES, broken, docx, xlsx
from anfang.testbed.families.county.articles import Article
from anfang.testbed.families.county.dice import Dice
from anfang.testbed.families.county.titles import FORMS

State = Literal["works", "lost", "empty", "error"]

_BLANK = ("{}（空表）", "{}（空白表格）", "空白{}", "{}（空白）")
_SAMPLE = ("{}（样表）", "{}填写样例", "{}（填写示范文本）", "{}（已填写示例）")
_FIELDS = ("申请单位", "负责人", "经办人", "申请事项", "申请日期", "备注")
_FILLED = ("××贸易有限公司", "张某某", "李某某", "见上", "2019年×月×日", "本表为填写示例")


@dataclass(frozen=True, slots=True)
class Attachment:
    stem: str
    """The form's own name."""
    name: str
    """The file's name, as the list shows it."""
    url: str
    sample: bool
    state: State

    @property
    def kind(self) -> str:
        return self.name.rpartition(".")[2]

    @property
    def dead(self) -> bool:
        """Whether the link leads to what is not there; an empty file is there."""
        return self.state in ("lost", "error")


def attachments(article: Article, dice: Dice) -> list[Attachment]:
    """The blank form and the filled one, as far as the guide has them."""
    return list(_attachments(article, dice))


def _attachments(article: Article, dice: Dice) -> Iterator[Attachment]:
    guide = article.guide
    if guide is None:
        return
    stem = FORMS.get(guide.step, f"{guide.name}申请表")
    kind = dice.pick(("kind", guide.name), ("docx", "docx", "xlsx"))
    for sample, state, names in ((False, guide.blank_form, _BLANK), (True, guide.sample_form, _SAMPLE)):
        if state in ("works", "broken"):
            name = dice.pick(("file name", guide.name, sample), names).format(stem)
            stamp = f"{article.day:%y%m%d}{article.number}{1 + sample}.{kind}"
            yield Attachment(stem, f"{name}.{kind}", address(stamp, dice), sample, _state(state, article, sample, dice))


def _state(planted: str, article: Article, sample: bool, dice: Dice) -> State:
    ways: tuple[State, ...] = ("lost", "empty", "error")
    return "works" if planted == "works" else dice.pick(("lost file", article.title, sample), ways)


def address(stamp: str, dice: Dice) -> str:
    """Where the files of this site lie."""
    shapes = ("/module/download/downfile.jsp?classid=0&filename={}", "/attach/0/{}", "/picture/0/old/{}")
    return dice.pick("attachments", shapes).format(stamp)


def sent(file: Attachment) -> Response | None:
    """What comes when the file is asked for; None: it is not found."""
    if file.state == "lost":
        return None
    if file.state == "error":
        return HTMLResponse(broken("error_page"))
    content = broken("empty") if file.state == "empty" else _content(file)
    named = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(file.name)}"}
    return Response(content, media_type=MEDIA_TYPES[file.kind], headers=named)


def _content(file: Attachment) -> bytes:
    rows = list(zip(_FIELDS, _FILLED if file.sample else [""] * len(_FIELDS), strict=True))
    title = f"{file.stem}（填写样例）" if file.sample else file.stem
    return xlsx(title, rows) if file.kind == "xlsx" else docx(title, [f"{field}：{value}" for field, value in rows])
