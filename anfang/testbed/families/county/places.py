"""Where a guide stands: the columns that lead to it, and the page of the list, so that its way is as long as planted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from anfang.testbed import texts
from anfang.testbed.facts import PortalFacts, StepFacts
from anfang.testbed.families.county.dice import Dice

Spot = Literal["all", "group", "topic", "office", "finer", "finest"]
Seat = tuple[Spot, int]
"""A column, and the page of its list: a column one deeper, or the second page instead of the first, is a way one longer."""

_SEATS: Mapping[int, tuple[Seat, ...]] = {
    2: (("all", 1),),
    3: (("all", 2), ("group", 1)),
    4: (("group", 2), ("topic", 1), ("office", 1)),
    5: (("topic", 2), ("finer", 1), ("office", 2)),
    6: (("finer", 2), ("finest", 1)),
}


def seat(step: StepFacts, facts: PortalFacts, dice: Dice) -> Seat | None:
    """The seat of a guide; None where no list leads to it."""
    if not isinstance(step.way, int) or step.way < 2:
        return None
    seats = _SEATS[step.way]
    if not says_office(step, facts):
        seats = tuple(one for one in seats if one[0] != "office")
    return dice.pick(("seat", step.step), seats)


def says_office(step: StepFacts, facts: PortalFacts) -> bool:
    """Whether the guide names the office in charge: only then may the office's column lead to it."""
    return bool(step.authority) and step.authority not in texts.pool(facts.lang).placeholders


@dataclass(slots=True)
class Seating:
    """The guides that stand in one column's list, by page."""

    pages: dict[int, list[StepFacts]] = field(default_factory=dict[int, list[StepFacts]])

    def rows(self, others: int, size: int, dice: Dice, key: object) -> dict[int, StepFacts]:
        """Index in the whole list -> guide, when the list has so many other entries."""
        rng, total = dice.rng("rows", key), others + sum(map(len, self.pages.values()))
        found: dict[int, StepFacts] = {}
        for page, steps in self.pages.items():
            rows = range((page - 1) * size, min(page * size, total))
            found |= dict(zip(rng.sample(rows, len(steps)), steps, strict=True))
        return found
