from __future__ import annotations

from dataclasses import replace

from anfang.model import Evidence
from anfang.problems import problems
from tests.sample import OBSERVATIONS, RESULTS, seen


def found(results=RESULTS):
    return [(one.city, one.indicator.id, one.step, one.rule, one.points) for one in problems(results)]


def test_every_observation_below_full_points_in_the_catalogues_order():
    assert found() == [
        ("qinghe", "guide_logic", "seal", "W05", 65.0),
        ("qinghe", "guide_logic", "seal", "W12", 65.0),
        ("qinghe", "guide_blank_form", "registration", "", 0.0),
        ("qinghe", "tech_load", "", "", 50.0),
        ("qinghe", "proc_trips", "", "", 65.0),
        ("qinghe", "proc_trips", "seal", "", None),
    ]


def test_a_sum_over_the_steps_is_one_problem_and_a_declared_number_that_is_not_true_another():
    total, gap = (one for one in problems(RESULTS) if one.indicator.id == "proc_trips")
    assert total.seen == 2
    assert gap.seen == {"used": 2, "declared": 0, "derived": 2}


def test_a_failed_rule_keeps_its_own_proof():
    proof = (Evidence(quote="到现场0次", note="W05"), Evidence(quote="一式两份", note="W12"))
    value = {"applicable": ["W03", "W05", "W07", "W12", "W13"], "failed": ["W05", "W12"]}
    one = seen("qinghe", "guide_logic", value, step="seal", evidence=proof)
    told = problems(replace(RESULTS, observations=(one,)))
    assert [(row.rule, row.evidence[0].quote) for row in told if row.rule] == [
        ("W05", "到现场0次"),
        ("W12", "一式两份"),
    ]


def test_what_was_not_observed_is_no_problem():
    blocked = tuple(replace(one, status="blocked") for one in OBSERVATIONS)
    assert found(replace(RESULTS, observations=blocked)) == [("qinghe", "proc_trips", "", "", 65.0)]
