from __future__ import annotations

from dataclasses import replace

from anfang.model import Evidence, IndicatorScore
from anfang.problems import points_by, problems
from tests.sample import CARDS, OBSERVATIONS, RESULTS, seen


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


def test_the_channel_that_counts_is_the_first_of_the_rows_channels():
    """mob_channels are seen on the mobile site, and on the portal only where there is none."""
    row = RESULTS.catalogue["mob_channels"]
    assert row.channels == ("mobile", "portal")
    here, there = (
        replace(seen("qinghe", "mob_channels", []), channel=channel) for channel in ("mobile", "portal")
    )
    both = replace(RESULTS, observations=(there, here), points={("qinghe", "", "mob_channels"): 0.0})
    assert [points_by(both)(one) for one in (there, here)] == [None, 0.0]
    assert points_by(replace(both, observations=(there,)))(there) == 0.0


def test_a_sum_that_a_step_makes_void_names_the_step():
    """One step that states no number of materials leaves the sum unknown and worth nothing."""
    stated, void = (
        seen("qinghe", "proc_materials", value, step=step)
        for step, value in (("registration", 4), ("seal", "unstated"))
    )
    card = replace(
        CARDS["qinghe"], indicators={"proc_materials": IndicatorScore("proc_materials", 0.0, "observed")}
    )
    told = problems(replace(RESULTS, observations=(stated, void), scorecards={"qinghe": card}))
    assert [(one.step, one.seen, one.points) for one in told] == [("seal", "unstated", 0.0)]
