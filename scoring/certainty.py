"""How sure the figures of a round's products are: ranks, groups and, against an earlier round, every change."""

from __future__ import annotations

from dataclasses import dataclass

from anfang.model import RoundResults, Weights
from scoring.changes import Changes, changes
from scoring.grouping import Grouping, grouping
from scoring.retest import Retest
from scoring.robustness import Robustness, robustness
from scoring.settings import Settings


@dataclass(frozen=True, slots=True)
class Certainty:
    robust: Robustness | None
    """None where no city is ranked."""
    grouping: Grouping
    changes: Changes | None
    """None without an earlier round."""


def certainty(
    results: RoundResults, weights: Weights, settings: Settings, *, before: RoundResults | None = None, again: Retest | None = None
) -> Certainty:
    """`before`: an earlier round to compare with; raises BadInput where it cannot be compared."""
    ranked = any(card.ranked for card in results.scorecards.values())
    robust = robustness(results, settings, again) if ranked else None
    compared = changes(before, results, weights, settings, again) if before else None
    return Certainty(robust, grouping(results, settings, robust=robust), compared)
