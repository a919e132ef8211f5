"""Whatever is drawn: a city that offers less never scores more."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anfang.model import RoundResults
from anfang.testbed.controls import perfect
from anfang.testbed.draw import generate
from anfang.testbed.facts import PortalFacts, StepFacts
from anfang.testbed.places import PLACES, Place
from anfang.testbed.texts import STEPS

Score = Callable[[Sequence[PortalFacts]], RoundResults]
Part = Literal["guide", "blank_form", "sample_form", "apply"]


def without(step: StepFacts, part: Part) -> StepFacts:
    """The step with less on offer. What never worked is not taken away: a dead link less is a dead link less."""
    if part == "guide":
        return replace(step, way="absent", search_rank=None)
    if part == "apply":
        gone = step.apply in ("form", "login_item", "login_generic")
        return replace(step, apply="absent", mail_in=None) if gone else step
    return replace(step, **{part: "absent"}) if getattr(step, part) in ("works", "not_needed") else step


@given(
    seed=st.integers(0, 10_000),
    place=st.sampled_from(PLACES),
    lost=st.lists(st.tuples(st.sampled_from(STEPS), st.sampled_from(("guide", "blank_form", "sample_form", "apply")))),
)
@settings(max_examples=25, deadline=None)
def test_taking_something_away_never_raises_the_headline(
    score: Score, seed: int, place: Place, lost: list[tuple[str, Part]]
) -> None:
    # An enquiry off site is blocked and goes to a human: a city alone has no headline until that is settled.
    facts = replace(generate([place], seed)[0], consult="open", complaint="login")
    less = facts
    for step, part in lost:
        less = replace(less, steps={**less.steps, step: without(less.steps[step], part)})
    before, after = (score([one]).scorecards[place.id].headline for one in (facts, less))
    assert before is not None
    assert after is not None
    assert after <= before + 1e-9


@pytest.mark.parametrize("part", ["guide", "blank_form", "sample_form", "apply"])
def test_each_loss_is_felt(score: Score, part: Part) -> None:
    facts = perfect()
    less = replace(facts, steps={**facts.steps, "seal": without(facts.steps["seal"], part)})
    found = score([less]).scorecards["perfect"].headline
    assert found is not None
    assert found < 100
