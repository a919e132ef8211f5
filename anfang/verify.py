"""Is a round what was recorded? The database, the plan, the hash chain and every evidence file, each by its own hash."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from anfang.custody import Named, named, purged
from anfang.errors import VerificationFailed
from anfang.evidence import EVIDENCE, EvidenceStore
from anfang.storage import chain
from anfang.store import Store

Told = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Verification:
    """What was checked and what was wrong; `faults` name the item and what is the matter with it."""

    head: str
    links: int
    files: int
    bytes: int
    purged: int
    faults: tuple[str, ...]

    @property
    def sound(self) -> bool:
        return not self.faults


def verify(folder: Path, *, head: str = "", told: Told | None = None) -> Verification:
    """Check the round in `folder`. `head`: one that was printed earlier (12 digits or more), to be found in the chain.

    `told` is called with (files checked, files in all). Raises BadInput (no such round), VerificationFailed (no store).
    """
    with Store.open(folder) as store:
        wanted = {one.sha: one for one in reversed(named(store))}
        gone, now, faults = purged(store), store.head(), [*_store_faults(store, head)]
        with store.transaction() as connection:
            links = len(chain.links(connection))
    evidence, size = EvidenceStore(folder / EVIDENCE), 0
    present = {sha: one for sha, one in wanted.items() if sha not in gone}
    for count, (sha, one) in enumerate(sorted(present.items()), 1):
        found, fault = _file(evidence, sha, one)
        size += found
        faults += [fault] if fault else []
        if told:
            told(count, len(present))
    return Verification(now, links, len(present), size, len(gone), tuple(faults))


def _store_faults(store: Store, head: str) -> Iterator[str]:
    with store.transaction() as connection:
        for answer in connection.exec_driver_sql("PRAGMA integrity_check").scalars():
            if answer != "ok":
                yield f"database: {answer}"
        for broken in connection.exec_driver_sql("PRAGMA foreign_key_check").all():
            yield f"database: a row of {broken[0]} refers to nothing"
        yield from _chain_faults(connection, head)
    try:
        store.plan_hash()
    except VerificationFailed as changed:
        yield f"plan: {changed}"


def _chain_faults(connection: Connection, head: str) -> Iterator[str]:
    before, heads = chain.START, set[str]()
    for link in chain.links(connection):
        place = f"chain: link {link.position} ({link.kind} {link.row})"
        found = chain.digest_of(connection, link.kind, link.row)
        if found is None:
            yield f"{place}: what it stands for is gone"
        elif found != link.digest:
            yield f"{place}: what it stands for was changed"
        before = chain.joined(before, link.kind, link.digest)
        if before != link.head:
            yield f"{place}: it does not follow from the link before it"
            before = link.head
        heads.add(link.head)
    yield from (f"chain: {kind} {row} is in no link" for kind, row in chain.unlinked(connection))
    if head and not any(known.startswith(head.lower()) for known in heads):
        yield f"chain: the head {head} is not among its {len(heads)} links; something was left out or changed since"


def _file(evidence: EvidenceStore, sha: str, one: Named) -> tuple[int, str]:
    place = f"evidence: {sha} ({one.city}, {one.what}, attempt {one.attempt})"
    try:
        data = evidence.path(sha).read_bytes()
    except KeyError:
        return 0, f"{place} is missing"
    except OSError as bad:
        return 0, f"{place} cannot be read: {bad.strerror}"
    same = hashlib.sha256(data).hexdigest() == sha
    return len(data), "" if same else f"{place} is not what was stored"
