"""Problem lists, hot spots and the key list in words."""

from __future__ import annotations

import re
from dataclasses import replace

from anfang.hotspots import hot_spots
from anfang.report.mending import of_city, reason_said, steps_said, whole
from anfang.worklist import worklist
from scoring.offline import key_list
from tests.report.test_console import CITIES, printed
from tests.scoring.sample import CATALOGUE, PLAN, portal, scored, seen
from tests.scoring.test_offline import REASONS, ROWS, steps

NOW = scored([*portal("a"), *portal("b")], cities=CITIES[:2], name="now")
BEFORE = scored([*portal("a", tech_load=3), *portal("b")], cities=CITIES[:2], name="before")


def test_hot_spots_and_key_list() -> None:
    items = worklist(NOW, [BEFORE])
    text = " ".join(printed(whole(NOW, items, hot_spots(NOW, items), key_list(NOW, REASONS), "zh")).split())
    assert "14 个问题，涉及 2 个城市；其中重复出现 13 个。" in text
    assert "公章刻制：2 个城市中，0 个已全程网办，2 个尚未，0 个无法判定。" in text
    assert "没有在线申报入口" in text
    assert "甲市、乙市" in text


def test_the_list_of_a_city_begins_with_what_adds_most() -> None:
    own = [one for one in worklist(NOW, [BEFORE]) if one.problem.city == "a"]
    text = printed(of_city(NOW, own, [one for one in key_list(NOW, REASONS) if one.city == "a"], "zh"))
    assert text.index("企业开办跑动次数") < text.index("页面加载时长") < text.index("场景化服务")
    assert "首次发现" in text
    assert "公章刻制: 没有在线申报入口、须到场 1 次" in text
    assert not re.search("[A-Za-z]{2,}", text.replace("before", ""))


def test_reasons_tell_what_was_seen() -> None:
    kept = steps(proc_depth={"declared": "IV", "seen": "III", "used": "III"}, proc_trips={"declared": 2, "derived": 2, "used": 2})["seal"].kept
    assert [reason_said(one, "zh") for one in kept] == ["须到场 2 次", "网办深度为三级"]
    assert [reason_said(one, "en") for one in kept] == ["trips needed: 2", "depth of online handling is level III"]


def test_steps_that_nothing_is_known_of_are_called_undecided() -> None:
    plan = replace(PLAN, basket=ROWS, coverage=0.0)
    held = key_list(scored([seen("a", "proc_apply", "form", step="seal")], plan=plan), REASONS)
    assert steps_said(held, CATALOGUE, "en") == ("Seal engraving: of 1 cities 0 are fully online, 0 are not, and 1 are undecided.",)
