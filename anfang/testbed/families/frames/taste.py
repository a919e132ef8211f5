"""The seed's choices: every wording, order and layout of a portal comes from here."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import TypeVar

from anfang.testbed.families.frames.labels import LABELS
from anfang.testbed.families.frames.words import WORDS

T = TypeVar("T")

_ALL = {**WORDS, **LABELS}


class Taste:
    """Choices by key: the same seed and key always choose the same, and keys do not disturb each other."""

    def __init__(self, seed: int, city: str) -> None:
        self.seed = seed
        self.city = city

    def rng(self, key: str) -> Random:
        return Random(f"frames/{self.seed}/{key}")

    def pick(self, key: str, options: Sequence[T]) -> T:
        return self.rng(key).choice(options)

    def flag(self, key: str, chance: float = 0.5) -> bool:
        return self.rng(key).random() < chance

    def shuffled(self, key: str, things: Sequence[T]) -> list[T]:
        return self.rng(key).sample(things, len(things))

    def number(self, key: str, low: int, high: int) -> int:
        return self.rng(key).randint(low, high)

    def word(self, key: str) -> str:
        """The portal's wording of a label."""
        return self.pick(f"word/{key}", _ALL[key].split("|")).replace("{city}", self.city)
