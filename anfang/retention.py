"""Retention: raw evidence is purged when its time is over. The records stay, with the hashes of what they rested on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from anfang.custody import named, purged, record_purge
from anfang.errors import BadInput
from anfang.evidence import EVIDENCE, EvidenceStore
from anfang.rounds.lock import locked
from anfang.store import Store

KEPT = timedelta(days=365)
"""After the last attempt; docs/security.md says why."""


@dataclass(frozen=True, slots=True)
class Purged:
    files: int
    bytes: int
    until: datetime
    """Everything is kept until then at least."""


def purge(folder: Path, *, at: datetime, kept: timedelta = KEPT, record: bool = True) -> Purged:
    """Purge the raw evidence of a closed round whose retention is over; `record=False` only counts.

    Raises BadInput: still open, or still within its retention. The purge is recorded first: a crash in between leaves
    files that the next purge removes, never a file missing without a record.
    """
    with Store.open(folder) as store, locked(folder):
        until = _end(store, folder.name, at, kept)
        evidence = EvidenceStore(folder / EVIDENCE)
        known, gone = frozenset(evidence), purged(store)
        new = (known | {one.sha for one in named(store)}) - gone
        size = sum(evidence.path(sha).stat().st_size for sha in known)
        if not record:
            return Purged(len(known), size, until)
        if new:
            record_purge(store, new, at=at)
        for sha in known:
            evidence.path(sha).unlink()
    return Purged(len(known), size, until)


def _end(store: Store, name: str, at: datetime, kept: timedelta) -> datetime:
    if store.state() != "closed":
        raise BadInput(f"the round is {store.state()}", where=name, mend=f"close it first: anfang round close {name}")
    made = store.attempts()
    until = max((attempt.ended for attempt in made), default=at) + kept
    if until > at:
        mend = "wait, or shorten the retention with --keep-days"
        raise BadInput(f"its evidence is kept until {until.date()} ({kept.days} days)", where=name, mend=mend)
    return until
