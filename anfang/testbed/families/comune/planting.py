"""Where the planted guides stand: the lists between the home page and each of them, and the lists beside."""

from __future__ import annotations

from anfang.testbed.facts import PortalFacts, StepFacts
from anfang.testbed.families.comune import catalogue
from anfang.testbed.families.comune.sheet import Sheet
from anfang.testbed.families.comune.tree import Node, Tree
from anfang.testbed.families.comune.voice import Voice
from anfang.testbed.families.comune.ways import OFFICE, SERVICES, TOPICS, choose, ways
from anfang.testbed.texts import STEPS


class Planting:
    """The tree of lists with the guides in it. `home` holds the ids of services that the home page itself lists."""

    def __init__(self, facts: PortalFacts, voice: Voice) -> None:
        self.facts, self.voice = facts, voice
        self.tree = Tree()
        self.sheets: dict[str, Sheet] = {}
        self.home: list[str] = []
        self.chains: dict[str, list[Node]] = {}
        self.category = {step: voice.pick(f"category {step}", catalogue.CATEGORY_OF[step]) for step in STEPS}
        for key in (SERVICES, OFFICE, TOPICS):
            self._node(key, None)
        for guide in facts.guides:
            self._lead_to(guide)
        self._complete()
        self._guides()

    def _lead_to(self, guide: StepFacts) -> None:
        """The lists between the home page and the guide."""
        if guide.way == "search" or guide.way == "absent":
            return
        step = guide.step
        possible = ways(step, self.category[step], catalogue.AREA_OF[step], guide.way)
        chain = choose(self.tree, self.voice, step, possible)
        above: Node | None = None
        for key in chain:
            above = self._node(key, above)
        self.chains[step] = [self.tree[key] for key in chain]
        (above.services if above else self.home).append(step)

    def _node(self, key: str, parent: Node | None) -> Node:
        return self.tree.add(key, parent.title if parent and key.endswith("#2") else self._title(key), parent)

    def _title(self, key: str) -> str:
        kind, _, of = key.partition("#")[0].partition(":")
        pools = {
            "category": catalogue.CATEGORIES,
            "topic": catalogue.TOPICS,
            "office": catalogue.OFFICES,
            "area": catalogue.AREAS,
            "sector": catalogue.SECTORS,
            "sub": catalogue.SUBCATEGORIES,
        }
        if kind in pools:
            return self.voice.pick(f"{kind}:{of}", pools[kind][of])
        if kind in ("companies", "sole"):
            return self.voice.pick(kind, catalogue.COMPANIES if kind == "companies" else catalogue.SOLE_TRADERS)
        labels = {
            SERVICES: "menu services",
            TOPICS: "topics title",
            OFFICE: "menu administration",
            "topicall": "topic services",
        }
        return self.voice(labels.get(kind, "other services" if kind == "rest" else kind))

    def _complete(self) -> None:
        """The lists that every town hall has, where no way has made them yet."""
        tree, services, office = self.tree, self.tree[SERVICES], self.tree[OFFICE]
        self._node(f"{SERVICES}#2", services)
        shown = self.voice.some("featured categories", ("anagrafe", "mobilita", "scuola", "cultura", "casa"), 3)
        for category in catalogue.CATEGORIES:
            self._node(f"category:{category}", None if category in shown else services)
        featured = self.voice.some(
            "featured topics", ("anagrafe", "mobilita", "scuola", "cultura", "casa", "ambiente"), 2
        )
        for topic in catalogue.TOPICS:
            self._node(f"topic:{topic}", None if topic in featured else tree[TOPICS])
        offices, areas = self._node("offices", office), self._node("areas", office)
        for one in catalogue.OFFICES:
            self._node(f"office:{one}", offices)
        for area in catalogue.AREAS:
            self._node(f"area:{area}", areas)
        for step in STEPS:
            self._siblings(step)

    def _siblings(self, step: str) -> None:
        """A list never stands alone: beside a step's own one there is another."""
        if f"sub:{step}" in self.tree:
            self._node(f"rest:{self.category[step]}", self.tree[f"category:{self.category[step]}"])
        if f"companies:{step}" in self.tree:
            self._node(f"sole:{step}", self.tree[f"sub:{step}"])

    def _guides(self) -> None:
        for guide in self.facts.guides:
            chain = self.chains.get(guide.step, [])
            node = chain[-1] if chain else self.tree[f"category:{self.category[guide.step]}"]
            self.sheets[guide.step] = Sheet(guide.step, guide.name, node, self.category[guide.step], guide=guide)
