"""Shelves: the pages of the directories, each with categories beneath it and a list of items on one or more pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Literal

from anfang.testbed.families.platform.catalogue import Catalogue, Service
from anfang.testbed.families.platform.choices import Choices
from anfang.testbed.families.platform.trades import Trade


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a list: an item's guide, or a main item whose page lists several."""

    name: str
    kind: Literal["guide", "shelf"]
    id: str


@dataclass(slots=True)
class Shelf:
    id: str
    title: str
    trades: tuple[Trade, ...] = ()
    parent: Shelf | None = None
    kids: list[Shelf] = field(default_factory=list["Shelf"])
    """Categories beneath it."""
    mains: list[Shelf] = field(default_factory=list["Shelf"])
    first: list[Entry] = field(default_factory=list[Entry])
    """What must stand on its first page."""
    second: list[Entry] = field(default_factory=list[Entry])
    pages: list[list[Entry]] = field(default_factory=list[list[Entry]])

    @property
    def trail(self) -> list[Shelf]:
        """From its tree's root to itself."""
        return [*(self.parent.trail if self.parent else ()), self]

    def child(self, pick: Choices, title: str, trades: tuple[Trade, ...]) -> Shelf:
        return Shelf(pick.guid("shelf", self.id, title), title, trades, self)


def fill(shelf: Shelf, catalogue: Catalogue, pick: Choices, size: int) -> None:
    """Lists of other items around what was placed. The first page is full wherever there is a second."""
    own = catalogue.number_of(shelf.trades)
    services = catalogue.of(shelf.trades, shelf.id)
    if shelf.second:
        rest = [*_take(services, pick.rng("third", shelf.id).randint(2, max(2, own - 2 * size)))]
        wanted = [(shelf.first, size), (shelf.second, size)]
    else:
        length = max(len(shelf.first) + 1, min(own, pick.rng("length", shelf.id).randint(5, size)))
        rest, wanted = [], [(shelf.first, length)]
    shelf.pages = [_page(placed, number, services, pick, f"{shelf.id}:{n}") for n, (placed, number) in enumerate(wanted)]
    if not shelf.second and len(shelf.pages[0]) == size:
        rest = [*_take(services, max(0, min(own - size, size - 1)))]
    if rest:
        shelf.pages.append(rest)


def _page(placed: list[Entry], number: int, services: Iterator[Service], pick: Choices, key: str) -> list[Entry]:
    return pick.mixed(f"page:{key}", [*placed, *_take(services, max(0, number - len(placed)))])


def _take(services: Iterator[Service], number: int) -> Iterator[Entry]:
    return (Entry(service.name, "guide", service.id) for service in islice(services, number))
