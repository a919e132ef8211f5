"""What a test starts in a process of its own, to kill it at any instant. The process forks from a server that has imported
everything, so that fifty deaths are cheap."""

from __future__ import annotations

import asyncio
import multiprocessing as mp
import os
import random
import socket
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from anfang.evidence import EVIDENCE, EvidenceStore
from anfang.model import City, Evidence, Observation, Plan
from anfang.rounds.enquiry import send_once
from anfang.rounds.lock import locked
from anfang.rounds.run import unfinished
from anfang.store import Attempt, Store

MORNING = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
FORKS = mp.get_context("forkserver")
FORKS.set_forkserver_preload(["tests.rounds.killable"])
CITIES = tuple(
    City(f"city{n}", f"city{n}", f"city{n}", "华东", portals={"portal": f"http://city{n}.portal.test/"}) for n in range(36)
)
PLAN = Plan("business_startup", ("portal",), ("seal",), ("guide_findable", "tech_load"), ("2026-03-02", "2026-03-06"), lab=True)


def opened(folder: Path) -> Path:
    with Store.create(folder, PLAN, CITIES, at=MORNING) as store:
        store.move("open", at=MORNING, instrument="tests")
    return folder


def record(folder: Path, acknowledged: Path) -> None:
    """Record every visit that is missing; a city is acknowledged (one line) only after its commit."""
    told = os.open(acknowledged, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    with Store.open(folder) as store, locked(folder):
        evidence = EvidenceStore(folder / EVIDENCE)
        evidence.sweep()
        for target in unfinished(store):
            page = random.Random(target.city.id).randbytes(30_000)
            proof = Evidence(quote="办事指南", snapshot=evidence.put(page, "bin"))
            rows = [
                Observation(target.city.id, "portal", step, row, "observed", len(target.city.id), evidence=(proof,))
                for row, step in (("guide_findable", "seal"), ("tech_load", ""))
            ]
            made = Attempt(target.city.id, "portal", MORNING, MORNING, "measured", complete=True)
            store.record_attempt(made, observations=rows)
            os.write(told, f"{target.city.id}\n".encode())


def enquire(folder: Path, port: int) -> None:
    """Send every city's enquiry to the counting portal."""

    async def send(city: str) -> str:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(f"{city}\n".encode())
        receipt = (await reader.readline()).decode()
        writer.close()
        return receipt

    async def all_of_them() -> None:
        with Store.open(folder) as store:
            for city in CITIES:
                await send_once(store, city.id, "portal", kind="consult", text="?", at=MORNING, send=partial(send, city.id))

    asyncio.run(all_of_them())


def killed_after(seconds: float, work: Callable[..., None], *arguments: Any) -> bool:
    """Run the work in a process of its own and SIGKILL it after so long; whether it was still alive."""
    process = FORKS.Process(target=work, args=arguments)
    process.start()
    process.join(seconds)
    alive = process.is_alive()
    process.kill()
    process.join()
    if not alive and process.exitcode:
        raise AssertionError(f"it failed by itself: {process.exitcode}")
    return alive


def listening() -> socket.socket:
    made = socket.socket()
    made.bind(("127.0.0.1", 0))
    made.listen(64)
    return made
