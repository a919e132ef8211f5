from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

from anfang.demo.summary import summary, write_summary
from anfang.model import City, Plan
from anfang.store import Attempt, Run, Store
from anfang.testbed.accuracy import Accuracy

MORNING = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
PLAN = Plan(
    "business_startup", ("portal",), ("seal",), ("tech_load",), ("2026-03-02", "2026-03-06"), lab=True
)
CITY = City("yunhe", "云河", "Yunhe", "华东", portals={"portal": "http://yunhe.portal.test/"})
TALLY = {"value_equal": 0.5, "points_equal": 0.5, "wrong": 1, "missing": 0, "n": 2}
FOUND = Accuracy(
    overall=TALLY,
    indicators={"tech_load": {**TALLY, "majority_baseline": 0.5}},
    misses=(
        {"round": "spring", "city": "yunhe", "step": "", "indicator": "tech_load", "truth": 0.0, "seen": 9.0},
    ),
)


def a_round(root: Path, name: str, *, browser: dict[str, str], runs: tuple[Run, ...]) -> None:
    failed = Attempt("yunhe", "portal", MORNING, MORNING, "error", failure="hung", page_loads=3)
    done = Attempt(
        "yunhe", "portal", MORNING, MORNING, "measured", complete=True, page_loads=20, browser=browser
    )
    with Store.create(root / name, PLAN, (CITY,), at=MORNING) as store:
        store.move("open", at=MORNING, instrument="i1")
        store.record_attempt(failed)
        store.record_attempt(done)
        for run in runs:
            store.record_run(run)


def test_what_the_rounds_took_and_what_was_seen(tmp_path: Path) -> None:
    shell = {"name": "chromium", "version": "156.0.8078.79"}
    # stopped once and gone on: times add up, the peak is the highest
    twice = (Run(MORNING, 2, 0, 4.04, 2.5, 310.0), Run(MORNING, 2, 1, 6.0, 3.25, 290.5))
    a_round(tmp_path, "spring", browser=shell, runs=twice)
    # a system that does not tell what processes use
    a_round(tmp_path, "autumn", browser=shell, runs=(Run(MORNING, 2, 1, 5.0, None, None),))
    assert summary(tmp_path, ("spring", "autumn"), FOUND) == {
        "schema": 1,
        "simulated": True,
        "rounds": [
            {"name": "spring", "visits": 1, "page_loads": 23, "wall_s": 10.0, "cpu_s": 5.8, "peak_mb": 310.0},
            {"name": "autumn", "visits": 1, "page_loads": 23, "wall_s": 5.0, "cpu_s": None, "peak_mb": None},
        ],
        "browser": shell,
        "accuracy": {"overall": TALLY, "indicators": {"tech_load": {**TALLY, "majority_baseline": 0.5}}},
        "misses": [dict(FOUND.misses[0])],
    }


def test_a_summary_is_read_back(tmp_path: Path) -> None:
    content = {"schema": 1, "misses": [{"seen": "窗口"}]}
    path = write_summary(tmp_path / "summary.json", content)
    assert json.loads(path.read_text(encoding="utf-8")) == content
    assert "窗口" in path.read_text(encoding="utf-8")
