"""The lists of services: one by theme and one by department for each trade, on one page or on two, whole or by kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from anfang.testbed.facts import PortalFacts
from anfang.testbed.families.frames.items import Item, Items
from anfang.testbed.families.frames.plan import Kind, Spot, lift, spots, stands_also, usual_level
from anfang.testbed.families.frames.taste import Taste
from anfang.testbed.families.frames.trades import OTHER_TRADES, STEP_TRADES, Trade

Page = tuple[Item, ...]
ON_A_PAGE = 5


@dataclass(frozen=True, slots=True)
class Part:
    """The services of one kind in a list, or (without a label) all of them; on one page or on two."""

    label: str
    pages: tuple[Page, ...]


@dataclass(frozen=True, slots=True)
class Shelf:
    code: str
    kind: Kind
    trade: Trade
    label: str
    level: int
    """Clicks from the home page; below the usual one a short cut leads there."""
    parts: tuple[Part, ...]

    @property
    def split(self) -> bool:
        return len(self.parts) > 1


class Shelves:
    def __init__(self, facts: PortalFacts, items: Items, taste: Taste) -> None:
        self._items = items
        self._taste = taste
        self._spots = spots(facts, taste)
        self.themes = tuple(self._shelf(trade, "theme") for trade in self._ordered("theme"))
        self.depts = tuple(self._shelf(trade, "dept") for trade in self._ordered("dept"))
        self.all = (*self.themes, *self.depts)

    def at(self, level: int) -> list[Shelf]:
        """Lists to which a short cut leads at this distance from the home page."""
        chosen = [one for one in self.all if one.level == level < usual_level(one.kind, lift(self._taste))]
        return self._taste.shuffled(f"short cuts/{level}", chosen)

    def _ordered(self, kind: Kind) -> list[Trade]:
        return self._taste.shuffled(f"trades/{kind}", (*STEP_TRADES, *OTHER_TRADES))

    def _shelf(self, trade: Trade, kind: Kind) -> Shelf:
        label = self._taste.pick(f"shelf/{kind}/{trade.key}", (trade.theme if kind == "theme" else trade.dept).split("|"))
        spot = self._spots.get(trade.key)
        main = spot if spot and spot.kind == kind else None
        level = main.level if main else self._level(trade, kind)
        return Shelf(self._code(trade, kind), kind, trade, label, level, self._parts(trade, kind, main))

    def _level(self, trade: Trade, kind: Kind) -> int:
        """Short cuts to other trades' lists keep those of the steps company."""
        usual = usual_level(kind, lift(self._taste))
        if trade in STEP_TRADES:
            return usual
        return min(usual, self._taste.pick(f"level/{kind}/{trade.key}", (1, 2, 3, 3)))

    def _code(self, trade: Trade, kind: Kind) -> str:
        keys = [one.key for one in self._taste.shuffled(f"codes/{kind}", (*STEP_TRADES, *OTHER_TRADES))]
        return f"{'01' if kind == 'theme' else '02'}{keys.index(trade.key) + 1:02d}"

    def _parts(self, trade: Trade, kind: Kind, main: Spot | None) -> tuple[Part, ...]:
        others, guide = list(self._items.others(trade)), self._items.guide(trade)
        if main and guide and main.slack:
            by_kind = main.slack == 2 or self._taste.flag(f"by kind/{trade.key}")
            return self._by_kind(trade, others, guide, main.slack) if by_kind else (self._turned(others, guide),)
        here = guide and (main or (guide.guide and stands_also(guide.guide, kind, self._taste)))
        listed = [guide, *others] if here and guide else others
        return (Part("", (tuple(self._taste.shuffled(f"list/{kind}/{trade.key}", listed)),)),)

    def _by_kind(self, trade: Trade, others: Sequence[Item], guide: Item, slack: int) -> tuple[Part, ...]:
        """The guide's kind with its neighbours, on its first page or its second, and two other kinds."""
        labels = [self._taste.pick(f"part/{names}", names.split("|")) for names in trade.subs.split(";")]
        near, far = [item for item in others if item.near], [item for item in others if not item.near]
        mixed = tuple(self._taste.shuffled(trade.key, [guide, *near]))
        pages = (tuple(near[:4]), (guide, *near[4:])) if slack == 2 else (mixed,)
        cut = len(far) // 2
        parts = [Part(labels[0], pages), Part(labels[1], (tuple(far[:cut]),)), Part(labels[2], (tuple(far[cut:]),))]
        return tuple(self._taste.shuffled(f"parts/{trade.key}", parts))

    def _turned(self, others: Sequence[Item], guide: Item) -> Part:
        mixed = self._taste.shuffled(f"turned/{guide.number}", others)
        rest = self._taste.shuffled(f"rest/{guide.number}", [guide, *mixed[ON_A_PAGE:]])
        return Part("", (tuple(mixed[:ON_A_PAGE]), tuple(rest)))
