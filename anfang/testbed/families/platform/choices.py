"""The free choices of one portal, all made by its seed: the same seed and key always give the same answer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import md5
from random import Random
from typing import TypeVar

from anfang.testbed.families.platform.words import WORDS

T = TypeVar("T")


class Choices:
    """A generator per key, so that a new choice never shifts the others."""

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._words: dict[str, str] = {}

    def rng(self, *key: object) -> Random:
        return Random(":".join(map(str, (self._seed, *key))))

    def one(self, key: str, options: Sequence[T]) -> T:
        return self.rng(key).choice(options)

    def word(self, key: str) -> str:
        """The portal's wording of a label, a menu entry, a heading or a button."""
        if key not in self._words:
            self._words[key] = self.one(f"word:{key}", WORDS[key])
        return self._words[key]

    def chance(self, key: str, rate: float) -> bool:
        return self.rng(key).random() < rate

    def mixed(self, key: str, things: Iterable[T]) -> list[T]:
        """The things in an order of the portal's own."""
        order = list(things)
        self.rng(key).shuffle(order)
        return order

    def guid(self, *key: object) -> str:
        """An identifier as the platform's database hands it out."""
        return md5(":".join(map(str, (self._seed, *key))).encode(), usedforsecurity=False).hexdigest()

    def digits(self, key: str, number: int) -> str:
        return "".join(self.rng(key).choices("0123456789", k=number))
