"""The model's values as rows of the tables, and back."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import RowMapping, func, select

from anfang.model import City, Evidence, Observation, Plan
from anfang.shopper.job import DiaryEntry
from anfang.storage import tables
from anfang.storage.canonical import clean, dumps

if TYPE_CHECKING:
    from anfang.store import Attempt

Row = dict[str, Any]


def plan(text: str) -> Plan:
    found: Row = json.loads(text)
    lists: Row = {name: tuple(found[name]) for name in ("channels", "steps", "basket", "window")}
    return Plan(**{**found, **lists})


def city(text: str) -> City:
    return City(**json.loads(text))


def attempt(made: Attempt, visit: int) -> Row:
    """The row of an attempt; its number is the next one of its visit."""
    last = select(func.coalesce(func.max(tables.attempts.c.number), 0)).where(
        tables.attempts.c.visit == visit
    )
    same = (
        "outcome", "failure", "complete", "page_loads", "wall_s", "cpu_s", "peak_mb", "trail", "instrument", "source",
    )  # fmt: skip
    return {name: getattr(made, name) for name in same} | {
        "visit": visit,
        "number": last.scalar_subquery() + 1,
        "started": made.started.isoformat(),
        "ended": made.ended.isoformat(),
        "reason": clean(made.reason),
        "signature": dumps(dict(made.signature)),
        "browser": dumps(dict(made.browser)),
        "refused": dumps(list(made.refused)),
    }


def attempt_fields(row: RowMapping) -> Row:
    return {key: row[key] for key in row if key not in ("id", "visit")} | {
        "started": datetime.fromisoformat(row["started"]),
        "ended": datetime.fromisoformat(row["ended"]),
        "signature": json.loads(row["signature"]),
        "browser": json.loads(row["browser"]),
        "refused": tuple(json.loads(row["refused"])),
    }


def observation(seen: Observation, *, visit: int, attempt: int) -> Row:
    return {
        "visit": visit,
        "attempt": attempt,
        "indicator": seen.indicator,
        "step": seen.step,
        "status": seen.status,
        "value": dumps(seen.value),
        "score": seen.score,
        "evidence": dumps([asdict(item) for item in seen.evidence]),
        "reason": clean(seen.reason),
        "observer": seen.observer,
        "observed_at": seen.observed_at.isoformat() if seen.observed_at else None,
        "recorded_at": datetime.now(UTC).isoformat(),
    }


def observation_fields(row: RowMapping) -> Row:
    same = ("city", "channel", "step", "indicator", "status", "score", "reason", "observer")
    return {name: row[name] for name in same} | {
        "value": json.loads(row["value"]),
        "evidence": tuple(Evidence(**item) for item in json.loads(row["evidence"])),
        "observed_at": datetime.fromisoformat(row["observed_at"]) if row["observed_at"] else None,
    }


def diary(entry: DiaryEntry, *, attempt: int, position: int) -> Row:
    texts = {name: clean(getattr(entry, name)) for name in ("title", "reason", "url")}
    return asdict(entry) | texts | {"attempt": attempt, "position": position, "searches": dumps(list(entry.searches))}


def diary_fields(row: RowMapping) -> Row:
    told = {key: row[key] for key in row if key not in ("attempt", "position")}
    return told | {"searches": tuple(json.loads(row["searches"]))}


def run_fields(row: RowMapping) -> Row:
    return {key: row[key] for key in row if key != "id"} | {"started": datetime.fromisoformat(row["started"])}
