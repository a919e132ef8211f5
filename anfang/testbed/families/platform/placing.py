"""Where a guide stands: the shelf to which exactly as many links lead as its way is long."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from anfang.testbed.facts import StepFacts
from anfang.testbed.families.platform.choices import Choices

Tree = Literal["hot", "theme", "life", "dept"]
Turn = Literal["kind", "page", "main"]
"""One level more: a class inside the group, the second page of its list, a main item that holds several."""

TURNS: dict[Tree, tuple[Turn, ...]] = {
    "hot": ("page", "main"),
    "life": ("page", "main"),
    "theme": ("kind", "page", "main"),
    "dept": ("kind", "page", "main"),
}


@dataclass(frozen=True, slots=True)
class Placement:
    tree: Tree
    turns: tuple[Turn, ...]


def placements(inline: Tree | None, levels: int) -> list[Placement]:
    """All places with so many pages on the way to the guide. The groups of an `inline` tree stand on the home page itself."""
    return [
        Placement(tree, turns)
        for tree in TURNS
        for turns in _turns(tree)
        if _base(tree, inline) + len(turns) == levels
    ]


def _turns(tree: Tree) -> Iterator[tuple[Turn, ...]]:
    for number in range(len(TURNS[tree]) + 1):
        yield from combinations(TURNS[tree], number)


def _base(tree: Tree, inline: Tree | None) -> int:
    return 1 if tree in ("hot", inline) else 2


def place(guide: StepFacts, pick: Choices, inline: Tree | None) -> list[Placement]:
    """The guide's places: one at the end of its way, at times one in another tree that is farther off."""
    if not isinstance(guide.way, int) or guide.way < 2:
        return []
    chosen = _choose(placements(inline, guide.way - 1), pick, f"place:{guide.step}")
    farther = [
        one
        for levels in (guide.way, guide.way + 1)
        for one in placements(inline, levels)
        if one.tree not in ("hot", chosen.tree)
    ]
    if farther and pick.chance(f"farther:{guide.step}", 0.3):
        return [chosen, _choose(farther, pick, f"farther place:{guide.step}")]
    return [chosen]


def _choose(possible: list[Placement], pick: Choices, key: str) -> Placement:
    """The tree first, so that one with many turns is not chosen more often."""
    tree = pick.one(f"{key}:tree", sorted({one.tree for one in possible}))
    return pick.one(key, [one for one in possible if one.tree == tree])
