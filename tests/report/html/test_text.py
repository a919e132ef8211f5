from __future__ import annotations

from markupsafe import Markup

from anfang.report.html.text import clean, folded, quote_anchor, safe_name, shown


def test_what_is_no_character_is_removed() -> None:
    assert clean("a\x00b\x07c\ud800d\u202ee\u2066f\ufffe") == "abcdef"


def test_tabs_and_line_feeds_stay_and_line_ends_are_one_kind() -> None:
    assert clean("a\tb\r\nc\rd") == "a\tb\nc\nd"


def test_templates_print_strings_clean_and_markup_as_it_is() -> None:
    assert shown("a\x00") == "a"
    assert shown(Markup("<b>\x00</b>")) == "<b>\x00</b>"
    assert shown(3) == 3


def test_white_space_is_folded_for_comparing() -> None:
    assert folded("  三个\n 工作日\u3000内 ") == "三个 工作日 内"


def test_a_plain_id_is_its_own_file_name_and_any_other_becomes_a_hash() -> None:
    assert safe_name("shi-jia_zhuang2") == "shi-jia_zhuang2"
    assert safe_name("../../etc/passwd").startswith("x")
    assert safe_name("../../etc/passwd").isalnum()
    assert safe_name("北京") != safe_name("天津")


def test_a_quotation_has_one_anchor_however_its_white_space_runs() -> None:
    assert quote_anchor("三个\n工作日") == quote_anchor(" 三个 工作日 ")
    assert quote_anchor("三个工作日") != quote_anchor("四个工作日")
