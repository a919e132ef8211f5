from __future__ import annotations

import io
from pathlib import Path

import pytest
from rich.console import Console

from anfang.demo.repeat import Difference
from anfang.testbed.controls import empty
from bench.accuracy import by_family, by_indicator, misses, repeated
from bench.gym import costs, measure, of_family


@pytest.mark.browser
async def test_a_round_over_a_bare_portal_is_seen_rightly(tmp_path: Path) -> None:
    drawn = (empty(),)
    results = await measure(tmp_path / "run1", drawn, workers=1)
    spent = costs(tmp_path / "run1", drawn)
    screen = Console(width=160, file=io.StringIO(), record=True)
    screen.print(by_family(results, drawn, spent), by_indicator(of_family(results, drawn, "table")))
    text = screen.export_text()
    # 16 rows of four steps and 8 of the portal: all but tech_links, which has no true value here
    assert text.count("100.0%") > 20
    assert " 72 " in text
    assert list(misses(results, drawn, 9)) == []
    assert spent["table"].most >= 1


def test_a_run_that_differs_is_told_row_by_row() -> None:
    changed = Difference("yuji", "portal", "seal", "proc_apply", ("observed", "form"), ("observed", "absent"))
    assert list(repeated([(2, [changed])], 72)) == [
        "run 2: 71 of 72 observations identical",
        "  yuji seal proc_apply: ('observed', 'form') -> ('observed', 'absent')",
    ]
