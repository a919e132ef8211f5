from __future__ import annotations

import re

import pytest

from anfang.report.labels import label, reason, region_name, tier_name
from anfang.report.wording import words


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
