"""The sum of the portal of sample.py, line by line."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from anfang.errors import BadInput
from scoring.ledger import Ledger, ledger
from scoring.means import mean
from tests.scoring.sample import PLAN, WEIGHTS, city, portal, scored, seen, without


def held(**other: object) -> Ledger:
    return ledger(scored(portal("a", **other)), "a")  # type: ignore[arg-type]


def test_values_points_and_sums() -> None:
    rows = {line.row.id: line for line in held().rows}
    assert list(rows)[:2] == ["guide_blank_form", "guide_scenario"]
    form, trips = rows["guide_blank_form"], rows["proc_trips"]
    assert [(one.step, one.value, one.points, one.term) for one in form.seen] == [("registration", "works", 100, None), ("seal", "broken", 0, None)]
    assert (form.score.points, form.weight) == (50, 6)
    assert [(one.points, one.term) for one in trips.seen] == [(None, 1), (None, 1)]
    assert (trips.score.value, trips.score.points) == (2, 65)


def test_shares_of_the_headline_add_up_and_give_it_back() -> None:
    """guide_scenario 0.3 x 8 / 14; everything together 65.476."""
    found = held()
    shares = {line.row.id: line.share for line in found.rows}
    assert shares["guide_scenario"] == pytest.approx(0.3 * 8 / 14)
    assert math.fsum(shares.values()) == pytest.approx(1)
    assert math.fsum(line.share * (line.score.points or 0) for line in found.rows) == pytest.approx(found.card.headline)


def test_every_node_is_the_mean_of_its_parts() -> None:
    found = held()
    assert [node.id for node in found.nodes] == ["guide", "tech", "processing", "interaction", "headline"]
    processing = found.nodes[2]
    assert {(part.id, part.weight, part.points) for part in processing.parts} == {("proc_trips", 24, 65), ("proc_apply", 12, 50)}
    assert processing.points == 60
    for node in found.nodes:
        assert mean(node.method, [(part.weight, part.points) for part in node.parts]) == node.points
    assert found.nodes[-1].points == found.card.headline


def test_what_is_missing_leaves_with_its_weight() -> None:
    plan = replace(PLAN, coverage=0.3, left_out_share=1)
    found = ledger(scored(without(portal("a"), "int_rating", reason="captcha"), plan=plan), "a")
    rating = next(line for line in found.rows if line.row.id == "int_rating")
    assert (rating.share, rating.score.points, rating.seen[0].status, rating.seen[0].reason) == (0, None, "blocked", "captcha")
    assert math.fsum(line.share for line in found.rows) == pytest.approx(1)


def test_a_row_that_left_the_headline_for_all_says_why() -> None:
    observations = [one for name in "ab" for one in without(portal(name), "guide_blank_form")]
    found = ledger(scored(observations, plan=replace(PLAN, coverage=0.4), cities=(city("a"), city("b"))), "a")
    form = next(line for line in found.rows if line.row.id == "guide_blank_form")
    assert form.left_out.startswith("missing in 2 of 2 cities")
    assert form.share == 0
    assert "guide_blank_form" not in {part.id for node in found.nodes for part in node.parts}


def test_a_void_step_makes_the_sum_worthless() -> None:
    trips = next(line for line in held(proc_trips__seal="unreachable").rows if line.row.id == "proc_trips")
    assert ([one.term for one in trips.seen], trips.score.value, trips.score.points) == ([1, None], None, 0)


def test_points_that_came_without_a_value_are_shown_as_they_came() -> None:
    given = [*(one for one in portal("a") if one.indicator != "tech_load"), seen("a", "tech_load", score=42.0)]
    load = next(line for line in ledger(scored(given), "a").rows if line.row.id == "tech_load")
    assert (load.seen[0].value, load.seen[0].points, load.score.points) == (None, 42, 42)


def test_other_means_are_named() -> None:
    bent = replace(WEIGHTS, methods={"headline": "geometric"})
    assert [node.method for node in ledger(scored(portal("a"), weights=bent), "a").nodes][-2:] == ["arithmetic", "geometric"]


def test_a_city_that_is_not_there() -> None:
    with pytest.raises(BadInput, match="no city 'b'"):
        ledger(scored(portal("a")), "b")
