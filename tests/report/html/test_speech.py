from __future__ import annotations

from anfang.report.html.speech import Speech, lang_of, percent, plain
from tests.report.byhand import CATALOGUE, CITIES


def test_names_follow_the_language() -> None:
    chinese, english = Speech("zh", CATALOGUE), Speech("en", CATALOGUE)
    assert (chinese.name(CITIES[0]), english.name(CITIES[0])) == ("新河", "Xinhe")
    assert (chinese.step_name("seal"), english.step_name("seal")) == ("公章刻制", "Seal engraving")
    assert (chinese.row_name("proc_trips"), english.dimension_name("guide")) == (
        "企业开办跑动次数",
        "Service guides",
    )
    assert english.channel_name("mobile") == "mobile"
    assert chinese.joined(["甲", "乙"]) == "甲、乙"


def test_what_has_no_name_keeps_its_own() -> None:
    speech = Speech("zh", CATALOGUE)
    assert speech.step_name("parking") == "parking"
    assert speech.channel_name("kiosk") == "kiosk"
    assert speech.observer("Rater 1") == "Rater 1"


def test_figures_of_tables() -> None:
    assert [plain(value) for value in (5.0, 1.5, 11 / 6, None)] == ["5", "1.5", "1.83", "—"]
    assert [percent(share) for share in (0.7, 1.0, None)] == ["70%", "100%", "—"]


def test_one_chinese_character_makes_a_text_chinese() -> None:
    assert (lang_of("12345热线"), lang_of("hotline")) == ("zh", "en")
