"""Is a change of the same cities more than chance? Tests that assume no shape of the changes, an interval, a size.

The cities are a census, not a sample: the tests ask how easily changes of this size would come out with their signs dealt
at random, and the interval says how far the mean rests on which cities there are.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product

import numpy as np

from scoring.matrix import Floats
from scoring.scipystats import stats
from scoring.settings import Comparing
from scoring.summary import hodges_lehmann

EXACT = 14
"""Up to so many cities all signs are tried; above, as many at random as the settings say."""


@dataclass(frozen=True, slots=True)
class Paired:
    n: int
    mean: float
    typical: float
    """Hodges-Lehmann: the median of the means of all pairs of changes."""
    low: float
    high: float
    """Bootstrap interval (BCa) of the mean change."""
    wilcoxon: float | None
    """p of the signed-rank test; None for a single city."""
    flips: float | None
    """p of the sign-flip permutation test of the mean; None for a single city."""
    effect: float
    """Matched-pairs rank-biserial correlation: -1 all fell ... 1 all rose, by ranks of how far."""
    standardised: float | None
    """Mean change / standard deviation of the changes; None where they do not vary."""
    rose: int
    fell: int


def paired(changes: Iterable[float], settings: Comparing, seed: int) -> Paired | None:
    """Of the changes of the cities; None without one."""
    # Rounded, so that equal changes tie whatever the last digit of a difference.
    found: Floats = np.round(np.array(list(changes), dtype=np.float64), 9)
    if not len(found):
        return None
    low, high = interval(found, settings, seed)
    spread = float(found.std(ddof=1)) if len(found) > 1 else 0.0
    alone = len(found) < 2
    return Paired(
        n=len(found),
        mean=float(found.mean()),
        typical=hodges_lehmann(found.tolist()) or 0.0,
        low=low,
        high=high,
        wilcoxon=None if alone else signed_rank(found),
        flips=None if alone else sign_flip(found, settings.resamples, seed),
        effect=rank_biserial(found),
        standardised=float(found.mean()) / spread if spread > 1e-12 else None,
        rose=int((found > 0).sum()),
        fell=int((found < 0).sum()),
    )


def signed_rank(changes: Floats) -> float:
    """p of Wilcoxon's signed-rank test, two-sided, changes of 0 left out; 1 where nothing changed."""
    moved = changes[changes != 0]
    return float(stats.wilcoxon(moved).pvalue) if len(moved) else 1.0


def sign_flip(changes: Floats, resamples: int, seed: int) -> float:
    """p of the mean change when every sign is dealt anew, two-sided: exact for few cities, else by random signs."""
    reached = abs(float(changes.mean())) - 1e-12
    if len(changes) <= EXACT:
        signs = np.array(list(product((1.0, -1.0), repeat=len(changes))))
        return float((np.abs(signs @ changes) / len(changes) >= reached).mean())
    rng, beyond = np.random.default_rng([seed, 1]), 0
    for size in _parts(resamples, max(1, 2_000_000 // len(changes))):
        signs = 1.0 - 2.0 * rng.integers(2, size=(size, len(changes)))
        beyond += int((np.abs(signs @ changes) / len(changes) >= reached).sum())
    return (beyond + 1) / (resamples + 1)


def _parts(whole: int, size: int) -> list[int]:
    return [min(size, whole - start) for start in range(0, whole, size)]


def interval(changes: Floats, settings: Comparing, seed: int) -> tuple[float, float]:
    """Bootstrap interval of the mean, bias-corrected and accelerated; a point where all changes are alike."""
    if len(changes) < 2 or float(np.ptp(changes)) < 1e-9:
        return float(changes.mean()), float(changes.mean())
    found = stats.bootstrap(
        (changes,),
        np.mean,
        confidence_level=settings.confidence,
        n_resamples=settings.resamples,
        batch=max(1, 2_000_000 // len(changes)),
        method="BCa",
        rng=np.random.default_rng([seed, 2]),
    ).confidence_interval
    return float(found.low), float(found.high)


def rank_biserial(changes: Floats) -> float:
    """(ranks of the rises - ranks of the falls) / all ranks, over the sizes of the changes; 0 where nothing changed."""
    moved = changes[changes != 0]
    if not len(moved):
        return 0.0
    order: Floats = stats.rankdata(np.abs(moved))
    return float((order * np.sign(moved)).sum() / order.sum())
