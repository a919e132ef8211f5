"""One portal: its facts and everything that its seed makes of them."""

from __future__ import annotations

from functools import cached_property

from anfang.testbed.facts import PortalFacts
from anfang.testbed.families.facets.catalogue import Catalogue
from anfang.testbed.families.facets.matters import Matters
from anfang.testbed.families.facets.press import Press
from anfang.testbed.families.facets.taste import Taste
from anfang.testbed.families.facets.wording import Words


class Portal:
    def __init__(self, facts: PortalFacts) -> None:
        self.facts = facts
        self.taste = Taste(facts.seed)
        self.words = Words(facts.seed, facts.name)

    @cached_property
    def matters(self) -> Matters:
        return Matters(self.facts, self.taste)

    @cached_property
    def catalogue(self) -> Catalogue:
        return Catalogue(self.matters, self.taste, self.words)

    @cached_property
    def press(self) -> Press:
        return Press(self.facts, self.taste)

    def at(self, page: str, query: str = "") -> str:
        """The hash route of a page, without its #."""
        return self.taste.routes[page] + (f"?{query}" if query else "")

    def href(self, page: str, query: str = "") -> str:
        """What a link to a page says, and what the home page's address makes of it."""
        return f"/#{self.at(page, query)}"
