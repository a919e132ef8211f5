"""A small errand for the tests of the runner: a real browser, a real server on loopback, one page a portal.

As a program (`python errand.py FOLDER`) it is a runner that a test can kill.
"""

from __future__ import annotations

import asyncio
import sys
from collections import Counter
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from playwright.async_api import Browser
from playwright.async_api import Error as PlaywrightError

from anfang.evidence import EvidenceStore
from anfang.model import City, Evidence, Observation, Plan
from anfang.rounds.run import run_round
from anfang.shopper.job import DiaryEntry, VisitJob, VisitRecord
from anfang.store import Store

MORNING = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
STEPS = ("registration", "seal")
PLAN = Plan(
    scenario="business_startup",
    channels=("portal",),
    steps=STEPS,
    basket=("guide_findable", "tech_load"),
    window=("2026-03-02", "2026-03-06"),
    lab=True,
)
ROWS = [("guide_findable", "registration"), ("guide_findable", "seal"), ("tech_load", "")]


@dataclass
class Portals:
    """Serves http://127.0.0.1:port/NAME; every answer takes `delay` seconds, `dead` ones never come."""

    port: int = 0
    delay: float = 0.0
    dead: set[str] = field(default_factory=set)
    asked: Counter[str] = field(default_factory=Counter)
    first: asyncio.Event = field(default_factory=asyncio.Event)

    def city(self, name: str) -> City:
        return City(id=name, name=name, name_en=name, region="east", portals={"portal": self.url(name)})

    def url(self, name: str) -> str:
        return f"http://127.0.0.1:{self.port}/{name}"

    async def answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        name = (await reader.readline()).decode().split()[1].strip("/")
        self.asked[name] += 1
        self.first.set()
        await asyncio.sleep(self.delay)
        if name not in self.dead:
            page = f"<!doctype html><title>{name}</title><a href=guide>企业开办</a>".encode()
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n" + page)
        writer.close()


@asynccontextmanager
async def portals() -> AsyncGenerator[Portals]:
    made = Portals()
    server = await asyncio.start_server(made.answer, "127.0.0.1", 0)
    made.port = server.sockets[0].getsockname()[1]
    try:
        yield made
    finally:
        server.close()


def open_round(folder: Path, *cities: City) -> Path:
    """An open round over the cities; returns its folder."""
    with Store.create(folder, PLAN, cities, at=MORNING) as store:
        store.move("open", at=MORNING, instrument="tests")
    return folder


async def errand(job: VisitJob, browser: Browser, evidence: EvidenceStore) -> VisitRecord:
    """Look at the home page: its title's length stands for every row, the page is the evidence."""
    context = await browser.new_context()
    try:
        page = await context.new_page()
        try:
            await page.goto(job.city.portals[job.channel] or "", timeout=10_000)
        except PlaywrightError as failure:
            if not browser.is_connected():
                raise
            return VisitRecord(outcome="home_dead", signature={"failure": failure.message.split("\n")[0]})
        title = await page.title()
        sha = evidence.put((await page.content()).encode(), "html")
        return VisitRecord(
            outcome="measured",
            observations=tuple(observed(job, row, len(title), sha) for row in ROWS),
            diary=(DiaryEntry(title="look at the home page", ok=True, url=page.url, snapshot=sha),),
            page_loads=1,
        )
    finally:
        await context.close()


def observed(job: VisitJob, row: tuple[str, str], value: int, sha: str) -> Observation:
    indicator, step = row
    return Observation(
        city=job.city.id,
        channel=job.channel,
        step=step,
        indicator=indicator,
        status="observed",
        value=value,
        evidence=(Evidence(quote="企业开办", snapshot=sha),),
    )


async def main(folder: Path) -> None:
    await run_round(folder, visit=errand, now=MORNING, workers=3, spacing=0.1)


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1])))
