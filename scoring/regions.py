"""Groups of cities side by side: by region, tier or any group that cities.yaml gives them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from statistics import fmean, pstdev

from anfang.errors import BadInput
from anfang.model import City, RegionRow, Scorecard
from anfang.schema import did_you_mean

TRIPS = "proc_trips"
"""The row whose sum over the steps is a city's number of trips to the hall."""


def regions(
    cities: Iterable[City], cards: Mapping[str, Scorecard], *, by: str = "region"
) -> tuple[RegionRow, ...]:
    """One row per group, best mean first, groups without a ranked city last. `by`: region, tier or a key of `groups`.

    Figures are over the group's ranked cities, trips over its cities where they are known. The standard deviation is
    that of a census (divided by n), None for a single city.
    """
    rows = [_row(name, [cards[city.id] for city in held]) for name, held in groups(cities, by).items()]
    return tuple(sorted(rows, key=lambda row: (row.mean is None, -(row.mean or 0.0), row.region)))


def groups(cities: Iterable[City], by: str) -> Mapping[str, Sequence[City]]:
    """Group -> its cities, in their order; raises BadInput where no city has such a group."""
    held = tuple(cities)
    found: dict[str, list[City]] = {}
    for city in held:
        if name := _group(city, by):
            found.setdefault(name, []).append(city)
    if held and not found:
        known = sorted({"region", "tier", *(key for city in held for key in city.groups)})
        raise BadInput(
            f"no city has a group {by!r}{did_you_mean(by, known)}",
            where="--by",
            mend=f"name one of {', '.join(known)}",
        )
    return found


def trips(card: Scorecard) -> float | None:
    """The city's number of trips over all steps; None where it is not known."""
    row = card.indicators.get(TRIPS)
    return row.value if row else None


def mean(figures: Iterable[float | None]) -> float | None:
    """Mean of the figures that are known; None where none is."""
    known = [figure for figure in figures if figure is not None]
    return fmean(known) if known else None


def _group(city: City, by: str) -> str:
    return {"region": city.region, "tier": city.tier}.get(by, city.groups.get(by, ""))


def _row(name: str, cards: Sequence[Scorecard]) -> RegionRow:
    ranked = [card for card in cards if card.ranked]
    points = [card.headline for card in ranked if card.headline is not None]
    dimensions = dict.fromkeys(key for card in cards for key in card.dimensions)
    return RegionRow(
        region=name,
        n=len(ranked),
        cities=len(cards),
        mean=mean(points),
        low=min(points, default=None),
        high=max(points, default=None),
        stdev=pstdev(points) if len(points) > 1 else None,
        dimensions={key: mean(card.dimensions[key].points for card in ranked) for key in dimensions},
        trips=mean(trips(card) for card in cards),
    )
