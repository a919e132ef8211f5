"""The sum of a score: whatever is printed is done again from the printed figures."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from anfang.report.reckoned import cell, node_sum, reckoned, row_sum
from scoring.ledger import Ledger, ledger
from tests.report.test_console import printed
from tests.scoring.sample import CATALOGUE, PLAN, WEIGHTS, portal, scored, without


def held(method: str = "arithmetic", **other: object) -> Ledger:
    weights = replace(WEIGHTS, methods={"headline": method, "dimensions": method})
    return ledger(scored(portal("a", **other), weights=weights), "a")  # type: ignore[arg-type]


def test_a_dimension_by_hand() -> None:
    found = {node.id: node_sum(node) for node in held().nodes}
    assert found["processing"] == "(24 × 65 + 12 × 50) / 36 = 60.00"
    assert found["headline"] == "(30 × 67.143 + 20 × 66.667 + 30 × 60 + 20 × 70) / 100 = 65.48"


@pytest.mark.parametrize("method", ["arithmetic", "geometric", "harmonic"])
def test_every_sum_gives_its_result_again(method: str) -> None:
    for node in held(method).nodes:
        sum_, _, result = node_sum(node).rpartition(" = ")
        again = eval(sum_.replace("×", "*").replace("^", "**").replace("−", "-"))
        assert again == pytest.approx(float(result), abs=0.011)


def test_steps_are_averaged_or_summed() -> None:
    rows = {line.row.id: line for line in held().rows}
    assert row_sum(rows["guide_blank_form"], "en") == "mean = (100 + 0) / 2 = 50"
    assert row_sum(rows["proc_trips"], "en") == "1 + 1 = 2: 65 points"
    assert row_sum(rows["tech_load"], "en") == ""
    void = {line.row.id: line for line in held(proc_trips__seal="unreachable").rows}["proc_trips"]
    assert row_sum(void, "zh") == "有环节无法合计，计 0 分"


def test_what_was_seen_and_what_was_not() -> None:
    plan = replace(PLAN, coverage=0.3, left_out_share=1)
    found = ledger(scored(without(portal("a"), "int_rating"), plan=plan), "a")
    rows = {line.row.id: line for line in found.rows}
    assert cell(rows["tech_load"].seen[0], rows["tech_load"], CATALOGUE, "zh") == "9 秒 → 50"
    assert cell(rows["int_rating"].seen[0], rows["int_rating"], CATALOGUE, "zh") == "受阻 (遇到验证码)"


def test_the_whole_sum_in_the_terminal() -> None:
    text = printed(reckoned(held(), CATALOGUE, "zh"))
    assert "业务办理 = (24 × 65 + 12 × 50) / 36 = 60.00" in text
    assert "总分 = (30 × 67.143 + 20 × 66.667 + 30 × 60 + 20 × 70) / 100 = 65.48" in text
    assert not re.search("[A-Za-z]{2,}", text)


def test_a_city_without_a_rank_says_why() -> None:
    found = ledger(scored(without(portal("a"), "tech_load")), "a")
    text = " ".join(printed(reckoned(found, CATALOGUE, "en")).split())
    assert "not ranked: coverage below 70%: technical support 33%" in text
    assert "Score =" not in text
    assert "Processing = (24 × 65 + 12 × 50) / 36 = 60.00" in text
