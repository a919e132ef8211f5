from __future__ import annotations

import re
from dataclasses import replace

import pytest

from anfang.report.asked import asked, indices
from anfang.survey import planned
from tests.report.test_console import CITIES, printed
from tests.scoring.sample import CATALOGUE, PLAN, portal, scored
from tests.test_survey import SAID

FEW = replace(SAID, indicator="sat_review", value={"good": 20, "reviews": 20, "groups": {}})
GROUPS = replace(SAID, value={"satisfied": 90, "asked": 100, "groups": {"企业": {"satisfied": 50, "asked": 50}}})
HELD = scored([*portal("a"), GROUPS, FEW], plan=planned(PLAN, [GROUPS, FEW], CATALOGUE), cities=CITIES[:1])


def test_groups_with_their_margins() -> None:
    text = printed(asked(HELD, 0.95, "zh"))
    assert re.search(r"甲市\s*│ 满意度调查 │ 全部\s*│ 100\s*│ 90.00%\s*│ 82.6%–94.5%", text)
    assert "企业" in text
    assert "不计入总分" in text


def test_too_few_answers_make_no_index() -> None:
    """The 20 reviews are told and do not count: 90 alone."""
    assert indices(HELD, 0.95)["a"][0] == pytest.approx(90)
    assert indices(scored([*portal("a"), FEW], plan=planned(PLAN, [FEW], CATALOGUE)), 0.95) == {}


def test_a_round_without_a_survey() -> None:
    assert "The round has no survey." in printed(asked(scored(portal("a")), 0.95, "en"))
