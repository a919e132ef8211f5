from __future__ import annotations

import io
from dataclasses import replace

import pytest
from rich.console import Console

from anfang.demo import console
from anfang.model import RoundResults
from anfang.report.wording import Lang
from anfang.testbed.accuracy import Accuracy
from scoring.changes import changes
from scoring.settings import load_settings
from tests.scoring.sample import WEIGHTS, city, portal, scored

SETTINGS = replace(load_settings(), draws=50)


def printed(*parts: object) -> str:
    screen = Console(width=120, file=io.StringIO(), record=True)
    screen.print(*parts, sep="\n")
    return screen.export_text()


def a_round(name: str, number: int) -> RoundResults:
    """Simulated; city n has n + 1 script errors: the more, the fewer points."""
    ids = [f"c{n:02}" for n in range(number)]
    rows = [row for n, one in enumerate(ids) for row in portal(one, tech_errors=n + 1)]
    cities = [city(one, portals={"portal": f"http://{one}.portal.test/"}) for one in ids]
    return scored(rows, cities=cities, name=name)


def told(number: int, lang: Lang) -> str:
    before, after = a_round("one", number), a_round("two", number)
    return printed(*console.findings(before, after, changes(before, after, WEIGHTS, SETTINGS), lang, provisional=True))


@pytest.mark.parametrize("number", [10, 12])
def test_both_ends_of_the_ranking_never_overlap(number: int) -> None:
    text = told(number, "en")
    assert ("Bottom ten" in text) == (number > 10)
    standing = text[: text.index("Regions")]
    assert [standing.count(f" c{n:02} ") for n in range(number)] == [1] * number


def test_marks_counts_and_the_notice_of_the_weights_are_there() -> None:
    text = told(3, "zh")
    assert "SIMULATED 模拟数据" in text
    assert "前十名" in text
    assert "统计结果" in text
    assert "企业开办平均跑动次数仍为 2.00 次。" in text
    assert "权重为暂定值" in text


def test_accuracy_beside_the_majority_class_and_every_miss() -> None:
    tally = {"value_equal": 0.75, "points_equal": 1.0, "wrong": 1, "missing": 0, "n": 4}
    miss = {
        "round": "demo-before", "city": "yunhe", "step": "seal", "indicator": "guide_findable",
        "truth": 3, "seen": "search", "status": "observed",
    }  # fmt: skip
    found = Accuracy(tally, {"guide_findable": {**tally, "majority_baseline": 0.5}}, (miss,))
    lines = printed(*console.truthfulness(found, "en")).splitlines()
    (row,) = (line.split() for line in lines if line.strip().startswith("guide_findable"))
    assert row == ["guide_findable", "4", "75.0%", "50.0%", "100.0%", "1", "0"]
    assert lines[-1] == 'demo-before yunhe seal guide_findable: planted 3, seen "search" (observed)'
