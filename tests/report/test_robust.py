"""How far a ranking may be off, in words."""

from __future__ import annotations

import re
from dataclasses import replace

from anfang.report.robust import likely, report
from scoring.leaveout import leave_one_out
from scoring.retest import retest
from scoring.robustness import robustness
from scoring.settings import load_settings
from scoring.sobol import sensitivity
from scoring.structure import structure
from tests.report.test_console import printed, round_of
from tests.scoring.sample import portal, scored

LOADED = load_settings()
SETTINGS = replace(LOADED, draws=100, sobol=LOADED.sobol.model_copy(update={"base": 16, "weight_sets": 16, "error_sets": 8}))


def test_the_report_of_a_round() -> None:
    found = round_of(gap=False)
    again = scored([*portal("a", tech_load=6), *portal("b", tech_load=3)], name="again")
    known = retest([(found, again)])
    held = robustness(found, SETTINGS, known)
    parts = report(found, held, sensitivity(found, SETTINGS, known), leave_one_out(held.matrix), structure(held.matrix), "zh")
    text = printed(parts)
    # 2 x 10 cells; tech_load of a came out otherwise: 50 and 75 points, 0.2 x 8 / 12 x 25 = 3.33 apart: sqrt(11.1 / 2 / 2)
    assert "复测 20 对观测，其中 1 对不一致；一次测量的总分误差约为 1.67 分。" in text
    for heading in ("仅变动权重 ±25%", "仅计测量误差", "两者同时", "评分标尺", "去掉一项后名次怎样变", "名义权重", "一致性系数"):
        assert heading in text
    assert not re.search("[A-Za-z]{2,}", text.replace("HTTPS", ""))


def test_without_a_retest_that_is_said() -> None:
    held = robustness(round_of(gap=False), SETTINGS)
    assert "没有复测" in likely(held, "zh")
    assert "90% of a city's ranks" in likely(held, "en")
