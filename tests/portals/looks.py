"""Trails written by hand from captured pages."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime

from anfang.model import City
from anfang.shopper.lexicon import load
from anfang.shopper.page import Page
from anfang.shopper.trail import Look, Trail, Way

STEPS = ("registration", "seal", "invoice", "social_insurance")
NOW = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
CITY = City("qinghe", "清河市", "Qinghe", "east", portals={"portal": "http://qinghe.portal.test/"})


def look(role: str, page: Page, step: str = "", **more: object) -> Look:
    """The shopper stood on the page and looked."""
    snapshot = hashlib.sha256(page.snapshot.packed(page.text)).hexdigest()
    return Look(role, step, page, snapshot, **more)  # type: ignore[arg-type]


def trail(*looks: Look) -> Trail:
    """A visit that saw these looks; every step without a guide among them was searched for to the end."""
    made = Trail(CITY, "portal", STEPS, load("zh"), NOW, list(looks))
    for step in STEPS:
        found = made.first("guide", step)
        made.ways[step] = Way(2 if found else None, proved=found is not None)
    return made
