from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from anfang.model import City, Plan
from anfang.rounds.standing import standings
from anfang.store import Attempt, Store

MORNING = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
PLAN = Plan(
    "business_startup", ("portal",), ("seal",), ("tech_load",), ("2026-03-02", "2026-03-06"), lab=True
)
NAMES = ("waiting", "begun", "measured", "unreachable", "blocked", "error")
OURS = Attempt(
    "begun",
    "portal",
    MORNING,
    MORNING,
    "error",
    failure="hung",
    reason="still busy after 180 s",
    page_loads=4,
)


def test_every_visit_says_what_was_tried_and_what_comes_next(tmp_path: Path) -> None:
    cities = tuple(
        City(id=name, name=name, name_en=name, region="东部", portals={"portal": "http://127.0.0.1/"})
        for name in NAMES
    )
    with Store.create(tmp_path / "spring", PLAN, cities) as store:
        store.record_attempt(OURS)
        store.record_attempt(replace(OURS, city="measured", failure="browser"))
        store.record_attempt(replace(OURS, city="measured", outcome="measured", failure="", complete=True))
        store.record_attempt(
            replace(OURS, city="unreachable", outcome="home_dead", failure="portal", complete=True)
        )
        store.record_attempt(replace(OURS, city="blocked", outcome="blocked", failure="", complete=True))
        store.record_attempt(replace(OURS, city="error", complete=True))
        rows = standings(store)
    assert [row.stage for row in rows] == list(NAMES)
    assert [row.city for row in rows if row.again] == ["waiting", "begun", "error"]
    assert [row.next for row in rows] == [
        "the first attempt",
        "attempted again, at least 2 more before it is given up",
        "",
        "",
        "",
        "measured again, up to 3 attempts",
    ]
    assert (rows[2].attempts, rows[2].failures, rows[2].page_loads) == (2, ("browser",), 8)
