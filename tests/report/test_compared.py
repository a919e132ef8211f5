"""Two rounds in the terminal: sentences, tests, what the change is made of, cities."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from anfang.model import RoundResults
from anfang.report.compared import comparison, moved_rows, part_rows
from scoring.changes import Changes, changes
from scoring.decompose import Decomposition, Term
from scoring.settings import load_settings
from tests.report.test_console import CITIES, printed, round_of
from tests.scoring.sample import WEIGHTS, portal, scored
from tests.scoring.test_changes import found

SETTINGS = replace(load_settings(), draws=100, seed=5)


def rows(text: str, name: str) -> list[list[str]]:
    """The cells of every table row of that name."""
    lines = ([cell.strip() for cell in line.strip("│").split("│")] for line in text.splitlines() if line.startswith("│"))
    return [line for line in lines if line[0] == name]


def told(before: RoundResults, after: RoundResults) -> Changes:
    return changes(before, after, WEIGHTS, SETTINGS)


def test_comparison() -> None:
    """甲市 needs no trip any more: 24 x 100 + 600 over 36 = 83.33 where it was 60, + 7 on the headline; one of three cities."""
    before, after = round_of("spring", gap=False), round_of("autumn", trips=0, gap=False)
    text = printed(comparison(told(before, after), before, after, "zh", provisional=True))
    assert "企业开办平均跑动次数从 2.00 次降至 1.33 次" in text
    assert rows(text, "总分") == [["总分", "67.70", "70.03", "+2.33"], ["总分", "+2.33", "+2.33"]]
    assert rows(text, "华北") == [["华北", "68.81", "68.81", "0.00"]]
    (city,) = rows(text, "甲市")
    assert city[:4] == ["甲市", "65.48", "72.48", "+7.00"]
    assert city[5:] == ["提高", "2 → 1", "0…+1", "2 → 0"]
    assert "抽样 100 次，随机种子 5。" in text
    assert "权重为暂定值" in text


def test_the_parts_add_up_to_the_change() -> None:
    before, after = round_of("spring", gap=False), round_of("autumn", trips=0, gap=False)
    text = printed(comparison(told(before, after), before, after, "en", provisional=False))
    assert rows(text, "Trips to the hall") == [["Trips to the hall", "+2.33", "+2.33"], ["Trips to the hall", "3", "+11.67", "100.0%", "100.0%", "1.00"]]
    assert rows(text, "Score")[1] == ["Score", "+2.33", "+2.33"]


def test_small_parts_stand_together() -> None:
    held = Decomposition(10, 11, (Term("a", "performance", 0.9), Term("b", "performance", 0.004), Term("c", "weight", 0.002), Term("a", "weight", 0.094)))
    rows = part_rows(held)
    assert list(rows) == ["a", ""]
    assert rows["a"] == [0.9, 0.094, 0, 0]
    assert rows[""] == pytest.approx([0.004, 0.002, 0, 0])
    assert part_rows(None) == {}


def test_rows_that_moved_the_least_likely_by_chance_first() -> None:
    assert [row for row, _ in moved_rows(found().indicators)] == ["tech_load", "proc_trips"]


def test_deviations_of_both_rounds_have_a_line() -> None:
    why = "the instrument changed after the opening: 1122 became 3344"
    after = replace(round_of(), deviations=((datetime(2026, 3, 4, 9, 30, tzinfo=UTC), why),))
    before = round_of("winter")
    text = printed(comparison(told(before, after), before, after, "en", provisional=True))
    assert f"deviation spring 2026-03-04 09:30+00:00: {why}" in text


def test_cities_of_one_round_only_are_named() -> None:
    before = scored([*portal("a"), *portal("b")], cities=CITIES[:2], name="spring")
    after = scored([*portal("b"), *portal("c")], cities=CITIES[1:], name="autumn")
    text = printed(comparison(told(before, after), before, after, "zh", provisional=False))
    assert "新增城市: 丙市" in text
    assert "退出城市: 甲市" in text


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_marks(lang: str) -> None:
    lab = (replace(CITIES[0], portals={"portal": "http://a.portal.test:8000/"}), *CITIES[1:])
    held = replace(round_of(), cities=lab, state="open")
    text = printed(comparison(told(held, held), held, held, lang, provisional=True))  # type: ignore[arg-type]
    assert "SIMULATED" in text
    assert "PRELIMINARY" in text
