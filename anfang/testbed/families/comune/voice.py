"""The voice of one portal: which wording of each label it uses, by its seed."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import TypeVar

from anfang.testbed.families.comune.wordings import WORDINGS

T = TypeVar("T")


class Voice:
    """Says every label one way throughout the portal. The same seed always speaks alike."""

    def __init__(self, seed: int, city: str) -> None:
        self.seed = seed
        self.city = city
        self._drawn: dict[str, float] = {}

    def __call__(self, key: str, **parts: object) -> str:
        """The portal's wording of a label, with `{city}` and other parts filled in.

        Raises KeyError for a label that is not in the wordings.
        """
        return self.pick(key, WORDINGS[key]).format(city=self.city, **parts)

    def pick(self, key: str, options: Sequence[T]) -> T:
        """One of the options: always the same for the same key."""
        if key not in self._drawn:
            self._drawn[key] = self.rng(key).random()
        return options[int(self._drawn[key] * len(options))]

    def some(self, key: str, options: Sequence[T], number: int) -> list[T]:
        """So many of the options, in their order (all where there are fewer)."""
        chosen = self.rng(key).sample(range(len(options)), min(number, len(options)))
        return [options[i] for i in sorted(chosen)]

    def shuffled(self, key: str, options: Sequence[T]) -> list[T]:
        """All options, in another order."""
        return self.rng(key).sample(options, len(options))

    def rng(self, key: str) -> Random:
        """A generator of its own for `key`."""
        return Random(f"comune:{self.seed}:{key}")
