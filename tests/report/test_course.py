from __future__ import annotations

from anfang.report.course import course
from scoring.trend import trend
from tests.report.test_console import printed
from tests.scoring.sample import WEIGHTS
from tests.scoring.test_compare import CITIES, NAMES, all_of
from tests.scoring.test_trend import AUTUMN, SETTINGS, SPRING, SUMMER, wave


def test_three_rounds() -> None:
    text = printed(course(trend([SPRING, SUMMER, AUTUMN], WEIGHTS, SETTINGS), [SPRING, SUMMER, AUTUMN], "zh"))
    assert "各轮都参评的 12 个城市" in text
    assert "spring → summer：+3.42。如果各城市的升降只是偶然，出现这么大变化的可能性为 25.0%：不能排除偶然。" in text
    assert "各轮之间的差别" in text


def test_a_break_and_those_who_came() -> None:
    new = wave("winter", all_of(better=NAMES[:6]), instrument="two")
    again = wave("autumn-again", all_of(better=NAMES[:5]), instrument="two")
    few = wave("spring", all_of(CITIES[1:]), CITIES[1:])
    found = trend([few, AUTUMN, new], WEIGHTS, SETTINGS, [(AUTUMN, again)])
    text = " ".join(printed(course(found, [few, AUTUMN, new], "en")).split())
    assert "By the bridge autumn = autumn-again (one wave, 12 cities, both instruments) the new one alone moves points by −1.14" in text
    assert f"autumn Came: {NAMES[0]}" in text
    assert "On the first instrument" in text
