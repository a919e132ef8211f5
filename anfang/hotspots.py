"""Problems that many cities share: one line per row and step, what costs the cities most first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from anfang.model import Department, Indicator, RoundResults
from anfang.worklist import Item


@dataclass(frozen=True, slots=True)
class HotSpot:
    indicator: Indicator
    step: str
    department: Department | None
    cities: tuple[str, ...]
    """Those that have the problem."""
    of: int
    """Cities where it was looked at."""
    gain: float
    """Points of the headline that mending it would add, all cities together."""
    repeated: int
    """Cities that had it in the round before."""

    @property
    def share(self) -> float:
        return len(self.cities) / self.of if self.of else 0.0


def hot_spots(results: RoundResults, items: Sequence[Item], least: int = 2) -> tuple[HotSpot, ...]:
    """Rows and steps that at least `least` cities have to mend."""
    found: dict[tuple[str, str], list[Item]] = {}
    for one in items:
        found.setdefault((one.problem.indicator.id, one.problem.step), []).append(one)
    spots = (_spot(results, held) for held in found.values())
    hot = [one for one in spots if len(one.cities) >= least]
    return tuple(sorted(hot, key=lambda one: (-one.gain, -len(one.cities), one.indicator.id, one.step)))


def _spot(results: RoundResults, held: Sequence[Item]) -> HotSpot:
    first = held[0].problem
    return HotSpot(
        first.indicator,
        first.step,
        held[0].department,
        tuple(dict.fromkeys(one.problem.city for one in held)),
        _looked(results, first.indicator, first.step),
        sum(one.gain or 0.0 for one in held),
        len({one.problem.city for one in held if one.past.history == "repeated"}),
    )


def _looked(results: RoundResults, row: Indicator, step: str) -> int:
    if row.over == "sum" and not step:
        return sum(card.indicators[row.id].points is not None for card in results.scorecards.values() if row.id in card.indicators)
    places = {one.city for one in results.observations if (one.indicator, one.step, one.status) == (row.id, step, "observed")}
    return len(places)
