"""Yes or no before and after: how many cities gained, how many lost, and whether that is more than chance."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from anfang.model import Derived
from scoring.holm import holm
from scoring.scipystats import stats


@dataclass(frozen=True, slots=True)
class YesNo:
    """A count of both rounds over the cities where the answer is known in both."""

    id: str
    n: int
    before: int
    after: int
    gained: tuple[str, ...]
    lost: tuple[str, ...]
    chance: float
    """p of the exact McNemar test, two-sided."""
    corrected: float
    """The same after Holm over all counts."""


def yes_no(before: Iterable[Derived], after: Iterable[Derived]) -> tuple[YesNo, ...]:
    """The counts that both rounds made of cities (means over cities are none)."""
    earlier = {one.id: one for one in before if one.known}
    pairs = [(earlier[one.id], one) for one in after if one.known and one.id in earlier]
    found = [(one, _sides(one, two)) for one, two in pairs]
    told = [(one, sides) for one, sides in found if sides[0]]
    chances = {one.id: mcnemar(len(sides[3]), len(sides[4])) for one, sides in told}
    corrected = holm(chances)
    return tuple(
        YesNo(one.id, n, yes, now, gained, lost, chances[one.id], corrected[one.id] or 0.0)
        for one, (n, yes, now, gained, lost) in told
    )


def mcnemar(gained: int, lost: int) -> float:
    """Exact, two-sided: how easily so uneven a split of the cities that changed comes from a fair coin; 1 where none did."""
    return float(stats.binomtest(gained, gained + lost).pvalue) if gained + lost else 1.0


def _sides(one: Derived, two: Derived) -> tuple[int, int, int, tuple[str, ...], tuple[str, ...]]:
    """Cities known in both, yes before, yes after, gained, lost."""
    known = [city for city in two.known if city in set(one.known)]
    yes, now = set(one.cities), set(two.cities)
    gained = tuple(city for city in known if city in now and city not in yes)
    lost = tuple(city for city in known if city in yes and city not in now)
    return len(known), sum(city in yes for city in known), sum(city in now for city in known), gained, lost
