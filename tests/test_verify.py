from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from anfang.custody import record_purge
from anfang.evidence import EVIDENCE, EvidenceStore
from anfang.model import Evidence
from anfang.store import FILE, Attempt, Store
from anfang.verify import verify
from tests.sample import CITIES, PLAN, seen

MORNING = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A round of one city with two observations that rest on one snapshot each, and an archived trail."""
    evidence = EvidenceStore(tmp_path / "spring" / EVIDENCE)
    shas = [evidence.put(text.encode(), "json.gz") for text in ("home", "guide", "trail")]
    with Store.create(tmp_path / "spring", PLAN, CITIES, at=MORNING) as store:
        store.move("open", at=MORNING, instrument="i1")
        rows = [
            seen("qinghe", row, value, evidence=(Evidence(quote="办理地点", snapshot=sha),))
            for row, value, sha in (("tech_load", 3.0, shas[0]), ("guide_logic", 9, shas[1]))
        ]
        made = Attempt("qinghe", "portal", MORNING, MORNING, "measured", complete=True, trail=shas[2])
        store.record_attempt(made, observations=rows)
    return tmp_path / "spring"


def behind_our_back(folder: Path, *statements: str) -> None:
    """Change the store as someone would who knows SQLite, triggers included."""
    with sqlite3.connect(folder / FILE) as raw:
        names = raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for (name,) in names:
            raw.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            raw.execute(statement)


def test_a_sound_round_is_counted(folder: Path) -> None:
    found = verify(folder)
    assert found.sound
    assert (found.links, found.files, found.bytes, found.purged) == (3, 3, len("home" + "guide" + "trail"), 0)


def evidence_file(folder: Path, content: bytes) -> Path:
    return next(file for file in (folder / EVIDENCE).rglob("*.json.gz") if file.read_bytes() == content)


@pytest.mark.parametrize(
    ("harm", "told"),
    [
        (lambda f: behind_our_back(f, "UPDATE observations SET value = '1' WHERE indicator = 'tech_load'"), "was changed"),
        (lambda f: behind_our_back(f, "UPDATE attempts SET outcome = 'blocked'"), "was changed"),
        (lambda f: behind_our_back(f, "DELETE FROM observations WHERE indicator = 'tech_load'"), "was changed"),
        (lambda f: behind_our_back(f, "DELETE FROM chain WHERE kind = 'attempt'"), "attempt 1 is in no link"),
        (lambda f: behind_our_back(f, "DELETE FROM states WHERE state = 'open'"), "link 2 (state 2): what it stands for is gone"),
        (lambda f: behind_our_back(f, f"UPDATE chain SET head = '{'0' * 64}' WHERE position = 2"), "does not follow"),
        (lambda f: behind_our_back(f, "UPDATE meta SET value = replace(value, '0.7', '0.1')"), "plan: "),
        (lambda f: evidence_file(f, b"guide").write_bytes(b"glide"), "guide_logic, attempt 1) is not what was stored"),
        (lambda f: evidence_file(f, b"home").unlink(), "tech_load, attempt 1) is missing"),
        (lambda f: evidence_file(f, b"trail").unlink(), "trail, attempt 1) is missing"),
    ],
)  # fmt: skip
def test_every_harm_is_named(folder: Path, harm: Callable[[Path], object], told: str) -> None:
    harm(folder)
    assert any(told in fault for fault in verify(folder).faults), verify(folder).faults


def test_a_head_printed_earlier_proves_that_nothing_was_left_out(folder: Path) -> None:
    printed = verify(folder).head
    with Store.open(folder) as store:
        store.deviate("Linhai moved its portal", at=MORNING)
    assert verify(folder, head=printed[:12].upper()).sound
    tail = ("attempts", "observations", "steps")
    behind_our_back(folder, *(f"DELETE FROM {name}" for name in tail), "DELETE FROM chain WHERE position > 2")
    behind_our_back(folder, "DELETE FROM deviations")
    assert verify(folder).sound, "a shortened chain is sound in itself"
    assert f"the head {printed[:12]} is not among its 2 links" in verify(folder, head=printed[:12]).faults[0]


def test_what_was_purged_on_record_is_not_missed(folder: Path) -> None:
    file = evidence_file(folder, b"guide")
    with Store.open(folder) as store:
        record_purge(store, frozenset({file.name.split(".")[0]}), at=MORNING)
    file.unlink()
    found = verify(folder)
    assert (found.sound, found.purged, found.files) == (True, 1, 2)
