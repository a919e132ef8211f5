"""What people said, kept beside a round: written once, never changed, told apart from what was seen."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from anfang.errors import BadInput
from anfang.exchange import write_whole
from anfang.model import Catalogue, Evidence, Observation, Plan
from anfang.storage.canonical import dumps

FILE = "survey.json"


def keep(folder: Path, found: Sequence[Observation]) -> bool:
    """Write a round's survey; False where the same is there already. Raises BadInput where another one is."""
    path, text = folder / FILE, dumps([_plain(one) for one in found])
    if path.is_file():
        if path.read_text(encoding="utf-8") == text:
            return False
        raise BadInput("the round has a survey already", where=str(path), mend="what was recorded is never changed: import it with another round")
    write_whole(path, text.encode())
    return True


def load(folder: Path) -> tuple[Observation, ...]:
    """The survey of a round; empty without one. Raises BadInput where the file is damaged."""
    path = folder / FILE
    if not path.is_file():
        return ()
    try:
        return tuple(_observation(one) for one in json.loads(path.read_text(encoding="utf-8")))
    except (ValueError, KeyError, TypeError) as bad:
        raise BadInput(f"damaged: {bad}", where=str(path), mend="restore the file, or remove it and import the survey again") from bad


def planned(plan: Plan, found: Iterable[Observation], catalogue: Catalogue) -> Plan:
    """The plan with the rows that the survey adds; they weigh something only where a file of weights says so."""
    rows = {one.indicator for one in found} - set(plan.basket)
    return replace(plan, basket=(*plan.basket, *(row.id for row in catalogue.indicators if row.id in rows))) if rows else plan


def _plain(one: Observation) -> dict[str, Any]:
    notes = [item.note for item in one.evidence]
    when = one.observed_at.isoformat() if one.observed_at else None
    return {"city": one.city, "indicator": one.indicator, "value": one.value, "sources": notes, "observed_at": when}


def _observation(told: dict[str, Any]) -> Observation:
    proofs = tuple(Evidence(note=note) for note in told["sources"])
    when = datetime.fromisoformat(told["observed_at"]) if told["observed_at"] else None
    return Observation(told["city"], "survey", "", told["indicator"], "observed", told["value"], None, proofs, when, "", "survey")
