from __future__ import annotations

import io
import re
import zlib

import docx
import openpyxl
import pytest

from anfang.testbed import documents


def test_a_docx_holds_its_title_and_lines() -> None:
    raw = documents.docx("公司登记申请书", ["企业名称：", "住所："])
    assert raw.startswith(b"PK\x03\x04")
    assert [line.text for line in docx.Document(io.BytesIO(raw)).paragraphs] == ["公司登记申请书", "企业名称：", "住所："]


def test_an_xlsx_holds_its_title_and_rows() -> None:
    raw = documents.xlsx("参保登记表", [["姓名", "人数"], ["张三", 3]])
    assert raw.startswith(b"PK\x03\x04")
    rows = list(openpyxl.load_workbook(io.BytesIO(raw)).worksheets[0].iter_rows(values_only=True))
    assert rows == [("参保登记表", None), ("姓名", "人数"), ("张三", 3)]


def test_a_pdf_is_complete_and_draws_no_chinese_character() -> None:
    raw = documents.pdf("公章刻制 form A", ["name: 张三"])
    assert raw.startswith(b"%PDF-")
    assert raw.rstrip().endswith(b"%%EOF")
    drawn = zlib.decompress(re.findall(rb"stream\n(.*?)\nendstream", raw, re.DOTALL)[0])
    assert re.findall(rb"\(([^)]*)\) Tj", drawn) == [b"form A", b"name:"]


@pytest.mark.parametrize(("kind", "start"), [("empty", b""), ("error_page", b"<!DOCTYPE html>")])
def test_broken_documents_are_empty_or_an_error_page(kind: str, start: bytes) -> None:
    raw = documents.broken(kind)  # type: ignore[arg-type]
    assert raw[: len(start)] == start
    assert bool(raw) == bool(start)


def test_the_same_arguments_give_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    first = documents.docx("甲", ["乙"]), documents.xlsx("甲", [["乙"]]), documents.pdf("a", ["b"])
    monkeypatch.setattr("time.localtime", lambda *_: (2031, 5, 6, 7, 8, 9, 0, 1, 0))
    assert (documents.docx("甲", ["乙"]), documents.xlsx("甲", [["乙"]]), documents.pdf("a", ["b"])) == first
