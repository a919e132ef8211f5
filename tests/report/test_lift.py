from __future__ import annotations

from anfang.report.lift import lift, ways_said
from scoring.whatif import what_if
from tests.report.test_console import cells, printed
from tests.scoring.sample import CATALOGUE
from tests.scoring.test_whatif import four


def test_gains_and_the_way_up() -> None:
    text = printed(lift(what_if(four(), "a"), CATALOGUE, "en"))
    assert cells(text, "│ Trips to the hall") == ["Trips to the hall", "65.00", "0.200", "+7.00", "3"]
    # two and three ranks up take the same two rows: told once
    assert "1 up: full points in Trips to the hall; score 72.48, rank 3." in text
    assert "3 up: full points in Trips to the hall, Page load time; score 79.14, rank 1." in text
    assert "2 up" not in text


def test_the_first_city_has_no_way_up() -> None:
    assert ways_said(what_if(four(), "c"), CATALOGUE, "zh") == ("名次已无上升空间。",)
