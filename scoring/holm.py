"""Many tests at once: Holm's correction, so that one of twenty does not stand out by chance alone."""

from __future__ import annotations

from collections.abc import Mapping


def holm(chances: Mapping[str, float | None]) -> Mapping[str, float | None]:
    """Name -> the p-value after Holm over those that are known; None stays None.

    The smallest is multiplied by the number of tests, the next by one less, and so on; none is smaller than one before it.
    """
    known = sorted((chance, name) for name, chance in chances.items() if chance is not None)
    found: dict[str, float | None] = dict.fromkeys(chances)
    reached = 0.0
    for at, (chance, name) in enumerate(known):
        reached = max(reached, min(1.0, (len(known) - at) * chance))
        found[name] = reached
    return found
