"""Everything that is said of two rounds: figures, tests, exact decompositions, classes of cities, counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from anfang.model import Change, Comparison, RoundResults, Scorecard, Weights
from scoring.compare import Figure, both, compared, dimension, headline, indicator
from scoring.decompose import Decomposition, averaged, decompose
from scoring.holm import holm
from scoring.matched import Panel, matched
from scoring.mcnemar import YesNo, yes_no
from scoring.movements import Movements, movements
from scoring.paired import Paired, paired
from scoring.published import Published, published
from scoring.regions import TRIPS, groups, trips
from scoring.regiontests import SMALLEST
from scoring.retest import Retest
from scoring.settings import Settings
from scoring.stepsums import step_changes
from scoring.tree import Node


@dataclass(frozen=True, slots=True)
class Tested:
    found: Paired
    corrected: float | None
    """p of the sign-flip test after Holm over all that were tested beside it."""


@dataclass(frozen=True, slots=True)
class Changes:
    comparison: Comparison
    settings: Settings
    """With the seed."""
    root: Node
    """The tree of both headlines."""
    headline: Paired | None
    trips: Paired | None
    steps: Mapping[str, Change]
    """Step -> mean trips before and after; they add up to the change of the trips."""
    dimensions: Mapping[str, Tested]
    indicators: Mapping[str, Tested]
    regions: Mapping[str, Tested]
    """Regions of at least three cities."""
    counts: tuple[YesNo, ...]
    nation: Decomposition | None
    """Of the mean change over the matched panel."""
    parts: Mapping[str, Decomposition]
    """Region -> the same."""
    cities: Mapping[str, Decomposition]
    published: Published | None
    """From the rounds' own headlines to their change."""
    movements: Movements | None
    retest: Retest | None


def changes(
    before: RoundResults, after: RoundResults, weights: Weights, settings: Settings, retest: Retest | None = None
) -> Changes:
    """Compares two rounds; raises BadInput where they cannot be compared."""
    held = matched(before, after, weights)
    test = _Tests(held, settings)
    cities = {city: part for city in held.ranked if (part := _city(held, city))}
    return Changes(
        comparison=compared(held, before, after),
        settings=settings,
        root=held.root,
        headline=test.of(headline),
        trips=test.of(trips),
        steps=step_changes(held, held.frame.catalogue[TRIPS]) if _has(held, TRIPS) else {},
        dimensions=test.each({node.id: dimension(node.id) for node in held.root.all() if node.id != held.root.id}),
        indicators=test.each({row.id: indicator(row.id) for row in held.frame.basket}),
        regions=test.regions(),
        counts=yes_no(before.derived, after.derived),
        nation=averaged(list(cities.values())),
        parts=_regions(held, cities),
        cities=cities,
        published=published(before, after, weights),
        movements=movements(held, settings, retest),
        retest=retest,
    )


def points(card: Scorecard) -> Mapping[str, float | None]:
    """Row -> points of a card."""
    return {name: score.points for name, score in card.indicators.items()}


def _has(held: Panel, row: str) -> bool:
    return any(one.id == row for one in held.frame.basket)


def _city(held: Panel, city: str) -> Decomposition | None:
    was, now = points(held.before[city]), points(held.after[city])
    return decompose(held.root, was.get, held.root, now.get)


def _regions(held: Panel, cities: Mapping[str, Decomposition]) -> Mapping[str, Decomposition]:
    inside = {name: [cities[one.id] for one in members if one.id in cities] for name, members in groups(held.cities, "region").items()}
    return {name: part for name, parts in inside.items() if (part := averaged(parts))}


@dataclass(frozen=True, slots=True)
class _Tests:
    held: Panel
    settings: Settings

    def of(self, figure: Figure, cities: Iterable[str] | None = None) -> Paired | None:
        """The paired test of a figure over the cities where it is known in both rounds."""
        wanted = None if cities is None else set(cities)
        pairs = both(self.held.before, self.held.after, figure)
        moved = (two - one for city, (one, two) in sorted(pairs.items()) if wanted is None or city in wanted)
        return paired(moved, self.settings.comparison, self.settings.seed)

    def each(self, figures: Mapping[str, Figure]) -> Mapping[str, Tested]:
        return _corrected({name: self.of(figure) for name, figure in figures.items()})

    def regions(self) -> Mapping[str, Tested]:
        ranked: Sequence[str] = self.held.ranked
        inside = {name: [one.id for one in members if one.id in ranked] for name, members in groups(self.held.cities, "region").items()}
        return _corrected({name: self.of(headline, cities) for name, cities in inside.items() if len(cities) >= SMALLEST})


def _corrected(found: Mapping[str, Paired | None]) -> Mapping[str, Tested]:
    known = {name: one for name, one in found.items() if one}
    chances = holm({name: one.flips for name, one in known.items()})
    return {name: Tested(one, chances[name]) for name, one in known.items()}
