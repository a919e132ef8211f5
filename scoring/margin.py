"""How far a share of answers may be off because only some people were asked.

Wilson's interval: it never leaves 0 to 1 and holds for few answers too. It knows of chance alone; who was asked, and who
did not answer, may put a survey further off.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from anfang.model import Json
from scoring.scipystats import stats


@dataclass(frozen=True, slots=True)
class Margin:
    group: str
    """'' for everybody."""
    good: float
    of: int
    share: float
    low: float
    high: float

    @property
    def half(self) -> float:
        """Half the width of the interval."""
        return (self.high - self.low) / 2


def margin(good: float, of: int, confidence: float, group: str = "") -> Margin:
    """Of `good` answers among `of` (above 0); `good` need not be whole where only a percentage was published."""
    share, z = good / of, float(stats.norm.ppf((1 + confidence) / 2))
    middle = (share + z * z / (2 * of)) / (1 + z * z / of)
    half = z / (1 + z * z / of) * math.sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    return Margin(group, good, of, share, max(0.0, middle - half), min(1.0, middle + half))


def margins(value: Json, part: str, of: str, confidence: float) -> tuple[Margin, ...]:
    """Everybody, then each of the value's `groups`, in their order."""
    groups: Mapping[str, Mapping[str, Any]] = value.get("groups") or {}
    told = (margin(one[part], one[of], confidence, name) for name, one in groups.items())
    return (margin(value[part], value[of], confidence), *told)


def joined(parts: Sequence[tuple[float, Margin]]) -> tuple[float, float] | None:
    """Index and half width of independent shares under their weights, in points; None without one."""
    total = math.fsum(weight for weight, _ in parts)
    if not total:
        return None
    index = math.fsum(weight * one.share for weight, one in parts) / total
    half = math.sqrt(math.fsum((weight * one.half) ** 2 for weight, one in parts)) / total
    return 100 * index, 100 * half
