"""The facets that every portal of the vendor has: three tabs, their themes and departments, and the usual lists."""

from __future__ import annotations

from anfang.testbed.families.facets import themes
from anfang.testbed.families.facets.matters import Matters
from anfang.testbed.families.facets.plans import PAGE
from anfang.testbed.families.facets.taste import Taste
from anfang.testbed.families.facets.tree import Kind, Node
from anfang.testbed.families.facets.wording import Words


class Facets:
    """Tabs and facets with the services beside the steps; nothing planted yet."""

    def __init__(self, matters: Matters, taste: Taste, words: Words) -> None:
        self._matters, self._taste, self._made = matters, taste, 0
        self.tabs = {tab: self.node(words[f"t_{tab}"], "tab") for tab in ("personal", "legal", "dept")}
        self.usual = {tab: self.node(words["usual"], "usual") for tab in ("personal", "legal")}
        self.themes = self._facets("personal", themes.PERSONAL) | self._facets("legal", themes.LEGAL)
        self.departments = self._facets("dept", themes.DEPARTMENTS)
        self.objects = {tab: self._objects(tab) for tab in themes.OBJECTS}
        for key, chip in self.themes.items():
            chip.fill.extend(matters.of_theme(key))
        for key, chip in self.departments.items():
            chip.fill.extend(taste.shuffled(f"of {key}", matters.of_department(key)))
        for tab, node in self.usual.items():
            node.fill.extend(matters.trades(tab)[: PAGE + 3])

    def node(self, label: str, kind: Kind) -> Node:
        self._made += 1
        prefix = self._taste.one_of("node", ("c", "fl", "10"))
        return Node(f"{prefix}{self._made:03d}", label, kind)

    def _facets(self, tab: str, table: dict[str, tuple[str, ...]]) -> dict[str, Node]:
        keys = self._taste.shuffled(f"facets {tab}", list(table))
        made = {key: self.node(self._taste.one_of(f"facet {key}", table[key]), "chip") for key in keys}
        self.tabs[tab].nodes.extend(made.values())
        return made

    def _objects(self, tab: str) -> dict[str, Node]:
        """Whom a tab's services are for: each list a few of them."""
        made: dict[str, Node] = {}
        for key in self._taste.shuffled(f"objects {tab}", list(themes.OBJECTS[tab])):
            made[key] = self.node(self._taste.one_of(f"object {key}", themes.OBJECTS[tab][key]), "chip")
            trades = self._matters.trades(tab)
            made[key].fill.extend(self._taste.shuffled(f"for {key}", trades)[: PAGE + 2 if key == "firm" else 4])
        return made

    def tiles(self) -> list[tuple[str, Node]]:
        """Themes that hold no step, for the home page: (tab, theme)."""
        own = themes.STEP_THEMES.values()
        legal = [key for key in self._taste.shuffled("tiles", list(themes.LEGAL)) if key not in own][:5]
        personal = self._taste.shuffled("tiles", list(themes.PERSONAL))[:6]
        return [*(("personal", self.themes[key]) for key in personal), *(("legal", self.themes[key]) for key in legal)]
