from __future__ import annotations

import re
from pathlib import Path

import pytest

from anfang.report.labels import label, note, reason, region_name, tier_name
from anfang.report.wording import words

ROOT = Path(__file__).parents[2]


def test_every_label_is_there_in_both_languages_with_the_same_gaps() -> None:
    for name, told in words("labels")["labels"].items():
        assert set(told) == {"zh", "en"}, name
        assert sorted(re.findall(r"{\w*}", told["zh"])) == sorted(re.findall(r"{\w*}", told["en"])), name


def test_an_unknown_label_is_an_error() -> None:
    with pytest.raises(KeyError):
        label("no such label", "zh")


def test_regions_and_tiers_follow_the_language() -> None:
    assert (region_name("华东", "en"), region_name("Lombardia", "zh")) == ("East China", "Lombardia")
    assert tier_name("副省级城市、省会城市", "en") == "sub-provincial city, provincial capital"


@pytest.mark.parametrize(
    ("recorded", "zh", "en"),
    [
        ("combined_with:seal", "与“公章刻制”合并办理", "combined with seal engraving"),
        (
            "coverage below 70%: guide 60%",
            "覆盖率低于 70%：办事指南 60%",
            "coverage below 70%: service guides 60%",
        ),
        ("2 of 4 steps (blocked)", "4 个环节中只有 2 个计分（受阻）", "2 of 4 steps scored (blocked)"),
        (
            "3 of 4 steps: captcha; off_site:a.b",
            "4 个环节中有 3 个：遇到验证码；位于名单之外的网站 a.b",
            "3 of 4 steps: captcha; on a host outside the list: a.b",
        ),
    ],
)
def test_reasons_are_told_in_the_language(recorded: str, zh: str, en: str) -> None:
    assert (reason(recorded, "zh"), reason(recorded, "en")) == (zh, en)


def test_a_reason_that_the_table_does_not_know_is_not_made_up() -> None:
    assert reason("the moon was full", "zh") is None
    assert reason("off_site:{0.__class__}", "en") == "on a host outside the list: {0.__class__}"


@pytest.mark.parametrize(
    ("recorded", "zh", "en"),
    [
        ("no entry found", "未找到入口", "no entry found"),
        ("office_hours", "办理时间", "office hours"),
        ("invoice", "发票申领", "invoice application"),
        ("sms", "短信验证码", "code by text message"),
        ("首页 > 办事 (proved shortest)", "首页 > 办事（已证明为最短路径）", "首页 > 办事 (proved shortest)"),
        (
            "looked at: 公章刻制 <- http://a.test/; seal <- http://b.test/fee",
            "查看过：“公章刻制”（位于 http://a.test/）；“seal”（位于 http://b.test/fee）",
            "looked at: “公章刻制” (on http://a.test/); “seal” (on http://b.test/fee)",
        ),
        (
            "http://a.test/form.docx -> 200, 310 bytes, named docx, is html",
            "http://a.test/form.docx → 200，310 字节，名称所示类型：docx，实际类型：网页",
            "http://a.test/form.docx → 200, 310 bytes, named docx, is a web page",
        ),
        ("wrong number: 0000000000", "用错误编号查询：0000000000", "asked with a wrong number: 0000000000"),
    ],
)
def test_notes_of_the_evidence_are_told_in_the_language(recorded: str, zh: str, en: str) -> None:
    assert (note(recorded, "zh"), note(recorded, "en")) == (zh, en)


def test_a_note_that_is_data_is_left_alone() -> None:
    assert note("您的姓名 / 联系电话", "en") is None
    assert note("TypeError: x is undefined", "zh") is None


def test_every_fixed_note_and_reason_of_the_probes_and_the_shopper_is_in_the_tables() -> None:
    """The literal notes and reasons in the sources, so that a new one cannot be forgotten here."""
    sources = [*(ROOT / "probes").glob("*.py"), *(ROOT / "anfang/shopper").glob("*.py")]
    told = "\n".join(source.read_text(encoding="utf-8") for source in sources)
    notes = set(re.findall(r'note="([^"{]+)"', told)) | set(re.findall(r', note=.*? else "([^"{]+)"', told))
    reasons = set(re.findall(r'reason="([^"{]+)"', told)) | set(
        re.findall(r'unknown\[[^=]+ = "([^"{]+)"', told)
    )
    assert len(notes) >= 15
    assert len(reasons) >= 8
    headed = "{}: x".format  # "asked: <query>" and its like are written as a head and what follows
    assert [
        one for one in sorted(notes) if not (note(one, "zh") or note(headed(one.rstrip(": ")), "zh"))
    ] == []
    assert [one for one in sorted(reasons) if reason(one, "zh") is None] == []
