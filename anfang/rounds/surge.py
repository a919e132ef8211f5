"""A surge: many cities dead at once. Portals do not die together, the way to them does."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from anfang.store import Attempt

CITIES = 3
"""Other cities that must be dead too."""
SHARE = 0.3
"""... and their share of the other cities tried."""
WITHIN = timedelta(minutes=10)

DEAD = ("suspect", "portal", "surge")


def surge(made: Attempt, others: Iterable[Attempt]) -> tuple[str, ...]:
    """The other cities that were found dead around the moment of an attempt; () where that is no surge.

    Of each city its last attempt of that time counts.
    """
    last = {
        other.city: other
        for other in sorted(others, key=lambda one: one.ended)
        if other.city != made.city and abs(other.ended - made.ended) <= WITHIN
    }
    dead = tuple(sorted(city for city, other in last.items() if other.failure in DEAD))
    return dead if len(dead) >= CITIES and len(dead) >= SHARE * len(last) else ()
