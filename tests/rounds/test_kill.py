"""SIGKILL at any instant. `make test`: 50 deaths while recording, 20 while sending; `make soak`: 500 and 200."""

from __future__ import annotations

import os
import random
import threading
from collections import Counter
from pathlib import Path

from anfang.evidence import EVIDENCE
from anfang.rounds.enquiry import stage
from anfang.rounds.run import unfinished
from anfang.store import Store
from anfang.verify import verify
from tests.rounds.killable import CITIES, enquire, killed_after, listening, opened, record

SOAK = bool(os.environ.get("ANFANG_SOAK"))
SEED = int(os.environ.get("ANFANG_SEED", "20260302"))
DEATHS, UNSENT = (500, 200) if SOAK else (50, 20)


def facts(folder: Path) -> list[tuple[str, str, str, object, str]]:
    with Store.open(folder) as store:
        rows = store.current_observations()
    return [(row.city, row.step, row.indicator, row.value, row.evidence[0].snapshot) for row in rows]


def test_nothing_acknowledged_is_lost_and_nothing_is_doubled(tmp_path: Path) -> None:
    chance, deaths, rounds = random.Random(SEED), 0, 0
    assert not killed_after(60, record, opened(tmp_path / "calm"), tmp_path / "calm.txt")
    while deaths < DEATHS:
        rounds += 1
        folder, told = opened(tmp_path / f"rough{rounds}"), tmp_path / f"rough{rounds}.txt"
        while killed_after(chance.uniform(0.05, 0.3), record, folder, told):
            deaths += 1
            with Store.open(folder) as store:
                kept = Counter(made.city for made in store.attempts())
            said = told.read_text().split() if told.exists() else []
            assert set(said) <= set(kept), f"lost, seed {SEED}"
            assert set(kept.values()) <= {1}, f"doubled, seed {SEED}"
        assert facts(folder) == facts(tmp_path / "calm")
        assert verify(folder).sound
        assert not list((folder / EVIDENCE).rglob("*.partial")), "swept by the next runner"
        with Store.open(folder) as store:
            assert unfinished(store) == ()


def test_an_enquiry_is_sent_at_most_once(tmp_path: Path) -> None:
    chance, deaths, rounds = random.Random(SEED), 0, 0
    while deaths < UNSENT:
        rounds += 1
        folder, asked = opened(tmp_path / f"round{rounds}"), Counter[str]()
        with listening() as portal:
            threading.Thread(target=count, args=(portal, asked), daemon=True).start()
            port = portal.getsockname()[1]
            while killed_after(chance.uniform(0.05, 0.25), enquire, folder, port):
                deaths += 1
        assert max(asked.values()) == 1, f"sent twice, seed {SEED}"
        with Store.open(folder) as store:
            stages = {city.id: stage(store, city.id, "portal", "consult") for city in CITIES}
        assert {city for city, one in stages.items() if one == "sent"} <= set(asked)
        assert all(one in ("sent", "unknown") for one in stages.values())
        assert verify(folder).sound


def count(portal: object, asked: Counter[str]) -> None:
    """A portal that counts what it is sent."""
    while True:
        try:
            caller, _ = portal.accept()  # type: ignore[attr-defined]
        except OSError:
            return
        with caller, caller.makefile("rw") as talk:
            if city := talk.readline().strip():
                asked[city] += 1
                try:
                    talk.write(f"receipt of {city}\n")
                    talk.flush()
                except OSError:
                    continue
