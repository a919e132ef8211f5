"""What the terminal shows of a round: figures, marks, and why something is missing."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from rich.console import Console, RenderableType

from anfang.model import City, RoundResults
from anfang.report import console
from scoring.grouping import grouping
from scoring.robustness import robustness
from scoring.settings import load_settings
from tests.scoring.sample import PLAN, portal, scored, without

CITIES = (
    City("a", "甲市", "Jia", "华东", tier="省会城市"),
    City("b", "乙市", "Yi", "华北", tier="省会城市"),
    City("c", "丙市", "Bing", "华北", tier="直辖市"),
)


def round_of(name: str = "spring", *, trips: int = 1, gap: bool = True) -> RoundResults:
    """甲市 has the points of sample.py (65.48), 乙市 a fast portal (72.14), 丙市 a gap in tech (not ranked)."""
    first = portal("a", proc_trips={"declared": trips, "derived": trips, "used": trips})
    third = without(portal("c"), "tech_load") if gap else portal("c")
    return scored([*first, *portal("b", tech_load=3), *third], cities=CITIES, name=name)


def printed(parts: Iterable[RenderableType]) -> str:
    screen = Console(width=160, file=io.StringIO(), record=True)
    screen.print(*parts, sep="\n")
    return screen.export_text()


def cells(text: str, name: str) -> list[str]:
    (line,) = (line for line in text.splitlines() if "│" in line and name in line)
    return [cell.strip() for cell in line.strip("│").split("│")]


def test_scores_with_bounds_and_coverage() -> None:
    text = printed(console.scores(round_of(), "zh", provisional=True))
    assert cells(text, "甲市") == ["甲市", "67.14", "66.67", "60.00", "70.00", "65.48", "65.48–65.48", "100%"]
    assert cells(text, "丙市") == ["丙市", "67.14", "100.00", "60.00", "70.00", "—", "58.81–72.14", "33%"]
    assert "未参与排名: 丙市 (覆盖率低于 70%：技术支撑 33%)" in text
    assert "权重为暂定值" in text


def test_the_ranking_tells_who_is_not_in_it_and_how_much_was_measured() -> None:
    text = printed(console.ranking(round_of(), "en", provisional=False))
    assert cells(text, "Yi") == ["1", "1–1", "Yi", "North China", "72.14"]
    assert cells(text, "Jia") == ["2", "2–2", "Jia", "East China", "65.48"]
    assert "not ranked: Bing (coverage below 70%: technical support 33%)" in text
    assert "Service guides 14%, Technical support 12%, Processing 36%, Interaction 10%" in text
    assert "provisional" not in text


def test_the_first_of_the_ranking() -> None:
    text = printed(console.ranking(round_of(), "zh", provisional=True, top=1))
    assert "乙市" in text
    assert "│ 甲市" not in text


def test_regions() -> None:
    found = round_of()
    text = printed(console.groups(found, found.regions, "zh", provisional=True))
    assert cells(text, "华北") == ["华北", "1 / 2", "72.14", "72.14", "72.14", "—", "2.00"]


def test_the_ranking_with_likely_ranks() -> None:
    """乙市 is better in one row and nowhere worse: no weights put 甲市 before it."""
    found = round_of()
    held = robustness(found, replace(load_settings(), draws=50, seed=6))
    text = printed(console.ranking(found, "en", provisional=False, robust=held))
    assert cells(text, "Yi") == ["1", "1–1", "1", "100%", "1–1", "Yi", "North China", "72.14"]
    assert cells(text, "Jia")[:3] == ["2", "2–2", "2"]
    assert "2 cities fall into 2 bands; the first one: Yi." in text
    assert "without a retest the error of measurement is not known" in text
    assert "50 draws, seed 6." in text


def test_regions_with_their_test() -> None:
    """Groups of one city each: shown, and not tested."""
    found = round_of()
    told = grouping(found, load_settings())
    text = printed(console.groups(found, found.regions, "en", provisional=True, tested=told))
    assert cells(text, "North China") == ["North China", "1 / 2", "72.14", "72.14", "72.14", "72.14", "—", "2.00"]
    assert "Fewer than two groups can be tested." in text
    assert "Fewer than 3 ranked cities, not tested: East China, North China." in text


def test_rows_left_out_for_all_are_named() -> None:
    held = [one for city in "abc" for one in without(portal(city), "guide_blank_form", status="not_observed")]
    found = scored(held, cities=CITIES, plan=replace(PLAN, coverage=0.5))
    text = printed(console.scores(found, "zh", provisional=False))
    assert "未计入总分的指标: 空表可下载 (3 个城市中有 3 个无法判定，超过 10%（未判定 3）)" in text


def test_every_deviation_from_the_plan_has_a_line() -> None:
    told = "the instrument changed after the opening: 1122 became 3344"
    found = replace(round_of(), deviations=((datetime(2026, 3, 4, 9, 30, tzinfo=UTC), told),))
    chinese = "偏离方案 spring 2026-03-04 09:30+00:00: 指标体系在开始后有改动：1122 改为 3344"
    assert chinese in printed(console.scores(found, "zh", provisional=True))
    assert chinese in printed(console.ranking(found, "zh", provisional=True))
    before = round_of("winter")
    assert "偏离方案" not in printed(console.scores(before, "zh", provisional=True))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_table_carries_the_marks(lang: console.Lang) -> None:
    lab = (replace(CITIES[0], portals={"portal": "http://a.portal.test:8000/"}), *CITIES[1:])
    found = replace(round_of(), cities=lab, state="open")
    assert found.simulated
    for parts in (
        console.scores(found, lang, provisional=True),
        console.ranking(found, lang, provisional=True),
        console.groups(found, found.regions, lang, provisional=True),
    ):
        text = printed(parts)
        assert "SIMULATED" in text
        assert "PRELIMINARY" in text
