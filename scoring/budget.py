"""Weights from sharing out 100 points: the experts' mean, and how far they agree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from anfang.errors import BadInput
from scoring.matrix import Floats
from scoring.scipystats import stats

Budget = Mapping[str, float]
"""Thing -> points of the 100 given to it."""


def allotted(items: Sequence[str], budget: Budget) -> Floats:
    """Shares adding up to 1; raises BadInput for points that are missing, negative or do not add up to 100."""
    missing = [one for one in items if one not in budget]
    if missing:
        raise BadInput(f"no points for {', '.join(missing)}", mend="give every one its points; 0 is an answer")
    if wrong := [one for one in items if not (np.isfinite(budget[one]) and budget[one] >= 0)]:
        raise BadInput(f"{budget[wrong[0]]:g} points for {wrong[0]}", mend="give 0 to 100 points")
    total = sum(budget[one] for one in items)
    if abs(total - 100) > 0.01:
        raise BadInput(f"the points add up to {total:g}", mend=f"make them add up to 100 ({100 - total:+g})")
    return np.array([budget[one] / total for one in items])


def mean(shares: Sequence[Floats]) -> Floats:
    return np.mean(shares, axis=0)


def concordance(shares: Sequence[Floats]) -> float | None:
    """Kendall's W of the orders that the experts give, 0 none to 1 full agreement; None for one expert, or no order at all."""
    if len(shares) < 2 or len(shares[0]) < 2:
        return None
    orders: Floats = np.array([stats.rankdata(one) for one in shares])
    experts, things = orders.shape
    ties = sum(float((count**3 - count).sum()) for count in (np.unique(one, return_counts=True)[1] for one in orders))
    spread = float(((orders.sum(axis=0) - experts * (things + 1) / 2) ** 2).sum())
    most = experts**2 * (things**3 - things) - experts * ties
    return 12 * spread / most if most else None
