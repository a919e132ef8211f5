"""The portal's services: the guides of the steps and the other services, each with a number of its own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from anfang.testbed.facts import PortalFacts, StepFacts
from anfang.testbed.families.frames.taste import Taste
from anfang.testbed.families.frames.trades import OTHER_TRADES, STEP_TRADES, Trade


@dataclass(frozen=True, slots=True)
class Item:
    """A service with a page of its own. `guide` is its planted facts, None for the others."""

    number: str
    name: str
    trade: Trade
    near: bool
    guide: StepFacts | None = None


class Items:
    def __init__(self, facts: PortalFacts, taste: Taste) -> None:
        plain = [item for trade in (*STEP_TRADES, *OTHER_TRADES) for item in _others(trade, taste)]
        guides = [Item("", step.name, _trade(step.step), True, step) for step in facts.guides]
        mixed = taste.shuffled("item numbers", [*plain, *guides])
        first = taste.number("first item", 1001, 4200)
        self.all = tuple(
            Item(str(first + 7 * n), item.name, item.trade, item.near, item.guide) for n, item in enumerate(mixed)
        )
        self.guides = {item.guide.step: item for item in self.all if item.guide}

    def others(self, trade: Trade) -> tuple[Item, ...]:
        """What else the trade has, in the trade's order: the near ones first."""
        order = [*trade.near, *trade.far]
        own = [item for item in self.all if item.trade is trade and not item.guide]
        return tuple(sorted(own, key=lambda item: next(n for n, names in enumerate(order) if item.name in names.split("|"))))

    def guide(self, trade: Trade) -> Item | None:
        """The step's guide that stands in this trade's lists, if there is one."""
        return self.guides.get(trade.key)


def _others(trade: Trade, taste: Taste) -> Iterable[Item]:
    for near, wordings in ((True, trade.near), (False, trade.far)):
        for names in wordings:
            yield Item("", taste.pick(f"item/{names}", names.split("|")), trade, near)


def _trade(step: str) -> Trade:
    return next(trade for trade in STEP_TRADES if trade.key == step)
