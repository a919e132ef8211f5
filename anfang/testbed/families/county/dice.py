"""Choices that follow from a portal's seed and from nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from random import Random
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Dice:
    """Each key has a throw of its own, so that a new choice does not change the others."""

    seed: int

    def rng(self, *key: object) -> Random:
        return Random(":".join(map(str, ("county", self.seed, *key))))

    def pick(self, key: object, options: Sequence[T]) -> T:
        return self.rng("pick", key).choice(options)

    def chance(self, key: object, share: float) -> bool:
        return self.rng("chance", key).random() < share

    def shuffled(self, key: object, items: Iterable[T]) -> list[T]:
        mixed = list(items)
        self.rng("shuffle", key).shuffle(mixed)
        return mixed
