"""What stands around every page: menus, search box, enquiries, footer."""

from __future__ import annotations

from dataclasses import dataclass

from anfang.testbed.families.comune.addresses import slug
from anfang.testbed.families.comune.enquiries import Entry
from anfang.testbed.families.comune.site import Site
from anfang.testbed.families.comune.tree import Node

Link = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Chrome:
    login: str
    status: str
    scenario: str
    consult: Entry | None
    complaint: Entry | None
    footer: list[Link]
    legal: list[Link]
    sites: list[Link]
    suggestions: list[str]
    menu: list[Link]
    topics: list[Node]
    categories: list[Node]
    """Those that the home page features."""
    mail: str
    tax_code: str
    office_code: str


def menu(site: Site) -> list[Link]:
    """The main menu, in the order of the portal."""
    tree, voice = site.planting.tree, site.voice
    nodes = [(tree[key].title, tree[key].address) for key in ("administration", "services")]
    entries = [nodes[0], (voice("menu news"), site.url["news"]), nodes[1], (voice("menu living"), site.url["living"])]
    return voice.pick("menu order", (entries, [*entries[2:3], *entries[:2], entries[3]]))


def featured(site: Site, kind: str) -> list[Node]:
    """Lists that the home page itself leads to."""
    return [node for node in site.planting.tree.of_kind(kind) if node.parent is None]


def small_print(site: Site) -> tuple[str, str, str]:
    """Certified mail, tax number, office code."""
    rng = site.voice.rng("small print")
    host = slug(site.facts.name) or site.facts.id
    return (
        f"protocollo@pec.comune.{host}.test",
        f"9{rng.randint(10**9, 10**10 - 1)}",
        f"UF{rng.choice('ABCDEF')}{rng.choice('GHKLM')}{rng.randint(10, 99)}",
    )
