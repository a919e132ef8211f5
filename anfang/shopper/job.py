"""What a visit is given and what it hands back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from anfang.model import City, Json, Observation
from anfang.shopper.limits import Limits


@dataclass(frozen=True, slots=True)
class VisitJob:
    """One mystery-shopper run to make: round x city x scenario x channel."""

    city: City
    channel: str
    scenario: str
    steps: tuple[str, ...]
    basket: tuple[str, ...]
    lab: bool
    now: datetime
    """Aware; the moment at which the visit starts."""
    limits: Limits | None = None
    """What live field work keeps to; None in the lab."""


@dataclass(frozen=True, slots=True)
class DiaryEntry:
    """One step of the shopper's diary, kept whether it worked or not."""

    title: str
    ok: bool
    reason: str = ""
    url: str = ""
    clicks: int = 0
    screenshot: str = ""
    snapshot: str = ""
    seconds: float = 0.0
    searches: tuple[str, ...] = ()
    """Hashes of the records of the searches made (search_record.py)."""


@dataclass(frozen=True, slots=True)
class VisitRecord:
    """What one attempt of a visit brought home."""

    outcome: Literal["measured", "home_dead", "blocked"]
    observations: tuple[Observation, ...] = ()
    diary: tuple[DiaryEntry, ...] = ()
    page_loads: int = 0
    signature: Mapping[str, Json] = field(default_factory=dict[str, Json])
    """How the home page answered: status, committed, finished, bytes, failure text, script answers."""
    refused: tuple[str, ...] = ()
    """Requests that the policy of field work refused."""
    reason: str = ""
    trail: str = ""
    """Hash of the archived trail (archive.py), '' where there was nothing to judge."""
