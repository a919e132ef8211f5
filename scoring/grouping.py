"""The cities of a round by one of their groups: each group described, and all of them tested against chance."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from anfang.model import RoundResults
from scoring.regions import groups
from scoring.regiontests import Group, GroupTest, group_of, group_test
from scoring.robustness import Robustness
from scoring.settings import Settings


@dataclass(frozen=True, slots=True)
class Grouping:
    by: str
    groups: Mapping[str, Group]
    test: GroupTest
    settings: Settings


def grouping(results: RoundResults, settings: Settings, *, by: str = "region", robust: Robustness | None = None) -> Grouping:
    """`robust` says how far a mean may be off by measuring; raises BadInput where no city has such a group."""
    error = robust.error if robust else None
    held = {name: {city.id: _points(results, city.id) for city in cities} for name, cities in groups(results.cities, by).items()}
    ranked = {name: {city: one for city, one in points.items() if one is not None} for name, points in held.items()}
    described = {name: group_of(name, points, error) for name, points in ranked.items()}
    return Grouping(by, described, group_test({name: list(points.values()) for name, points in ranked.items()}), settings)


def _points(results: RoundResults, city: str) -> float | None:
    card = results.scorecards.get(city)
    return card.headline if card and card.ranked else None
