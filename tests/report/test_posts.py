"""Goalposts in words, every kind."""

from __future__ import annotations

import re

import pytest

from anfang.report.posts import condition, goalposts
from tests.scoring.sample import CATALOGUE

SCORED = [row for row in CATALOGUE.indicators if row.score]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("guide_blank_form", "downloads and opens, not needed: 100; broken, absent: 0"),
        ("tech_load", "100 at 3, 0 at 15, straight in between"),
        ("tech_sso", "100 × (1 − second sign-ins / systems)"),
        ("guide_cross_channel", "100 × equal / compared; not scored under 5 compared"),
        ("guide_freshness", "not stated: 20; up to 365: 100; up to 730: 60; otherwise 20"),
        ("proc_mail", "100 × checks passed / checks that apply: documents in ≠ none, result out ≠ none"),
        ("proc_prefill", "50% of: 100 × pre-filled / fields; 50% of: 100 × (1 − asked twice / fields)"),
        ("proc_materials", "sum of the steps; 100 at 4, 0 at 20, straight in between"),
        ("guide_logic", "100 less 10 for each failed rule (W03, W05: 25), at least 0; not scored under 5 rules that apply"),
        ("int_rating", "rating entry: 50; five levels: 20; public results: 30"),
        ("tech_availability", "failed / requests: 100 at 0.005, 0 at 0.05, straight in between; not scored under 200 requests"),
    ],
)
def test_a_kind_of_goalposts(row: str, told: str) -> None:
    assert goalposts(CATALOGUE[row].score or {}, row, "en") == told


@pytest.mark.parametrize("row", SCORED, ids=lambda row: row.id)
def test_every_row_has_chinese_words_alone(row: object) -> None:
    text = goalposts(row.score, row.id, "zh")  # type: ignore[attr-defined]
    assert not re.search("[a-z]", text)


def test_conditions() -> None:
    assert condition("not correct", "int_consult_quality", "zh") == "不满足“正确”"
    assert condition("promised_days > 0 or handling_type = 即办件", "guide_time_limits", "en") == "promised > 0 or handling type = handled at once"
