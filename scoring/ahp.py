"""Weights from comparing two at a time (analytic hierarchy process): priorities, and whether the answers fit together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import cast

import numpy as np

from anfang.errors import BadInput
from scoring.matrix import Floats

LARGEST = 9.0
"""Saaty's scale: 1 alike ... 9 the first matters far more; fractions down to 1/9 for the second."""
ACCEPTED = 0.10
"""The consistency ratio up to which answers are taken to fit together."""
RANDOM = (0.0, 0.0, 0.0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.54, 1.56, 1.57, 1.59)
"""Saaty's mean consistency index of random answers, by the number of things compared."""

Judgements = Mapping[tuple[str, str], float]
"""(first, second) -> how many times as much the first matters."""


@dataclass(frozen=True, slots=True)
class Consistency:
    ratio: float
    """0 = no contradiction; above 0.10 the answers should be looked at again."""
    worst: tuple[str, str] | None
    """The pair whose answer fits the others least; None for fewer than three things."""
    given: float
    implied: float
    """What the other answers would have for that pair."""


def pairwise(items: Sequence[str], judgements: Judgements) -> Floats:
    """The matrix of ratios; raises BadInput for a pair that is missing, answered twice, or off the scale."""
    table = np.eye(len(items))
    for (at, one), (to, two) in combinations(enumerate(items), 2):
        answers = [judgements[pair] for pair in ((one, two), (two, one)) if pair in judgements]
        if len(answers) != 1:
            told = "is not answered" if not answers else "is answered twice"
            raise BadInput(f"the pair {one} : {two} {told}", mend="answer every pair once")
        ratio = judgements[one, two] if (one, two) in judgements else 1 / judgements[two, one]
        if not 1 / LARGEST - 1e-9 <= ratio <= LARGEST + 1e-9:
            raise BadInput(f"{ratio:g} for {one} : {two}", mend="answer with 1 to 9, or 1/2 to 1/9 where the second matters more")
        table[at, to], table[to, at] = ratio, 1 / ratio
    return table


def priorities(table: Floats) -> Floats:
    """Shares adding up to 1: the principal eigenvector, found by multiplying until it stays."""
    shares = np.full(len(table), 1 / len(table))
    for _ in range(10_000):
        after: Floats = table @ shares
        after /= after.sum()
        if float(np.abs(after - shares).max()) < 1e-14:
            return after
        shares = after
    return shares


def consistency(table: Floats, items: Sequence[str]) -> Consistency:
    size, shares = len(table), priorities(table)
    if size < 3:
        return Consistency(0.0, None, 1.0, 1.0)
    largest = float(((table @ shares) / shares).mean())
    index = (largest - size) / (size - 1)
    ratio = max(0.0, index / RANDOM[min(size, len(RANDOM) - 1)])
    implied: Floats = shares[:, None] / shares[None, :]
    off = np.triu(np.abs(np.log(table / implied)))
    at, to = cast("tuple[int, int]", np.unravel_index(int(off.argmax()), off.shape))
    worst = (items[at], items[to]) if ratio > 1e-9 else None
    return Consistency(ratio, worst, float(table[at, to]), float(implied[at, to]))


def together(tables: Sequence[Floats]) -> Floats:
    """One matrix of several experts: the geometric mean of their answers, which keeps a : b the inverse of b : a."""
    return np.exp(np.mean([np.log(table) for table in tables], axis=0))
