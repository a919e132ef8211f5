"""The form of a language's wordings: one pool per service item, and what every item of the language shares.

No text holds a telephone number or the label of another element, so that a wording never contradicts a planted fact.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random

from anfang.testbed.facts import Material


@dataclass(frozen=True, slots=True)
class Item:
    """Wordings of one service item; a text is drawn from each pool. `{city}` is the city's name."""

    names: tuple[str, ...]
    legal_basis: tuple[str, ...]
    conditions: tuple[str, ...]
    materials: tuple[Material, ...]
    """In the order of the list."""
    process: tuple[tuple[str, ...], ...]
    authority: tuple[str, ...]
    results: tuple[str, ...]
    fees: tuple[str, ...]
    statutory: tuple[int, ...]
    """Working days."""
    hotline: str
    """The trade's public hotline: a consultation number everywhere in the country."""


@dataclass(frozen=True, slots=True)
class Pool:
    """All wordings of a language."""

    items: Mapping[str, Item]
    """By step."""
    catch_all: tuple[str, ...]
    """Materials that could be anything (法律法规规定的其他材料)."""
    hours: tuple[str, ...]
    """Office hours; at least one open on Saturdays, most not."""
    audiences: tuple[str, ...]
    item_types: tuple[str, ...]
    placeholders: tuple[str, ...]
    """Texts that say nothing."""
    nothing: str
    """The placeholder that is an answer for fee (free) and conditions (none): 无."""
    hotline: str
    """The one number of the city for everything (12345): both phones may be it."""
    well_formed: re.Pattern[str]
    """A telephone number's digits."""
    together: str
    """Name of an item that combines two: two places to fill in."""
    online: str
    """In the first step of a process that starts online."""
    electronic: str
    """In a result that is a file."""
    number: Callable[[Random], str]
    """A well-formed number that belongs to nobody."""
    malformed: Callable[[Random], str]
    """A number with digits missing."""
    hall: Callable[[Random, str], str]
    """An address with street, number and (mostly) window, from the city's name."""
