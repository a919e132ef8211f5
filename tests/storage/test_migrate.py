from __future__ import annotations

import sqlite3
from pathlib import Path

from anfang.storage import tables
from anfang.store import FILE, Store
from tests.sample import CITIES, PLAN


def test_a_store_of_the_first_schema_is_brought_up_to_date_once(tmp_path: Path) -> None:
    folder = tmp_path / "spring"
    Store.create(folder, PLAN, CITIES).close()
    with sqlite3.connect(folder / FILE) as old:
        old.execute("DROP TRIGGER meta_no_update")
        old.execute("UPDATE meta SET value = '1' WHERE key = 'schema'")
        old.execute("ALTER TABLE steps DROP COLUMN searches")
    for _ in range(2):
        with Store.open(folder) as store:
            assert store.diary(store.cities()[0].id) == ()
    with sqlite3.connect(folder / FILE) as now:
        marks = now.execute("SELECT key FROM meta WHERE key LIKE 'migrated:%'").fetchall()
        assert marks == [(f"migrated:{number}",) for number in range(2, tables.SCHEMA + 1)]
