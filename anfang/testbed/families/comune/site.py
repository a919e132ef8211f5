"""One portal: its facts, its voice, its addresses and all its pages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from anfang.testbed.facts import PortalFacts
from anfang.testbed.families.comune import catalogue
from anfang.testbed.families.comune.addresses import Addresses
from anfang.testbed.families.comune.look import Look
from anfang.testbed.families.comune.page import Page, html
from anfang.testbed.families.comune.planting import Planting
from anfang.testbed.families.comune.sheet import Sheet
from anfang.testbed.families.comune.stocking import Stock
from anfang.testbed.families.comune.tree import Node
from anfang.testbed.families.comune.voice import Voice

FOLDER = Path(__file__).parent
_TEMPLATES = Environment(
    loader=FileSystemLoader(FOLDER / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    auto_reload=False,
)

FIXED = {
    "search": "cerca",
    "signin": "accesso",
    "area": "area-personale",
    "consult": "assistenza",
    "complaint": "segnalazioni",
    "status": "pratiche",
    "scenario": "percorso-impresa",
    "news": "archivio-novita",
    "living": "vivere",
    "map": "mappa",
}
Crumb = tuple[str, str]


class Site:
    """Knows every address before any page is rendered, so that pages may link to each other freely."""

    def __init__(self, facts: PortalFacts) -> None:
        self.facts = facts
        self.voice = Voice(facts.seed, facts.name)
        self.look = Look.of(self.voice)
        self.addresses = Addresses(facts.seed)
        self.planting = Planting(facts, self.voice)
        self.stock = Stock(self.planting)
        self.pages: dict[str, Page] = {}
        self.chrome: Any = None
        self.url = {name: self.addresses.fixed(path) for name, path in FIXED.items()}
        self._address_nodes()
        self._address_sheets()

    def _address_nodes(self) -> None:
        for node in self.planting.tree:
            if node.page > 1:
                node.address = self.addresses.following(node.base.address)
            else:
                node.address = self.addresses.section([one.title for one in node.trail])

    def _address_sheets(self) -> None:
        for sheet in self.planting.sheets.values():
            sheet.address = self.addresses.sheet(sheet.title, [node.title for node in sheet.node.trail])

    def add(self, address: str, page: Page) -> str:
        """Put a page at an address, which is returned.

        Raises ValueError where there is one already.
        """
        if address in self.pages:
            raise ValueError(f"two pages at {address}")
        self.pages[address] = page
        return address

    def find(self, path: str, query: str) -> Page | None:
        """The page at an address: with its query, or the one that answers to any query."""
        return self.pages.get(f"{path}?{query}") or self.pages.get(path)

    def is_dead(self, address: str) -> bool:
        path, _, query = address.partition("?")
        page = self.find(path, query)
        return page is None or page.dead

    def sheets(self, node: Node) -> list[Sheet]:
        """The services that a list shows."""
        return [self.planting.sheets[one] for one in node.services]

    def topic(self, sheet: Sheet) -> Node:
        """The topic that a service belongs to."""
        of = sheet.id.partition("-")[0]
        if of not in catalogue.CATEGORY_OF:
            of = catalogue.TOPIC_OF.get(sheet.category, sheet.category)
        return self.planting.tree[f"topic:{of}"]

    def crumbs(self, node: Node | None) -> list[Crumb]:
        """Titles and addresses from the home page to the node."""
        trail = node.trail if node else []
        return [(self.voice("home"), "/"), *((one.title, one.address) for one in trail)]

    def render(self, template: str, **values: Any) -> str:
        return _TEMPLATES.get_template(template).render(
            site=self, w=self.voice, look=self.look, url=self.url, tree=self.planting.tree, chrome=self.chrome, **values
        )

    def missing(self, status: int = 404) -> Page:
        """The page that says that there is none: honestly with 404, or softly with 200."""
        return html(self.not_found, status, dead=True)

    def not_found(self) -> str:
        return self.render("missing.html", title=self.voice("not found"), crumbs=self.crumbs(None))

    def fault(self) -> Page:
        return html(lambda: self.render("fault.html"), 500, dead=True)
