"""Dealing codes to cities and items: at given rates, better codes rather to better cities, the same for the same seed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from random import Random
from typing import Any

from anfang.testbed.places import Place
from anfang.testbed.rates import REGIONS, Rates, Round

Key = tuple[str, str]
"""(city, step); step '' for what a portal has once."""

AT_LEAST = 3
"""Every code is dealt at least so often in each round, where there are portals enough."""

SPREAD = 0.4
"""Standard deviation of a city's own standing; that of a single row's luck is 1."""


class Dealer:
    """Deals the codes of one round.

    Each city has a standing (its region's and its own), each row of a city its own luck. `during` keeps both and adds
    a small drift, so that most of what was dealt before stays, much that changes gets better (the rates do), and some
    cities fall.
    """

    def __init__(self, seed: int, round: Round, places: Iterable[Place]) -> None:
        self._seed = seed
        self._round: Round = round
        self._standing = {
            place.id: REGIONS.get(place.region, 0.0) + SPREAD * self._luck("city", place.id) for place in places
        }

    def rng(self, *key: object) -> Random:
        """A generator of its own for `key`, the same in both rounds."""
        return Random(":".join(map(str, (self._seed, *key))))

    def deal(self, row: str, keys: Iterable[Key], rates: Rates, *, at_least: int = AT_LEAST) -> dict[Key, Any]:
        """A code for every key; `rates` in the order of best to worst."""
        best_first = sorted(keys, key=lambda key: (-self._chance(row, *key), key))
        counts = _counts(len(best_first), {code: rate[self._round == "during"] for code, rate in rates.items()}, at_least)
        codes = [code for code in rates for _ in range(counts[code])]
        return dict(zip(best_first, codes, strict=True))

    def _chance(self, row: str, city: str, step: str) -> float:
        return self._standing[city] + self._luck(row, city, step)

    def _luck(self, *key: str) -> float:
        luck = self.rng("luck", *key).gauss(0, 1)
        drift = self.rng("drift", *key).gauss(0, 0.25)
        return luck + drift if self._round == "during" else luck


def _counts(n: int, rates: Mapping[Any, float], at_least: int) -> Counter[Any]:
    """How often each code is dealt among n: its rate, but `at_least` times where n allows; the commonest gives way."""
    bounds = list(rates.items())
    counts: Counter[Any] = Counter(_at((i + 0.5) / n, bounds) for i in range(n))
    if n < 2 * at_least * len(rates):
        return counts
    for code in rates:
        short = max(0, at_least - counts[code])
        counts[code] += short
        counts[max(counts, key=lambda other: counts[other])] -= short
    return counts


def _at(quantile: float, bounds: list[tuple[Any, float]]) -> Any:
    total = 0.0
    for code, rate in bounds:
        total += rate
        if quantile < total:
            return code
    return bounds[-1][0]
