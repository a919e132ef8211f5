"""What fills the lists: neighbours of the planted guides, and the services of every day."""

from __future__ import annotations

from anfang.testbed.families.comune import catalogue, others
from anfang.testbed.families.comune.neighbours import NEAR
from anfang.testbed.families.comune.others import Other
from anfang.testbed.families.comune.planting import Planting
from anfang.testbed.families.comune.sheet import Sheet
from anfang.testbed.families.comune.tree import Node
from anfang.testbed.families.comune.ways import SERVICES
from anfang.testbed.texts import STEPS

_OWNED = ("sub", "companies", "topicall", "office", "sector")
"""Kinds of lists that belong to one step alone."""


class Stock:
    """Puts services beside the planted ones. None is listed where it would lead to a guide on a shorter way."""

    def __init__(self, planting: Planting) -> None:
        self.voice, self.tree, self.sheets = planting.voice, planting.tree, planting.sheets
        self._chains, self._category = planting.chains, planting.category
        for step in STEPS:
            self._neighbours(step)
        self._daily()

    def _neighbours(self, step: str) -> None:
        """Change, cancellation, loss: beside the step's guide, or in its category where there is no way to one."""
        own = [node for node in self._chains.get(step, []) if node.kind in _OWNED]
        own += [self.tree[f"sole:{step}"]] if f"sole:{step}" in self.tree else []
        chain = self._chains.get(step, [])
        last = chain[-1] if chain else self.tree[f"category:{self._category[step]}"]
        places = [*dict.fromkeys([last, *own])]
        number = 3 if len(places) == 1 else 5
        for n, other in enumerate(self.voice.some(f"near {step}", NEAR[step], number)):
            self._place(other, places[n % len(places)], self._category[step])
        self._mix(last, step)

    def _place(self, other: Other, node: Node, category: str) -> None:
        self.sheets[other.id] = Sheet(other.id, other.title, node, category, other=other)
        node.services.append(other.id)

    def _mix(self, node: Node, step: str) -> None:
        """The guide stands among its neighbours, not always first."""
        node.services = self.voice.shuffled(f"order {step} {node.key}", node.services)

    def _daily(self) -> None:
        """The services of every day: in their category, and some of them on the other lists."""
        for category in catalogue.CATEGORIES:
            held = [other for other in others.GENERAL if other.category == category]
            places = self._places_of(category)
            for n, other in enumerate(self.voice.shuffled(f"daily {category}", held)[: max(2, len(held) - 1)]):
                self._place(other, places[n % len(places)], category)
        self._repeat()

    def _places_of(self, category: str) -> list[Node]:
        node = self.tree[f"category:{category}"]
        rest = [self.tree[f"rest:{category}"]] if f"rest:{category}" in self.tree else []
        return [node, *([node.next] if node.next else []), *rest]

    def _repeat(self) -> None:
        for node in self.tree:
            if node.kind in ("topic", "office", "area"):
                self._fill(node, self.of_category(self._category_of(node)), 2)
            if node.kind == "topicall":
                self._fill(node, self.of_category(self._category_of(node)), 1)
        general = [sheet.id for sheet in self.daily()]
        for key, number in ((SERVICES, 3), (f"{SERVICES}#2", 4)):
            self._fill(self.tree[key], self.voice.some(f"fill {key}", general, 2 * number), number)

    def _fill(self, node: Node, ids: list[str], number: int) -> None:
        node.services += self.voice.some(f"fill {node.key}", [one for one in ids if one not in node.services], number)
        node.services = self.voice.shuffled(f"order {node.key}", node.services)

    def _category_of(self, node: Node) -> str:
        of = node.key.partition(":")[2].partition("#")[0]
        return self._category.get(of) or catalogue.AREA_OTHERS.get(of, of)

    def daily(self) -> list[Sheet]:
        """The services of every day, in a fixed order."""
        known = {other.id for other in others.GENERAL}
        return [sheet for sheet in self.sheets.values() if sheet.id in known]

    def of_category(self, category: str) -> list[str]:
        """Ids of a category's services of every day."""
        return [sheet.id for sheet in self.daily() if sheet.category == category]
