"""How much of what applies to a city was scored, and which rows too many cities lack."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence

from scoring.frame import EQUAL, Frame
from scoring.rows import Row
from scoring.tree import Node

Rows = Mapping[str, Row]
"""The rows of one city."""


def coverages(rows: Rows, shares: Mapping[str, Mapping[str, float]]) -> Mapping[str, float | None]:
    """Node -> weight of what was scored / weight of what applies; None where no row applies.

    `shares`: node -> row -> the row's share of the node.
    """
    return {name: _coverage(rows, leaves) for name, leaves in shares.items()}


def leaf_shares(nodes: Sequence[Node]) -> Mapping[str, Mapping[str, float]]:
    """Every node of the trees -> the share of each row below it."""
    return {node.id: node.leaves() for tree in nodes for node in tree.all()}


def too_little(covered: Mapping[str, float | None], frame: Frame) -> str:
    """Why a city is not ranked: the dimensions of the headline that are covered less than the plan asks; '' where none is."""
    low = [
        f"{name} {share:.0%}"
        for name in frame.headline
        if (share := covered[name]) is not None and share < frame.plan.coverage - EQUAL
    ]
    if low:
        return f"coverage below {frame.plan.coverage:.0%}: {', '.join(low)}"
    return "" if any(covered[name] is not None for name in frame.headline) else "no row of the headline applies"


def scarce(panel: Sequence[Rows], frame: Frame) -> Mapping[str, str]:
    """The rows of the headline that are missing in more than the plan's share of the cities, with the reason."""
    out: dict[str, str] = {}
    for row in frame.counted:
        gaps = [rows[row] for rows in panel if rows[row].applicable and rows[row].share < 1]
        lacking = math.fsum(1 - gap.share for gap in gaps)
        if lacking > frame.plan.left_out_share * len(panel) + EQUAL:
            out[row] = _why(gaps, lacking, len(panel), frame.plan.left_out_share)
    return out


def _coverage(rows: Rows, leaves: Mapping[str, float]) -> float | None:
    applicable = [(share, rows[name].share) for name, share in leaves.items() if rows[name].applicable]
    if not applicable:
        return None
    scored = math.fsum([share * part for share, part in applicable])
    return scored / math.fsum([share for share, _ in applicable])


def _why(gaps: Sequence[Row], lacking: float, of: int, allowed: float) -> str:
    kinds = Counter("partly" if gap.score.points is not None else gap.score.status for gap in gaps)
    told = ", ".join(f"{kind} {count}" for kind, count in sorted(kinds.items()))
    return f"missing in {lacking:g} of {of} cities, more than {allowed:.0%} ({told})"
