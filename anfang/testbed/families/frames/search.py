"""The search for services: what it finds, and in which order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from anfang.testbed.families.frames.doors import how
from anfang.testbed.families.frames.entries import Entry
from anfang.testbed.families.frames.items import Item
from anfang.testbed.families.frames.news import matching
from anfang.testbed.families.frames.site import Site

MOST = 10


@dataclass(frozen=True, slots=True)
class Found:
    entry: Entry
    kind: str
    """guide or news."""
    words: str


def found(asked: str, site: Site) -> list[Found]:
    """The results for what was asked; a step's guide at its planted place, or not at all."""
    asked = asked.strip()
    if not asked:
        return []
    guide = _guide(asked, site)
    if guide:
        return _ranked(guide, site)
    return _others(asked, _close(asked, site), site)[:MOST]


def _guide(asked: str, site: Site) -> Item | None:
    """The guide whose name was asked for, or a part of it that belongs to no other."""
    named = [item for item in site.items.guides.values() if item.name == asked]
    if named:
        return named[0]
    part = [item for item in site.items.guides.values() if len(asked) > 3 and (asked in item.name or item.name in asked)]
    return part[0] if len(part) == 1 else None


def _ranked(item: Item, site: Site) -> list[Found]:
    rank = item.guide.search_rank if item.guide else None
    near = list(site.items.others(item.trade))
    if rank is None and site.taste.flag(f"nothing found/{item.number}", 0.3):
        return []
    others = _others(item.name, near, site)
    return others[:MOST] if rank is None else [*others[: rank - 1], _service(item, site), *others[rank - 1 : MOST - 1]]


def _others(asked: str, near: Sequence[Item], site: Site) -> list[Found]:
    """Services first, a few articles after them; or the other way round, where the portal mixes them."""
    services = [_service(item, site) for item in near[:6]]
    told = [
        Found(Entry(one.title, site.url("article", one.number), how("results", site)), "news", one.paragraphs[0])
        for one in matching(asked, site.taste)[:3]
    ]
    return [*told, *services] if site.taste.flag("news first", 0.3) else [*services, *told]


def _service(item: Item, site: Site) -> Found:
    words = f"{item.name}，{site.word('detail')}"
    return Found(Entry(item.name, site.url("guide", item.number), how("results", site)), "guide", words)


def _close(asked: str, site: Site) -> list[Item]:
    """Other services that share most neighbouring characters with what was asked."""
    pairs = {asked[n : n + 2] for n in range(len(asked) - 1)} or {asked}
    scored = [(sum(pair in item.name for pair in pairs), item) for item in site.items.all if not item.guide]
    return [item for _, item in sorted(_some(scored), key=lambda pair: -pair[0])]


def _some(scored: Iterable[tuple[int, Item]]) -> Iterable[tuple[int, Item]]:
    return (pair for pair in scored if pair[0])
