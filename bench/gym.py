"""Simulated portals visited by an ordinary round, and what was seen of their truth: shared by the benches of accuracy."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from anfang import results as rounds
from anfang.demo.accuracy import accuracy_of, majority
from anfang.demo.simulated import SimulatedRound
from anfang.model import RoundResults
from anfang.store import Store
from anfang.testbed.accuracy import Accuracy
from anfang.testbed.draw import generate
from anfang.testbed.facts import PortalFacts
from anfang.testbed.families import load
from anfang.testbed.places import invent
from anfang.testbed.server import Testbed

MOMENT = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
WINDOW = ("2026-03-02", "2026-03-13")


@dataclass(frozen=True, slots=True)
class Cost:
    """What the visits of a round took."""

    loads: float
    """Page loads: median over the visits."""
    most: int
    cpu: float
    """Seconds of CPU a visit, of Python and browser together, mean."""


def portals(names: Sequence[str], cities: int, seed: int) -> tuple[PortalFacts, ...]:
    """So many portals of each family, all families where none is named, at host names that tell the family."""
    held, drawn = load(), list[PortalFacts]()
    for family in (held[name] for name in names or held):
        # A family's cities are its own, whatever other families are asked for beside it.
        at = [one.name for one in held.values() if one.lang == family.lang].index(family.name) * cities
        own = invent(at + cities, family.lang)[at:]
        named = [replace(place, id=f"{family.name}{n:02d}") for n, place in enumerate(own, start=1)]
        drawn.extend(generate(named, seed, only=(family.name,)))
    return tuple(drawn)


async def measure(folder: Path, drawn: tuple[PortalFacts, ...], *, workers: int | None = None) -> RoundResults:
    """A round over the portals, loaded back from its store."""
    made = SimulatedRound(folder, drawn, MOMENT, WINDOW, "bench", folder.parent / f"{folder.name}.yaml")
    async with Testbed(drawn) as bed:
        await made.make(port=bed.port, workers=workers)
    return rounds.load(folder.name, folder.parent)


def costs(folder: Path, drawn: Iterable[PortalFacts]) -> Mapping[str, Cost]:
    """By family."""
    family = {facts.id: facts.family for facts in drawn}
    with Store.open(folder) as store:
        made = [one for one in store.attempts() if one.complete]
    by = {name: [one for one in made if family[one.city] == name] for name in dict.fromkeys(family.values())}
    return {
        name: Cost(
            median(one.page_loads for one in own),
            max(one.page_loads for one in own),
            sum(one.cpu_s or 0 for one in own) / len(own),
        )
        for name, own in by.items()
        if own
    }


def of_family(results: RoundResults, drawn: Sequence[PortalFacts], family: str) -> Accuracy:
    """What was seen of one family's truth."""
    return accuracy_of({results.name: (results, tuple(facts for facts in drawn if facts.family == family))})


def share(tally: Mapping[str, float], key: str) -> str:
    return f"{tally[key]:.1%}"


def line(found: Accuracy) -> tuple[str, ...]:
    """n, values equal, points equal, always the most frequent value, wrong, missing."""
    tally = found.overall
    return (
        f"{tally['n']:g}", share(tally, "value_equal"), share(tally, "points_equal"), f"{majority(found):.1%}",
        f"{tally['wrong'] / tally['n']:.1%}", f"{tally['missing'] / tally['n']:.1%}",
    )  # fmt: skip


def told(value: object) -> str:
    """A value on one line, short enough for a table."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return text if len(text) <= 70 else text[:67] + "..."
