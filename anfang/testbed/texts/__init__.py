"""What the guides of invented cities say: a pool of wordings for each language."""

from __future__ import annotations

from importlib import import_module

from anfang.testbed.facts import Lang
from anfang.testbed.texts.pool import Item, Pool

__all__ = ["STEPS", "Item", "Pool", "pool"]

STEPS = ("registration", "seal", "invoice", "social_insurance")


def pool(lang: Lang) -> Pool:
    """The wordings of a language.

    Raises ModuleNotFoundError where nobody has written them.
    """
    return import_module(f"{__name__}.{lang}").POOL
