"""Regions against chance, in words."""

from __future__ import annotations

from anfang.report.grouping import groups_said
from scoring.grouping import Grouping
from scoring.regiontests import group_test
from scoring.settings import load_settings

SETTINGS = load_settings()


def said(points: dict[str, list[float]]) -> list[str]:
    return list(groups_said(Grouping("region", {}, group_test(points), SETTINGS), "zh"))


def test_groups_that_are_apart() -> None:
    """H = 7.2, p = exp(-3.6) = 2.7 %; only the outer pair is apart after Holm."""
    told = said({"华北": [1, 2, 3], "华东": [4, 5, 6], "华南": [7, 8, 9], "西北": [1]})
    assert told[0] == "各组之间的差别：H = 7.20，如果把城市随机分组，出现这么大差别的可能性为 2.7%：难以用偶然解释。"
    assert told[1:3] == ["“华南”高于“华北”（多组比较后的偶然可能性 2.2%）。", "城市不足 3 个，未参加检验：西北。"]
    assert told[-1].startswith("参评城市是全部而非抽样")


def test_no_pair_is_named_where_all_may_be_chance() -> None:
    told = said({"华北": [1, 4, 6], "华东": [2, 3, 5]})
    assert "不能排除偶然" in told[0]
    assert len(told) == 2
