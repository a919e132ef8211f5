from __future__ import annotations

import json

import pytest

from anfang.celltext import CELL_LIMIT, CUT_MARK, compact, cut, guard, printable, unguard


def test_one_spelling_per_value():
    assert compact({"used": 2, "declared": None}) == '{"declared":null,"used":2}'
    assert compact("三个工作日") == '"三个工作日"'


def test_what_a_cell_cannot_show_is_escaped_and_comes_back():
    value = {"quote": "a\x00b\x7fc\u2028d"}
    assert compact(value) == '{"quote":"a\\u0000b\\u007fc\\u2028d"}'
    assert json.loads(compact(value)) == value


def test_control_characters_become_visible():
    assert printable("a\x00b\x07\x1b[31m\ud83d \x9f") == "a␀b␇␛[31m� �"
    assert printable("one\r\ntwo\tthree") == "one\ntwo\tthree"


def test_a_long_text_ends_in_a_visible_mark():
    told = cut("长" * 40_000)
    assert len(told) == CELL_LIMIT
    assert told.endswith(CUT_MARK)
    assert cut("长" * CELL_LIMIT) == "长" * CELL_LIMIT


def test_a_cut_leaves_no_half_emoji():
    """20,000 emoji are 40,000 UTF-16 units, which is what Excel counts."""
    told = cut("😀" * 20_000)
    assert len(told.encode("utf-16-le")) // 2 <= CELL_LIMIT
    assert set(told.removesuffix(CUT_MARK)) == {"😀"}


@pytest.mark.parametrize(
    "text", ["=1+1", "+86", "-2+3", "@SUM(A1)", "\t=1", "\n =1", "＝1+1", "'=1", "'", "''"]
)
def test_a_guard_stands_before_what_may_be_a_formula(text: str):
    assert guard(text) == f"'{text}"
    assert unguard(guard(text)) == text


@pytest.mark.parametrize("text", ["", "清河", "a=1", "0571-8765"])
def test_other_text_stays(text: str):
    assert guard(text) == unguard(text) == text
