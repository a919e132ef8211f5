from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from anfang.model import Observation
from anfang.storage import tables
from anfang.store import FILE, Store
from anfang.verify import verify
from tests.sample import CITIES, OBSERVATIONS, PLAN

KEPT = Path(__file__).parent / "kept"


def restored(folder: Path, schema: int) -> Path:
    """A round as a release of that schema wrote it (SQL of the real file, kept for good)."""
    folder.mkdir()
    with sqlite3.connect(folder / FILE) as written:
        written.executescript((KEPT / f"schema{schema}.sql").read_text("utf-8"))
    return folder


def by_row(observations: tuple[Observation, ...]) -> list[Observation]:
    return sorted(observations, key=lambda one: (one.city, one.indicator, one.step))


@pytest.mark.parametrize("schema", range(1, tables.SCHEMA))
def test_a_round_of_every_earlier_schema_opens_with_all_that_it_held(tmp_path: Path, schema: int) -> None:
    folder = restored(tmp_path / "spring", schema)
    for _ in range(2):
        with Store.open(folder) as store:
            assert (store.plan(), store.cities(), store.state()) == (PLAN, CITIES, "closed")
            assert by_row(store.current_observations()) == by_row(OBSERVATIONS)
            assert [made.outcome for made in store.attempts(city="qinghe")] == ["error", "measured"]
            assert store.diary("qinghe")[0].title == "open the home page"
            assert store.instruments() == {"first"}
    with sqlite3.connect(folder / FILE) as now:
        marks = now.execute("SELECT key FROM meta WHERE key LIKE 'migrated:%'").fetchall()
        assert marks == [(f"migrated:{number}",) for number in range(schema + 1, tables.SCHEMA + 1)]


def test_a_migrated_store_is_like_a_new_one_and_its_chain_holds(tmp_path: Path) -> None:
    folder = restored(tmp_path / "old", 1)
    with Store.open(folder), Store.create(tmp_path / "new", PLAN, CITIES):
        assert columns(folder) == columns(tmp_path / "new")
    # Its evidence was never kept (a sample), so only the files are missed.
    assert {fault.split(":")[0] for fault in verify(folder).faults} == {"evidence"}


def columns(folder: Path) -> set[tuple[str, str, str]]:
    with sqlite3.connect(folder / FILE) as store:
        names = [name for (name,) in store.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {(name, row[1], row[2]) for name in names for row in store.execute(f"PRAGMA table_info({name})")}


def test_what_was_migrated_stays_append_only(tmp_path: Path) -> None:
    folder = restored(tmp_path / "old", 1)
    Store.open(folder).close()
    with sqlite3.connect(folder / FILE) as raw, pytest.raises(sqlite3.IntegrityError, match="append-only"):
        raw.execute("UPDATE chain SET head = ''")
