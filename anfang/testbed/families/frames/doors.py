"""Entries to the lists of services: the hub, the indexes by theme and by department, short cuts, the guides."""

from __future__ import annotations

from typing import Literal

from anfang.testbed.families.frames.entries import PLAIN, SCRIPTED, Entry
from anfang.testbed.families.frames.items import Item
from anfang.testbed.families.frames.plan import lift
from anfang.testbed.families.frames.shelves import Part, Shelf
from anfang.testbed.families.frames.site import Site

Manner = Literal["page", "office", "dialog"]
"""How an index shows its lists: as a page, beside a frame, in a dialog."""


def manner(index: str, site: Site) -> Manner:
    manners: tuple[Manner, ...] = ("page", "office", "dialog") if index == "firms" else ("page", "dialog")
    return "page" if index == "people" else site.taste.pick(f"manner/{index}", manners)


def how(group: str, site: Site) -> str:
    """How the links of a group are written: half of the groups plainly."""
    return site.taste.pick(f"how/{group}", PLAIN + PLAIN[:1] + SCRIPTED[:4])


def hub(site: Site) -> Entry:
    return Entry(site.word("hub"), site.url("hub"), picture="hub")


def index(name: str, site: Site) -> Entry:
    """The entry to people, firms or depts."""
    if manner(name, site) == "dialog":
        return Entry(site.word(name), site.url("chooser", "sx" if name == "firms" else "bm"), "dialog", name)
    return Entry(site.word(name), site.url(name), picture=name)


def lifted(site: Site) -> list[Entry]:
    """The index to which the home page leads by itself, if there is one."""
    name = lift(site.taste)
    return [index(name, site)] if name else []


def shelf(one: Shelf, site: Site, page: str = "list") -> Entry:
    return Entry(one.label, site.url(page, one.code))


def short_cuts(level: int, site: Site) -> list[Entry]:
    return [shelf(one, site) for one in site.shelves.at(level)]


def part(one: Shelf, part: Part, site: Site, page: str) -> Entry:
    return Entry(part.label, site.url(page, part_code(one, part)))


def part_code(one: Shelf, part: Part) -> str:
    return f"{one.code}{one.parts.index(part) + 1}" if one.split else one.code


def item(one: Item, site: Site) -> Entry:
    return Entry(one.name, site.url("guide", one.number), how("items", site))


def direct(site: Site) -> list[Entry]:
    """Guides to which the home page itself leads."""
    guides = site.items.guides.values()
    return [item(one, site) for one in guides if one.guide and one.guide.way == 1]
