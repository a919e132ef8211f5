"""Where the instrument changed between two rounds, and by how much the change alone moves the points.

A bridge is one wave measured with both instruments (usually the older round measured again from its archive): the mean
difference between the two, over the cities ranked in both, is the step that the new instrument makes.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from anfang.errors import BadInput
from anfang.model import RoundResults
from scoring.compare import both, headline

Bridge = tuple[RoundResults, RoundResults]
"""One wave measured with the older and with the newer instrument."""


@dataclass(frozen=True, slots=True)
class Break:
    bridge: tuple[str, str]
    shift: float
    """What the new instrument adds to the points of the same portals."""
    cities: int
    """Cities that the shift rests on."""


def break_between(one: RoundResults, two: RoundResults, bridges: Sequence[Bridge]) -> Break | None:
    """The break between two rounds that follow each other; None where the instrument is the same. Raises BadInput without a bridge."""
    if one.instrument == two.instrument:
        return None
    for older, newer in bridges:
        if (older.instrument, newer.instrument) == (one.instrument, two.instrument):
            return _bridged(older, newer)
    raise BadInput(
        f"the instrument changed between {one.name} and {two.name}",
        where="--bridge",
        mend=f"measure {one.name} again from its archive with the new instrument and name both: --bridge {one.name}=NEW",
    )


def _bridged(older: RoundResults, newer: RoundResults) -> Break:
    shared = {city: card for city, card in older.scorecards.items() if city in newer.scorecards}
    pairs = both(shared, newer.scorecards, headline)
    if not pairs:
        where = f"{older.name}={newer.name}"
        raise BadInput("no city is ranked in both rounds of the bridge", where=where, mend="bridge with the same cities")
    shift = math.fsum(new - old for old, new in pairs.values()) / len(pairs)
    return Break((older.name, newer.name), shift, len(pairs))
