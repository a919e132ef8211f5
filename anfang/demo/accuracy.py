"""How much of what was planted was seen, over both rounds together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from anfang.model import Catalogue, Json, Observation, RoundResults
from anfang.testbed.accuracy import Accuracy, Points, accuracy
from anfang.testbed.facts import PortalFacts
from anfang.testbed.truth import truth
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
    """The observations, and the gates that follow from them as if they had been observed."""
    yield from results.observations
    for city, card in results.scorecards.items():
        yield from (_gate(city, gate, raised) for gate, raised in card.gates.items())


def worth(catalogue: Catalogue) -> Points:
    """The points of single values by the catalogue's goalposts; None for rows that are never scored."""
    rules = {row.id: row.score for row in catalogue.indicators}

    def of(indicator: str, value: Json) -> float | None:
        rule = rules[indicator]
        return None if rule is None else points(rule, value)

    return of


def _gate(city: str, gate: str, raised: bool | None) -> Observation:
    status = "not_observed" if raised is None else "observed"
    return Observation(city, "portal", "", gate, status, raised)


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
