"""Tie bands: cities whose lead is inside the noise stand together, best first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from scoring.spread import Spread


def bands(found: Spread, order: Sequence[str], apart: float) -> Mapping[str, int]:
    """City -> number of its band. A band ends where its first city is ahead of the next one in at least `apart` of the draws."""
    numbered: dict[str, int] = {}
    place = {city: at for at, city in enumerate(found.cities)}
    band, first = 0, None
    for city in order:
        if first is None or first[place[city]] >= apart:
            band, first = band + 1, found.beats(city)
        numbered[city] = band
    return numbered
