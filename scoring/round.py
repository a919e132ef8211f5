"""One round from observations to everything that its products are made of. Pure: values in, values out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from anfang.errors import BadInput
from anfang.model import Catalogue, City, Observation, Plan, RoundResults, Weights
from anfang.schema import did_you_mean
from scoring.aggregate import scorecards
from scoring.cellpoints import CellPoints
from scoring.cells import cells
from scoring.derived import derived
from scoring.frame import Frame, basket_share
from scoring.rank import rank
from scoring.regions import regions

NO_ADDRESS = "no portal address known"


def score_round(
    *,
    name: str,
    state: Literal["planned", "open", "closed"],
    plan: Plan,
    plan_hash: str,
    instrument: str,
    catalogue: Catalogue,
    cities: Iterable[City],
    observations: Iterable[Observation],
    weights: Weights,
) -> RoundResults:
    """Scores a round in any state.

    `observations` are the current ones, at most one per city, channel, step and row. Raises BadInput where one of them, or
    the plan's basket, does not belong to the instrument or to the round.
    """
    held, seen = tuple(cities), tuple(observations)
    _belong(plan, catalogue, held, seen)
    frame = Frame.of(catalogue, plan, weights)
    found = cells(seen, catalogue, plan)
    scored = scorecards(found, (city.id for city in held), frame, apart=_unvisited(plan, held, seen))
    return RoundResults(
        name=name,
        state=state,
        plan=plan,
        plan_hash=plan_hash,
        instrument=instrument,
        catalogue=catalogue,
        cities=held,
        observations=seen,
        scorecards=scored.cards,
        ranking=rank(scored.cards.values(), basket_share=basket_share(frame), left_out=scored.left_out),
        regions=regions(held, scored.cards),
        derived=derived(found, scored.cards, catalogue, plan, seen),
        points=CellPoints(found),
        weights=weights,
    )


def _unvisited(plan: Plan, cities: tuple[City, ...], seen: tuple[Observation, ...]) -> Mapping[str, str]:
    """Cities that could not be visited for want of an address, and were not observed otherwise."""
    observed = {one.city for one in seen}
    return {
        city.id: NO_ADDRESS
        for city in cities
        if city.id not in observed and not any(city.portals.get(channel) for channel in plan.channels)
    }


def _belong(
    plan: Plan, catalogue: Catalogue, cities: tuple[City, ...], seen: tuple[Observation, ...]
) -> None:
    rows, known = {row.id for row in catalogue.indicators}, {city.id for city in cities}
    for name in plan.basket:
        if name not in rows:
            raise BadInput(
                f"unknown row {name!r}{did_you_mean(name, rows)}",
                where="basket",
                mend="name rows of the catalogue",
            )
    if len(known) < len(cities):
        raise BadInput("a city is there twice", where="cities", mend="give every city an id of its own")
    for city in {one.city for one in seen} - known:
        raise BadInput(
            f"observations of {city!r}, which is not in the round{did_you_mean(city, known)}",
            where="observations",
            mend="add the city to the round or take its observations out",
        )
