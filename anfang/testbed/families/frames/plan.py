"""Where each guide stands: in which list, how far from the home page, on which of its pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from anfang.testbed.facts import PortalFacts, StepFacts
from anfang.testbed.families.frames.taste import Taste

Kind = Literal["theme", "dept"]
Lift = Literal["", "firms", "depts"]
"""Which of the two indexes of lists the home page leads to by itself; the other stands one click behind the hub."""

DEEPEST = 3
"""Clicks from the home page to a list: hub, index, list."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A list and the guide's place in it: `level` clicks to the list, `slack` more to the guide's page of it."""

    kind: Kind
    level: int
    slack: int


def lift(taste: Taste) -> Lift:
    return taste.pick("lift", ("", "firms", "depts"))


def usual_level(kind: Kind, lifted: Lift) -> int:
    """How far a list is from the home page when no short cut leads to it."""
    return DEEPEST - (lifted == ("firms" if kind == "theme" else "depts"))


def spot(step: StepFacts, taste: Taste) -> Spot | None:
    """The list in which the guide stands at exactly its way; None where no link leads to it."""
    if isinstance(step.way, str) or step.combined_with:
        return None
    before = max(1, step.way - 1)
    kinds: tuple[Kind, ...] = ("theme", "dept")
    found = [
        Spot(kind, level, before - level)
        for kind in kinds
        for level in _levels(kind, lift(taste))
        if 0 <= before - level <= 2
    ]
    kind = taste.pick(f"kind/{step.step}", sorted({one.kind for one in found}))
    return taste.pick(f"spot/{step.step}", [one for one in found if one.kind == kind])


def _levels(kind: Kind, lifted: Lift) -> range:
    return range(1, usual_level(kind, lifted) + 1)


def stands_also(step: StepFacts, kind: Kind, taste: Taste) -> bool:
    """Whether the guide stands on the first page of its other list too: only where that is no shorter."""
    if isinstance(step.way, str):
        return False
    return step.way - 1 <= usual_level(kind, lift(taste)) and taste.flag(f"also/{step.step}", 0.7)


def spots(facts: PortalFacts, taste: Taste) -> dict[str, Spot]:
    """By step, for the guides to which links lead."""
    found = {step.step: spot(step, taste) for step in facts.guides}
    return {step: one for step, one in found.items() if one}
