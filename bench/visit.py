"""What a visit costs beside a bare script: the CPU of both over the same pages, loaded in the same order.

    python bench/visit.py [--portals N] [--repetitions N]

Simulated portals of both families are visited as a round visits them. A bare Playwright script then goes to the same
addresses in the same order, in the same browser: one context, `goto`, the load event, nothing else. The two alternate.
CPU is that of Python, driver and browser together, without the thread that serves the portals. Ratios are of this
machine and these pages; they promise nothing about others.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
import threading
import time
from collections.abc import Awaitable, Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import zip_longest
from pathlib import Path
from statistics import median

from playwright.async_api import Browser
from playwright.async_api import Page as BrowserPage
from rich.console import Console
from rich.table import Table

from anfang.evidence import EvidenceStore
from anfang.model import City
from anfang.rounds.instrument import default_basket
from anfang.rounds.meter import cpu_seconds
from anfang.scenario import load_scenario
from anfang.shopper import visit as visiting
from anfang.shopper.browser import new_context, open_browser
from anfang.shopper.job import VisitJob
from anfang.shopper.tab import Tab
from anfang.testbed.draw import draw
from anfang.testbed.facts import PortalFacts
from anfang.testbed.places import cities
from anfang.testbed.server import Testbed

SCENARIO = "business_startup"
MOMENT = datetime(2020, 1, 2, 1, 0, tzinfo=UTC)


@dataclass(slots=True)
class Portal:
    """One portal's repetitions: CPU seconds of every visit and of every bare script, and what a visit loads."""

    city: str
    family: str
    visits: list[float] = field(default_factory=list[float])
    bare: list[float] = field(default_factory=list[float])
    addresses: list[str] = field(default_factory=list[str])
    """Of the last visit, the pass that times the pages included."""
    loads: list[int] = field(default_factory=list[int])
    """Page loads that each visit counts as its own."""

    @property
    def ratio(self) -> float:
        """Median CPU of a visit / median CPU of the bare script."""
        return median(self.visits) / median(self.bare)


def prompt(number: int) -> list[PortalFacts]:
    """The first portals of the draw that answer at once (waiting costs no CPU), the families in turn."""
    ready = [one for one in draw(1, "before") if one.home == "normal" and one.delay == 0]
    families = [
        [one for one in ready if one.family == name] for name in dict.fromkeys(one.family for one in ready)
    ]
    return [one for turn in zip_longest(*families) for one in turn if one][:number]


async def compare(facts: Sequence[PortalFacts], repetitions: int) -> list[Portal]:
    """Every portal, each visited and loaded `repetitions` times; the first one once more, to warm up."""
    found = [Portal(one.id, one.family) for one in facts]
    with tempfile.TemporaryDirectory(prefix="anfang-bench-") as folder:
        evidence = EvidenceStore(Path(folder))
        async with Testbed(facts) as bed, open_browser() as browser:
            jobs = [_job(City(**row)) for row in cities(facts, bed.port)]
            await visit(jobs[0], Portal("warm-up", ""), browser, evidence)
            for _ in range(repetitions):
                for job, portal in zip(jobs, found, strict=True):
                    await visit(job, portal, browser, evidence)
                    portal.bare.append(await spent(load(portal.addresses, browser)))
                    print(f"{portal.city}: {len(portal.visits)} of {repetitions}", file=sys.stderr)
    return found


def _job(city: City) -> VisitJob:
    steps = load_scenario(SCENARIO).steps
    return VisitJob(city, "portal", SCENARIO, steps, default_basket(), lab=True, now=MOMENT)


async def visit(job: VisitJob, portal: Portal, browser: Browser, evidence: EvidenceStore) -> None:
    """A visit as a round makes it; fails where the portal could not be measured."""

    async def walk() -> None:
        record = await visiting.visit(job, browser, evidence)
        if record.outcome != "measured":
            raise SystemExit(f"{job.city.id}: {record.outcome} {record.reason}")
        portal.loads.append(record.page_loads)

    with noted() as loaded:
        portal.visits.append(await spent(walk()))
    portal.addresses = loaded


@contextmanager
def noted() -> Generator[list[str]]:
    """The address of every document that a visit's tabs load meanwhile, in order."""
    loaded: list[str] = []

    def note(page: BrowserPage) -> None:
        if page.url != "about:blank":
            loaded.append(page.url)

    class NotingTab(Tab):
        async def open(self) -> None:
            await super().open()
            self.page.on("domcontentloaded", note)

    visiting.Tab = NotingTab
    try:
        yield loaded
    finally:
        visiting.Tab = Tab


async def load(addresses: Sequence[str], browser: Browser) -> None:
    """The bare script. An address that differs from the last one by its fragment alone is loaded anew, as it was."""
    context = await new_context(browser)
    page = await context.new_page()
    for address in addresses:
        if address.partition("#")[0] == page.url.partition("#")[0] and "#" in address:
            await page.goto("about:blank")
        await page.goto(address, wait_until="load")
    await context.close()


async def spent(work: Awaitable[None]) -> float:
    """CPU seconds that the work takes."""
    began = _used()
    await work
    return _used() - began


def _used() -> float:
    total = cpu_seconds()
    if total is None:
        raise SystemExit("this system does not tell the CPU of processes (no /proc)")
    serving = (one.ident for one in threading.enumerate() if one.name == "testbed" and one.ident)
    return total - sum(time.clock_gettime(time.pthread_getcpuclockid(ident)) for ident in serving)


def table(portals: Sequence[Portal]) -> Table:
    """A line a portal."""
    made = Table("portal", "family")
    for heading in ("visit / bare, CPU", "lowest", "highest", "visit's page loads", "pages loaded by both"):
        made.add_column(heading, justify="right")
    for one in portals:
        each = [mine / bare for mine, bare in zip(one.visits, one.bare, strict=True)]
        ratios = (f"{ratio:.2f}" for ratio in (one.ratio, min(each), max(each)))
        made.add_row(one.city, one.family, *ratios, f"{median(one.loads):g}", str(len(one.addresses)))
    return made


def conclusion(portals: Sequence[Portal]) -> Iterator[str]:
    """Medians over the portals, whole and by family, and the page loads of a visit."""
    for family in ("", *dict.fromkeys(one.family for one in portals)):
        ratios = [one.ratio for one in portals if family in ("", one.family)]
        named = f"portals of the family {family}" if family else "portals"
        yield f"a visit uses {median(ratios):.2f} times the CPU of the bare script (median of {len(ratios)} {named})"
    loads = [number for one in portals for number in one.loads]
    yield f"page loads of a visit: median {median(loads):g}, at most {max(loads)}"


def main() -> int:
    parser = argparse.ArgumentParser(
        description="A visit's CPU beside that of a bare script on the same pages."
    )
    parser.add_argument(
        "--portals", type=int, default=4, metavar="N", help="simulated portals, the families in turn"
    )
    parser.add_argument("--repetitions", type=int, default=2, metavar="N", help="visits of each portal")
    asked = parser.parse_args()
    if min(asked.portals, asked.repetitions) < 1:
        parser.error("at least one portal and one repetition")
    found = asyncio.run(compare(prompt(asked.portals), asked.repetitions))
    screen = Console()
    screen.print("SIMULATED portals; CPU of Python, driver and browser, the portals' server left out")
    screen.print(table(found))
    screen.print(*conclusion(found), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
