"""How far two observers of the same things agree: share, Cohen's kappa, Krippendorff's alpha (nominal and interval)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence

import numpy as np

Pair = tuple[Hashable, Hashable]


def share(pairs: Sequence[Pair]) -> float | None:
    """Share of the pairs that agree; None without a pair."""
    return sum(one == two for one, two in pairs) / len(pairs) if pairs else None


def kappa(pairs: Sequence[Pair]) -> float | None:
    """Cohen's kappa: agreement above chance. None without a pair, or where all are one and the same value."""
    if not pairs:
        return None
    left, right = Counter(one for one, _ in pairs), Counter(two for _, two in pairs)
    chance = sum(left[value] * right[value] for value in left) / len(pairs) ** 2
    return None if chance >= 1 else ((share(pairs) or 0.0) - chance) / (1 - chance)


def alpha(pairs: Sequence[Pair]) -> float | None:
    """Krippendorff's alpha for two observers and nominal values. None without a pair or without any difference of values."""
    values = Counter(value for pair in pairs for value in pair)
    total = sum(values.values())
    expected = total**2 - sum(count**2 for count in values.values())
    if not expected:
        return None
    observed = sum(one != two for one, two in pairs) * 2
    return 1 - (total - 1) * observed / expected


def interval_alpha(pairs: Sequence[tuple[float, float]]) -> float | None:
    """Krippendorff's alpha for two observers where the distance of two values is the square of their difference."""
    if not pairs:
        return None
    figures = np.array(pairs, dtype=np.float64)
    expected = 2 * figures.size * float(figures.var(ddof=1)) if figures.size > 1 else 0.0
    observed = 2 * float(((figures[:, 0] - figures[:, 1]) ** 2).sum())
    return 1 - observed / expected if expected else None
