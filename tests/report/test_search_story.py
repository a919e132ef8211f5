from __future__ import annotations

from anfang.report.search_story import tell
from anfang.report.wording import LANGS, words
from anfang.shopper.search_record import Choice, SearchRecord, Stop
from anfang.shopper.verdict import weights
from scoring.catalogue import load_catalogue

CATALOGUE = load_catalogue()
HOME = Stop(
    "h", "http://a.portal.test/", "首页", 0, "", [("法人办事", 20.0, [("hub", "法人办事")]), ("新闻", -60.0, [("headline", "")])], 2
)
LIST = Stop("l", "http://a.portal.test/l", "法人办事", 1, "")
CHOICE = Choice(
    "h", "法人办事", "http://a.portal.test/l", 20.0, [("hub", "法人办事")], "l", sum=-25.0, least=60.0,
    signs=[("missing element", -75.0, ""), ("title", 50.0, "办事")],
)  # fmt: skip
RECORD = SearchRecord("guide:seal", "exhausted", "", None, {"h": HOME, "l": LIST}, [CHOICE])


def test_a_search_in_chinese_and_in_english() -> None:
    zh, en = tell(RECORD, CATALOGUE, "zh"), tell(RECORD, CATALOGUE, "en")
    assert (zh.goal, zh.found) == ("寻找“公章刻制”的办事指南", False)
    assert en.goal == "looking for the guide of Seal engraving"
    assert len(zh.scenes) == 1, "nothing was followed from the second page"
    (move,) = zh.scenes[0].moves
    assert (move.ending, move.why, move.page) == ("退回", "服务栏目“法人办事”", "法人办事")
    assert move.judged == "-25 / 需 60: -75 要素不足，+50 网页标题“办事”"
    assert zh.scenes[0].others == ("新闻 -60（像新闻标题）",)
    assert zh.scenes[0].weaker == "另有 2 个更弱的候选"
    assert en.scenes[0].moves[0].judged == "-25 of 60: -75 too few elements, +50 page title “办事”"


def test_every_sign_that_is_weighed_has_its_words_in_both_languages() -> None:
    known = words("searches")["signs"]
    signs = {sign for table in ("guide", "section") for sign in weights()[table]["signs"]}
    assert signs <= set(known)
    assert all(set(entry) == set(LANGS) for table in words("searches").values() for entry in table.values())
