"""The files behind the links of a guide, and what is left of those that are lost."""

from __future__ import annotations

from urllib.parse import quote

from starlette.responses import HTMLResponse, Response

from anfang.testbed import documents
from anfang.testbed.facts import StepFacts
from anfang.testbed.families.facets import files, shell
from anfang.testbed.families.facets.files import File
from anfang.testbed.families.facets.portal import Portal

PATHS = ("/attach/download", "/servlet/DownFileServlet", "/fileserver/get")


def answer(portal: Portal, url: str) -> Response | None:
    """What a link to a form gets; None for one that is not there at all."""
    for matter in portal.matters.planted:
        for file in files.of_guide(portal, matter.guide):
            if file.url == url:
                return _sent(portal, matter.guide, file)
    return None


def _sent(portal: Portal, guide: StepFacts, file: File) -> Response | None:
    if file.broken == "gone":
        return None
    if file.broken == "page":
        text = portal.words["missing_file"]
        return HTMLResponse(shell.page("plain.html", portal, title=text, text=portal.words["missing_hint"]))
    if file.broken:
        return _attached(guide, file, documents.broken("empty" if file.broken == "empty" else "error_page"))
    return _attached(guide, file, _content(guide, file))


def _attached(guide: StepFacts, file: File, content: bytes) -> Response:
    name = quote(f"{guide.name}{file.name}.{file.suffix}")
    headers = {"Content-Disposition": f"attachment; filename=\"form.{file.suffix}\"; filename*=UTF-8''{name}"}
    return Response(content, media_type=documents.MEDIA_TYPES[file.suffix], headers=headers)


def _content(guide: StepFacts, file: File) -> bytes:
    title = f"{guide.name}{file.name}"
    lines = ["申请单位：", "法定代表人：", "经办人：", "申请日期："]
    if file.which == "sample":
        lines = [f"{line}（填写示例）" for line in lines]
    if file.suffix == "xlsx":
        return documents.xlsx(title, [[line, ""] for line in lines])
    return documents.pdf(title, lines) if file.suffix == "pdf" else documents.docx(title, lines)
