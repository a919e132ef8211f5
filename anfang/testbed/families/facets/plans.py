"""How long the way to a guide is: the stages between the home page and the entry of the guide."""

from __future__ import annotations

from typing import Literal

from anfang.testbed.facts import StepFacts
from anfang.testbed.families.facets.taste import Taste

Stage = Literal["tab", "tile", "chip", "object", "dept", "sub", "group", "case", "page"]
Plan = tuple[Stage, ...]

PAGE = 6
"""Rows on a page, or in a batch, of a list."""

_PLANS: dict[int, tuple[Plan, ...]] = {
    1: ((),),
    2: (("tab",), ("tile",)),
    3: (("tab", "chip"), ("tab", "object"), ("tab", "dept"), ("tile", "sub"), ("tile", "group"), ("tab", "group")),
    4: (("tab", "chip", "sub"), ("tab", "chip", "group"), ("tab", "dept", "group"), ("tile", "sub", "group")),
    5: (("tab", "chip", "sub", "group"), ("tab", "chip", "group", "case"), ("tab", "dept", "group", "case")),
    6: (("tab", "chip", "sub", "group", "case"),),
}
_PAGED: dict[int, tuple[Plan, ...]] = {
    4: (("tab", "chip", "page"), ("tab", "chip", "page")),
    5: (("tab", "chip", "sub", "page"), ("tab", "chip", "page", "group")),
    6: (("tab", "chip", "sub", "page", "group"), ("tab", "chip", "page", "group", "case")),
}
"""Only where lists have pages to turn: turning one is an activation."""


def plan(taste: Taste, guide: StepFacts) -> Plan | None:
    """The stages before the guide's own entry, one activation each; None where only the search leads to it.

    Raises KeyError for a way that is longer than any that the portal can build.
    """
    if isinstance(guide.way, str):
        return None
    paged = _PAGED.get(guide.way, ()) if taste["listing"] == "pager" else ()
    return taste.one_of(f"plan {guide.step}", (*_PLANS[guide.way], *paged))
