"""How much of what was planted was seen, over both rounds together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from anfang.model import Catalogue, Json, Observation, RoundResults
from anfang.testbed.accuracy import Accuracy, Points, accuracy
from anfang.testbed.facts import PortalFacts
from anfang.testbed.truth import truth
from scoring.cells import cells
from scoring.gates import CORE, unusable
from scoring.goalposts import points

Sighted = Mapping[str, tuple[RoundResults, tuple[PortalFacts, ...]]]
"""Name of a round -> what was measured and what was planted."""


def accuracy_of(rounds: Sighted) -> Accuracy:
    """Accuracy over the rows of every round; the misses name their `round` besides the city."""
    planted = {
        _in(name, facts.id): truth(facts) for name, (_, portals) in rounds.items() for facts in portals
    }
    seen = [
        replace(row, city=_in(name, row.city))
        for name, (results, _) in rounds.items()
        for row in told(results)
    ]
    catalogue = next(results.catalogue for results, _ in rounds.values())
    found = accuracy(planted, seen, worth(catalogue))
    return replace(found, misses=tuple(_split(miss) for miss in found.misses))


def told(results: RoundResults) -> Iterator[Observation]:
    """The observations, and the derived gate as if it had been observed."""
    yield from results.observations
    found = cells(results.observations, results.catalogue, results.plan)
    for city in results.cities:
        number = unusable(found.get((city.id, CORE), {}), results.catalogue, results.plan)
        status = "not_observed" if number is None else "observed"
        yield Observation(city.id, "portal", "", "gate_service", status, number)


def worth(catalogue: Catalogue) -> Points:
    """The points of single values by the catalogue's goalposts; None for rows that are never scored."""
    rules = {row.id: row.score for row in catalogue.indicators}

    def of(indicator: str, value: Json) -> float | None:
        rule = rules[indicator]
        return None if rule is None else points(rule, value)

    return of


def _in(name: str, city: str) -> str:
    return f"{name}/{city}"


def _split(miss: Mapping[str, Json]) -> Mapping[str, Json]:
    name, _, city = str(miss["city"]).partition("/")
    return {"round": name, **miss, "city": city}


def majority(found: Accuracy) -> float:
    """What always answering the most frequent true value of each row would get right, over all rows."""
    return _share((row["majority_baseline"], row["n"]) for row in found.indicators.values())


def _share(parts: Iterable[tuple[float, float]]) -> float:
    held = tuple(parts)
    total = sum(n for _, n in held)
    return sum(share * n for share, n in held) / total if total else 0.0
