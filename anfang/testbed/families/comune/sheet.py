"""A sheet: the page of one service, planted or not."""

from __future__ import annotations

from dataclasses import dataclass

from anfang.testbed.facts import StepFacts
from anfang.testbed.families.comune.others import Other
from anfang.testbed.families.comune.tree import Node


@dataclass(eq=False)
class Sheet:
    """One service's page and the list that it belongs to. A planted one has its step's facts, the others are short."""

    id: str
    title: str
    node: Node
    category: str
    guide: StepFacts | None = None
    other: Other | None = None
    address: str = ""
