from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from anfang.errors import BadInput
from anfang.evidence import EVIDENCE, EvidenceStore
from anfang.retention import KEPT, purge
from anfang.store import Store
from anfang.verify import verify
from tests.test_verify import MORNING, folder

assert folder, "the fixture"
LATER = MORNING + KEPT


def closed(round_: Path) -> Path:
    with Store.open(round_) as store:
        store.move("closed", at=MORNING, instrument="i1")
    return round_


def test_evidence_is_kept_while_the_round_is_open_or_within_its_retention(folder: Path) -> None:
    with pytest.raises(BadInput, match="the round is open"):
        purge(folder, at=LATER)
    with pytest.raises(BadInput, match="kept until 2027-03-02"):
        purge(closed(folder), at=LATER - timedelta(seconds=1))
    assert verify(folder).files == 3


def test_a_purge_removes_the_files_and_keeps_records_and_hashes(folder: Path) -> None:
    with Store.open(closed(folder)) as store:
        before = store.current_observations()
    assert purge(folder, at=LATER, record=False).files == 3
    assert len(list(EvidenceStore(folder / EVIDENCE))) == 3
    assert purge(folder, at=LATER).files == 3
    assert list(EvidenceStore(folder / EVIDENCE)) == []
    with Store.open(folder) as store:
        assert store.current_observations() == before
    found = verify(folder)
    assert (found.sound, found.purged) == (True, 3)


def test_a_purge_that_was_killed_is_finished_by_the_next(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    closed(folder)

    def killed(_file: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "unlink", killed)
    with pytest.raises(KeyboardInterrupt):
        purge(folder, at=LATER)
    monkeypatch.undo()
    assert verify(folder).sound
    assert purge(folder, at=LATER).files == 3
    assert verify(folder).sound
