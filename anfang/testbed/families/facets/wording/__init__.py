"""Every word of the portal's own: three or more ways to say each, of which the seed takes one."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

from anfang.testbed.families.facets.wording.channels import CHANNELS
from anfang.testbed.families.facets.wording.desk import DESK
from anfang.testbed.families.facets.wording.elements import ELEMENTS
from anfang.testbed.families.facets.wording.fields import FIELDS
from anfang.testbed.families.facets.wording.notices import NOTICES
from anfang.testbed.families.facets.wording.site import SITE
from anfang.testbed.families.facets.wording.start import START

__all__ = ["TABLES", "Words"]

Table = Mapping[str, tuple[str, ...]]

TABLES: Table = {**SITE, **ELEMENTS, **DESK, **CHANNELS, **FIELDS, **NOTICES, **START}
"""Key -> its wordings. `{city}` is the city's name, other braces are filled where the word is used."""


class Words:
    """One portal's choice of wordings."""

    def __init__(self, seed: int, city: str) -> None:
        self._chosen = {key: _one(seed, key, options).replace("{city}", city) for key, options in TABLES.items()}

    def __getitem__(self, key: str) -> str:
        return self._chosen[key]

    def everything(self) -> dict[str, str]:
        """All of them, for the pages' script."""
        return dict(self._chosen)


def _one(seed: int, key: str, options: tuple[str, ...]) -> str:
    return Random(f"{seed}:word:{key}").choice(options)
