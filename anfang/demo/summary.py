"""summary.json of the demo: what it took and how much of the planted truth was seen, for programs."""

from __future__ import annotations

import json
from pathlib import Path

from anfang.exchange import write_whole
from anfang.model import Json
from anfang.store import Attempt, Store
from anfang.testbed.accuracy import Accuracy

SCHEMA = 1


def summary(root: Path, names: tuple[str, ...], found: Accuracy) -> dict[str, Json]:
    """{schema, simulated, rounds, browser, accuracy, misses}; figures that the system does not tell are None."""
    rounds, attempts = list[dict[str, Json]](), list[Attempt]()
    for name in names:
        with Store.open(root / name) as store:
            rounds.append(_round(name, store))
            attempts.extend(store.attempts())
    return {
        "schema": SCHEMA,
        "simulated": True,
        "rounds": rounds,
        "browser": _browser(attempts),
        "accuracy": {
            "overall": dict(found.overall),
            "indicators": {k: dict(v) for k, v in found.indicators.items()},
        },
        "misses": [dict(miss) for miss in found.misses],
    }


def _round(name: str, store: Store) -> dict[str, Json]:
    """Page loads count every attempt; time, CPU and memory are those of the runs, browser and Python together."""
    attempts, runs = store.attempts(), store.runs()
    cpu = [run.cpu_s for run in runs if run.cpu_s is not None]
    peak = [run.peak_mb for run in runs if run.peak_mb is not None]
    return {
        "name": name,
        "visits": len({(made.city, made.channel) for made in attempts if made.complete}),
        "page_loads": sum(made.page_loads for made in attempts),
        "wall_s": round(sum(run.wall_s for run in runs), 1),
        "cpu_s": round(sum(cpu), 1) if cpu else None,
        "peak_mb": round(max(peak), 1) if peak else None,
    }


def _browser(attempts: list[Attempt]) -> dict[str, Json]:
    """Of the first attempt that had one; a round does not mix browsers."""
    known = next((dict(made.browser) for made in attempts if made.browser), dict[str, Json]())
    return {"name": known.get("name"), "version": known.get("version")}


def write_summary(path: Path, content: dict[str, Json]) -> Path:
    text = json.dumps(content, ensure_ascii=False, indent=1, allow_nan=False)
    write_whole(path, f"{text}\n".encode())
    return path
