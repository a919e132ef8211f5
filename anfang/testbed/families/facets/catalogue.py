"""The catalogue of a portal: its facets with every planted guide as deep as its way is long."""

from __future__ import annotations

from anfang.testbed.families.facets import themes
from anfang.testbed.families.facets.facets import Facets
from anfang.testbed.families.facets.matters import Matter, Matters
from anfang.testbed.families.facets.plans import Plan, Stage, plan
from anfang.testbed.families.facets.taste import Taste
from anfang.testbed.families.facets.tree import Node
from anfang.testbed.families.facets.wording import Words


class Catalogue:
    """`at_home` are the guides that the home page leads to at once, `tiles` the themes that it does: (tab, theme)."""

    def __init__(self, matters: Matters, taste: Taste, words: Words) -> None:
        self._matters, self._taste = matters, taste
        self._facets = Facets(matters, taste, words)
        self.tabs, self._usual, self.tiles = self._facets.tabs, self._facets.usual, self._facets.tiles()
        self.at_home: list[Matter] = []
        for step in themes.STEP_THEMES:
            self._neighbours(step)
        for matter in matters.planted:
            self._plant(matter, plan(taste, matter.guide))
        roots = (*self.tabs.values(), *self._usual.values(), *self.objects("personal"), *self.objects("legal"))
        self.by_id = {node.id: node for root in roots for node in root.every()}
        for node in self.by_id.values():
            node.settle(taste.rng("settle", node.id), paged=taste["listing"] != "scroll")

    def usual(self, tab: str) -> Node | None:
        """What a tab lists before a facet is chosen."""
        return self._usual.get(tab)

    def objects(self, tab: str) -> list[Node]:
        """The facets of a tab by whom services are for."""
        return list(self._facets.objects.get(tab, {}).values())

    def _neighbours(self, step: str) -> None:
        """In the step's theme: in the list, in a main item, now and then in a second row of facets."""
        chip, kin = self._facets.themes[themes.STEP_THEMES[step]], self._matters.kin(step)
        chip.fill[:0] = kin
        if self._taste.rng("group", step).random() < 0.6:
            chip.front.append(self._group(step, 1, kin[:3]))
        if self._taste.rng("subs", step).random() < 0.3:
            self._add_subs(chip, step)

    def _group(self, step: str, which: int, kin: list[Matter]) -> Node:
        group = self._facets.node(self._taste.one_of(f"group {step} {which}", themes.GROUPS[step][which]), "group")
        group.fill.extend(kin)
        return group

    def _add_subs(self, chip: Node, step: str) -> None:
        if chip.nodes:
            return
        for which, labels in enumerate(themes.SUBS[step]):
            sub = self._facets.node(self._taste.one_of(f"sub {step} {which}", labels), "sub")
            sub.fill.extend(self._matters.of_theme(themes.STEP_THEMES[step]) if which else self._matters.kin(step))
            chip.nodes.append(sub)

    def _plant(self, matter: Matter, stages: Plan | None) -> None:
        if not stages:
            self.at_home.extend([matter] if stages is not None else [])
            return
        at, behind = self._start(matter, stages[0]), False
        for stage in stages[1:]:
            if stage == "page":
                behind = True
            else:
                at, behind = self._down(at, stage, matter, behind=behind), False
        (at.back if behind else at.front).append(matter)
        self._second_way(matter, stages)

    def _start(self, matter: Matter, stage: Stage) -> Node:
        if stage == "tab":
            return self._usual["legal"]
        chip = self._facets.themes[matter.service.theme]
        self.tiles.append(("legal", chip))
        return chip

    def _down(self, at: Node, stage: Stage, matter: Matter, *, behind: bool) -> Node:
        """The next place on the way to a guide; made where it is not there yet."""
        step = matter.guide.step
        if stage == "chip":
            return self._facets.themes[matter.service.theme]
        if stage == "object":
            return self._facets.objects["legal"]["firm"]
        if stage == "dept":
            return self._facets.departments[matter.service.department]
        if stage == "sub":
            self._add_subs(at, step)
            return at.nodes[0]
        if stage == "case":
            group = self._facets.node(self._taste.one_of(f"case {step}", themes.CASES[step]), "group")
        else:
            group = self._group(step, 0, self._matters.kin(step)[-2:])
        (at.back if behind else at.front).append(group)
        return group

    def _second_way(self, matter: Matter, stages: Plan) -> None:
        """The department lists it too, where that is no shorter."""
        way, step = len(stages) + 1, matter.guide.step
        if "dept" in stages or way > 4 or self._taste.rng("second", step).random() < 0.4:
            return
        at = self._facets.departments[matter.service.department]
        if way == 4:
            group = self._group(step, 0, self._matters.kin(step)[:2])
            at.front.append(group)
            at = group
        at.front.append(matter)
