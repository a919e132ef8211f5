from __future__ import annotations

import io

import pytest
from rich.console import Console

from anfang.shopper import visit as visiting
from anfang.shopper.tab import Tab
from anfang.testbed.controls import empty
from bench.visit import Portal, compare, conclusion, prompt, table

TABLE = Portal(
    "yunhe", "table", visits=[6.0, 8.0, 9.0], bare=[2.0, 2.5, 2.0], addresses=["a"] * 30, loads=[24, 24, 26]
)
SPA = Portal(
    "anping", "spa", visits=[3.0, 3.0, 3.3], bare=[1.0, 1.5, 1.1], addresses=["a"] * 20, loads=[18, 18, 18]
)


def test_ratios_are_of_the_medians_over_the_repetitions() -> None:
    assert TABLE.ratio == 4.0  # 8 / 2
    assert SPA.ratio == pytest.approx(3 / 1.1)


def test_the_table_has_the_range_of_the_repetitions_and_both_counts_of_pages() -> None:
    screen = Console(width=160, file=io.StringIO(), record=True)
    screen.print(table([TABLE]))
    (row,) = (line for line in screen.export_text().splitlines() if "yunhe" in line)
    # 6 / 2, 8 / 2.5, 9 / 2: from 3.00 to 4.50
    assert [cell.strip() for cell in row.strip("│").split("│")] == [
        "yunhe", "table", "4.00", "3.00", "4.50", "24", "30",
    ]  # fmt: skip


def test_the_conclusion_is_a_median_over_portals_and_by_family() -> None:
    told = list(conclusion([TABLE, SPA]))
    assert told[0] == "a visit uses 3.36 times the CPU of the bare script (median of 2 portals)"
    assert told[1].startswith("a visit uses 4.00 times")
    assert told[2].startswith("a visit uses 2.73 times")
    assert told[3] == "page loads of a visit: median 21, at most 26"


def test_portals_that_make_nobody_wait_the_families_in_turn() -> None:
    found = prompt(4)
    assert [one.family for one in found] == ["table", "spa", "table", "spa"]
    assert {one.delay for one in found} == {0}


@pytest.mark.browser
async def test_the_bare_script_loads_what_the_visit_loaded() -> None:
    (found,) = await compare([empty()], 1)
    # The only page is the home page, and the pass that times it loads it once more.
    assert {address.rpartition(":")[0] for address in found.addresses} == {"http://empty.portal.test"}
    assert len(found.addresses) > found.loads[0] >= 1
    assert found.ratio > 0
    assert visiting.Tab is Tab
