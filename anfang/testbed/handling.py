"""What follows from a step's planted facts: trips that its guide implies, depth that a visitor sees."""

from __future__ import annotations

from anfang.testbed.facts import Depth, In, StepFacts

DEPTHS: tuple[Depth, ...] = ("I", "II", "III", "IV")


def comes_in(step: StepFacts) -> In:
    """How papers come in. An application that can be reached online is electronic, whatever the guide says."""
    if step.apply in ("form", "login_item", "login_generic"):
        return "electronic"
    return step.mail_in or "none"


def goes_out(step: StepFacts) -> In:
    """How the result goes out: as stated, else not at all without a visit."""
    return step.mail_out or "none"


def derived_trips(step: StepFacts) -> int:
    """One for each end, coming in and going out, that needs presence."""
    return [comes_in(step), goes_out(step)].count("none")


def seen_depth(step: StepFacts) -> Depth:
    """I a guide is there; II a form downloads; III the application is reachable; IV the result comes by itself."""
    if step.apply in ("form", "login_item"):
        return "III" if goes_out(step) == "none" else "IV"
    return "II" if "works" in (step.blank_form, step.sample_form) else "I"
