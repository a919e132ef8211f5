"""The other items of the portal: neighbours of the steps and what a city offers besides, with short guides of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from anfang.testbed.families.platform.choices import Choices
from anfang.testbed.families.platform.trades import STEP_TRADES, TRADES, Trade


@dataclass(frozen=True, slots=True)
class Service:
    id: str
    name: str
    trade: Trade


class Catalogue:
    """Every other item, by id and by trade."""

    def __init__(self, pick: Choices) -> None:
        self._pick = pick
        self.all = tuple(
            Service(pick.guid("service", name), name, trade) for trade in TRADES for name in trade.services
        )
        self.by_id = {service.id: service for service in self.all}

    def of(self, trades: Iterable[Trade], key: str) -> Iterator[Service]:
        """The trades' items in an order of `key`'s own, then all others: no list runs dry."""
        depts = {trade.dept for trade in trades}
        for near in (True, False):
            yield from self._pick.mixed(f"{near}:{key}", [one for one in self.all if (one.trade.dept in depts) == near])

    def number_of(self, trades: Iterable[Trade]) -> int:
        return sum(len(trade.services) for trade in trades)

    def popular(self) -> list[Service]:
        """What the home page shows at once: one near neighbour of each step and some of other trades."""
        near = [self.all_of(trade)[self._pick.rng("near", trade.dept).randrange(3)] for trade in STEP_TRADES.values()]
        others = [service for service in self.all if service.trade not in STEP_TRADES.values()]
        return self._pick.mixed("popular", near + self._pick.mixed("others", others)[:5])

    def all_of(self, trade: Trade) -> list[Service]:
        return [service for service in self.all if service.trade == trade]
