from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from anfang.storage import chain
from anfang.store import Attempt, Store
from tests.sample import CITIES, OBSERVATIONS, PLAN

MORNING = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
MADE = Attempt("qinghe", "portal", MORNING, MORNING, "measured", complete=True)
SEEN = tuple(one for one in OBSERVATIONS if one.city == "qinghe")


def test_every_record_moves_the_head_on_from_the_one_before(tmp_path: Path) -> None:
    with Store.create(tmp_path / "spring", PLAN, CITIES, at=MORNING) as store:
        heads = [store.head()]
        store.move("open", at=MORNING, instrument="i1")
        heads.append(store.head())
        store.record_attempt(MADE, observations=SEEN)
        heads.append(store.head())
        store.deviate("Linhai moved its portal", at=MORNING)
        heads.append(store.head())
        with store.transaction() as connection:
            links = chain.links(connection)
            assert tuple(chain.unlinked(connection)) == ()
    assert [link.kind for link in links] == ["state", "state", "attempt", "deviation"]
    assert [link.head for link in links] == heads
    for before, link in zip([chain.START, *heads], links, strict=False):
        assert link.head == hashlib.sha256(f"{before} {link.kind} {link.digest}".encode()).hexdigest()


def test_the_digest_of_an_attempt_follows_from_all_that_it_brought(tmp_path: Path) -> None:
    digests: list[str] = []
    for number, (made, seen) in enumerate([(MADE, SEEN), (replace(MADE, page_loads=1), SEEN), (MADE, SEEN[:-1])]):
        with Store.create(tmp_path / str(number), PLAN, CITIES, at=MORNING) as store:
            store.record_attempt(made, observations=seen)
            with store.transaction() as connection:
                digests.append(chain.links(connection)[-1].digest)
    assert len(set(digests)) == 3
