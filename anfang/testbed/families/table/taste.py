"""A portal's free choices (wordings, order, decoration), drawn from its seed: the same seed, the same portal."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Taste:
    seed: int

    def _random(self, key: str) -> random.Random:
        return random.Random(f"table:{self.seed}:{key}")

    def pick(self, key: str, options: Sequence[T]) -> T:
        """One of `options`; the same key always takes the same one."""
        return self._random(key).choice(options)

    def chance(self, key: str, share: float = 0.5) -> bool:
        return self._random(key).random() < share

    def some(self, key: str, options: Sequence[T], n: int) -> list[T]:
        """`n` of `options` (all, if there are fewer) in a drawn order."""
        return self._random(key).sample(options, min(n, len(options)))

    def number(self, key: str, low: int, high: int) -> int:
        return self._random(key).randint(low, high)
