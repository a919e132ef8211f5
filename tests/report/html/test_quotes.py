from __future__ import annotations

from anfang.report.html.quotes import Passage, mark
from anfang.report.html.text import quote_anchor


def test_the_text_is_cut_where_a_quotation_begins_and_ends() -> None:
    passages, quotes = mark("承诺时限 三个工作日\n收费 无", ["三个工作日"])
    assert passages == [
        Passage("承诺时限 "),
        Passage("三个工作日", (quote_anchor("三个工作日"),), marked=True),
        Passage("\n收费 无"),
    ]
    assert [quote.found for quote in quotes] == [True]


def test_no_text_is_lost_or_doubled() -> None:
    text = "  一\n\n二\t三  四\n"
    passages, _ = mark(text, ["二 三", "三 四", "一 二"])
    assert "".join(passage.text for passage in passages) == text


def test_a_quotation_may_run_over_line_ends() -> None:
    passages, _ = mark("公章\n  刻制\n一套", ["公章 刻制"])
    assert [passage.text for passage in passages if passage.marked] == ["公章\n  刻制"]


def test_overlapping_quotations_each_keep_their_anchor() -> None:
    passages, _ = mark("甲乙丙丁", ["甲乙丙", "乙丙丁"])
    assert [(passage.text, len(passage.anchors), passage.marked) for passage in passages] == [
        ("甲", 1, True),
        ("乙丙", 1, True),
        ("丁", 0, True),
    ]


def test_a_quotation_that_is_not_there_is_said_to_be_missing() -> None:
    passages, quotes = mark("收费 无", ["收费 一百元", ""])
    assert [(quote.text, quote.found) for quote in quotes] == [("收费 一百元", False)]
    assert passages == [Passage("收费 无")]


def test_an_empty_page_has_no_passages() -> None:
    assert mark("", ["收费"])[0] == []
