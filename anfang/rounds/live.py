"""Live field work: what a run of a round on real portals has that the lab does not need."""

from __future__ import annotations

import asyncio
import hashlib
from collections import defaultdict
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import httpx

from anfang import __version__, authorisation
from anfang.authorisation import Authorisation
from anfang.errors import Refused
from anfang.evidence import EvidenceStore
from anfang.exchange import write_whole
from anfang.rounds.controls import Controls
from anfang.rounds.pace import Pace
from anfang.rounds.plan import refuse_live, refuse_remote
from anfang.shopper.robots import Robots
from anfang.store import Store

DEADLINE = 15.0


@dataclass(slots=True)
class Live:
    """The authorisation in force and what the visits of a run share under it; `granted` is None in the lab."""

    store: Store
    evidence: EvidenceStore
    granted: Authorisation | None = None
    http: httpx.AsyncClient | None = None
    turns: defaultdict[str, asyncio.Lock] = field(default_factory=lambda: defaultdict(asyncio.Lock))

    @property
    def controls(self) -> Controls:
        return Controls(self.granted.controls if self.granted else ())

    def pace(self, city: str, channel: str) -> Pace | None:
        """The limits of one visit; None in the lab."""
        if self.granted is None or self.http is None:
            return None
        return Pace(self.store, city, channel, self.granted, Robots(self.http, self.evidence), turns=self.turns)


@asynccontextmanager
async def field_work(store: Store, evidence: EvidenceStore, *, at: datetime) -> AsyncGenerator[Live]:
    """What the run may do. Raises Refused: no authorisation, not covered by it, root, an address not of the lab."""
    if store.plan().lab:
        refuse_remote(store.cities())
        yield Live(store, evidence)
        return
    granted = permitted(store.folder, at)
    authorisation.refuse_uncovered(granted, store.cities(), at)
    agent = {"User-Agent": f"Anfang/{__version__} (+{granted.contact})"}
    async with httpx.AsyncClient(timeout=DEADLINE, headers=agent, follow_redirects=True) as http:
        yield Live(store, evidence, granted, http)


def permitted(folder: Path, at: datetime) -> Authorisation:
    """The authorisation kept with the round, noted with its hash. Raises Refused where there is none, or as root."""
    file = folder / authorisation.FILE
    granted = authorisation.load(file) if file.is_file() else None
    refuse_live(lab=False, granted=granted)
    if granted is None:
        raise Refused("no authorisation")
    with Store.open(folder) as store:
        sha = hashlib.sha256(file.read_bytes()).hexdigest()
        store.deviate(f"field work under the authorisation of {granted.who} (sha256 {sha})", at=at)
    return granted


def keep(file: Path, folder: Path) -> None:
    """Keep a copy of the authorisation with the round."""
    write_whole(folder / authorisation.FILE, file.read_bytes())
