"""One visit: a fresh context, the scenario walked, the trail judged by the probes, a record handed back."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable
from dataclasses import asdict, replace
from ipaddress import ip_address
from urllib.parse import urlsplit
from weakref import WeakKeyDictionary

from playwright.async_api import Browser, BrowserContext
from playwright.async_api import Error as PlaywrightError

from anfang.errors import BrowserDied, MeasurementError
from anfang.evidence import EvidenceStore
from anfang.model import City, Observation
from anfang.probe import load_probes
from anfang.scenario import load_scenario
from anfang.shopper import archive
from anfang.shopper.browser import new_context
from anfang.shopper.gate import Gate
from anfang.shopper.job import VisitJob, VisitRecord
from anfang.shopper.lexicon import load
from anfang.shopper.limits import CURRENT
from anfang.shopper.shopper import HomeDead, KeptOut, Shopper
from anfang.shopper.tab import Arrival, Tab, lost
from anfang.shopper.trail import Trail
from anfang.shopper.verdict import weights
from anfang.shopper.walker import OFF_SITE, Walker

CLOSE_DEADLINE = 10.0
MOST_REFUSED = 200
"""Refusals that a record names."""
Allowed = Callable[[str], bool]


def allowed_hosts(city: City, *, lab: bool) -> Allowed:
    """Whether an address may be visited: http(s), on a host that cities.yaml names for the city; in the lab the loopback too."""
    hosts = {urlsplit(url).hostname for url in city.portals.values() if url}

    def allowed(url: str) -> bool:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            return False
        return parts.hostname in hosts and (lab or not _private(parts.hostname))

    return allowed


def _private(host: str) -> bool:
    try:
        return not ip_address(host).is_global
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


async def visit(job: VisitJob, browser: Browser, evidence: EvidenceStore) -> VisitRecord:
    """Walk the job's scenario once and judge what was seen.

    Raises MeasurementError (BrowserDied where the browser is gone) for every failure of ours.
    """
    allowed = allowed_hosts(job.city, lab=job.lab)
    known = CURRENT.set(job.limits)
    try:
        with Gate(allowed, lab=job.lab) as gate:
            return await _through(gate, job, browser, evidence)
    except PlaywrightError as failure:
        raise BrowserDied(failure.message) if lost(failure) else MeasurementError(failure.message) from failure
    finally:
        CURRENT.reset(known)


async def _through(gate: Gate, job: VisitJob, browser: Browser, evidence: EvidenceStore) -> VisitRecord:
    """The visit, of which nothing leaves but through the gate; it is shut before the pages are unloaded."""
    allowed, lexicon = allowed_hosts(job.city, lab=job.lab), load(job.city.lang)
    context = await new_context(browser, timezone=job.city.timezone, lang=job.city.lang, gate=gate.url)
    try:
        tab = Tab(context, allowed=allowed)
        await tab.open()
        walker = Walker(
            tab, evidence, allowed, budget=weights()["budget"]["visit"],
            grows=lambda page: bool(lexicon.has(page.text, "scroll_more")),
        )  # fmt: skip
        record = await _walk(Shopper(job, walker), job, browser, gate.url)
        return replace(record, refused=_refused(record, tab, gate))
    finally:
        gate.shut()
        await _close(context)


def _refused(record: VisitRecord, tab: Tab, gate: Gate) -> tuple[str, ...]:
    """Every refusal once: those of the shopper's own steps, and what the pages asked for and did not get."""
    told = (f"{reason}: {method} {address}" for method, address, reason in gate.log.refused)
    return tuple(dict.fromkeys((*record.refused, *tab.guard.refused, *told)))[:MOST_REFUSED]


async def _walk(shopper: Shopper, job: VisitJob, browser: Browser, gate: str) -> VisitRecord:
    tab = shopper.walker.tab
    try:
        await load_scenario(job.scenario).walk(shopper)
    except HomeDead as dead:
        # What our own policy held may be what the page is missing: then it is not the portal that is dead.
        ours = dead.stand.off_site or next(iter(tab.guard.refused), "")
        told = signature(tab.arrival) | {"answers": await tab.answers()} | ({"refused": ours} if ours else {})
        return VisitRecord("home_dead", (), tuple(shopper.diary), tab.page_loads, told, tuple(tab.refused), str(dead))
    except KeptOut as wall:
        found = tuple(_blocked(job, indicator, step, str(wall)) for indicator, step in planned_rows(job))
        return VisitRecord("blocked", found, tuple(shopper.diary), tab.page_loads, signature(tab.arrival), tuple(tab.refused), str(wall))
    home = shopper.trail.home
    if home is not None and home.failure.startswith(OFF_SITE):
        # The address leads to a host that no list names: there is nothing that may be judged.
        told = signature(tab.first) | {"refused": home.failure}
        return VisitRecord("home_dead", (), tuple(shopper.diary), tab.page_loads, told, tuple(tab.refused), home.failure)
    if "tech_load" in job.basket:
        async with shopper.step("time the pages in a pass of its own"):
            await time_loads(shopper.trail, job, browser, gate=gate)
    kept = shopper.walker.evidence.put(archive.pack(shopper.trail), "trail.json.gz")
    return VisitRecord(
        "measured", judge(shopper.trail, job), tuple(shopper.diary), tab.page_loads, signature(tab.first), tuple(dict.fromkeys(tab.refused)),
        trail=kept,
    )  # fmt: skip


def signature(arrival: Arrival) -> dict[str, object]:
    """What is recorded of a document that did not come, to tell whose failure it was."""
    return asdict(arrival)


def planned_rows(job: VisitJob) -> list[tuple[str, str]]:
    """(indicator, step) of every row that the job's basket plans; derived rows (no probe) are the scorer's."""
    probes = load_probes()
    return [
        (indicator, step)
        for indicator in job.basket
        if indicator in probes
        for step in (job.steps if probes[indicator].per_step else ("",))
    ]


def judge(trail: Trail, job: VisitJob) -> tuple[Observation, ...]:
    """Ask every probe of the basket. Pure but for nothing: the same trail gives the same observations."""
    probes = load_probes()
    found: list[Observation] = []
    for indicator, step in planned_rows(job):
        asked = probes[indicator]
        finding = asked.ask(trail, step=step) if asked.per_step else asked.ask(trail)
        seen = Observation(
            city=job.city.id,
            channel=job.channel,
            step=step,
            indicator=indicator,
            status=finding.status,
            value=finding.value if finding.status == "observed" else None,
            evidence=finding.evidence,
            observed_at=job.now,
            reason=finding.reason,
        )
        found.append(seen)
    return tuple(found)


def _blocked(job: VisitJob, indicator: str, step: str, reason: str) -> Observation:
    return Observation(job.city.id, job.channel, step, indicator, "blocked", None, None, (), job.now, reason)


async def time_loads(trail: Trail, job: VisitJob, browser: Browser, *, gate: str = "") -> None:
    """Time the load event of the home page and every guide found, each in a context of its own (a cold cache).

    No more pages are timed at once than there are cores; these loads are not among the visit's own.
    """
    looks = [*trail.all("home"), *trail.all("guide")]
    addresses = list(dict.fromkeys(look.page.url for look in looks))
    for address in addresses:
        async with _timing_places():
            seconds = await _time_load(address, job, browser, gate)
        if seconds is not None:
            trail.loads.append((address, seconds))


async def _time_load(address: str, job: VisitJob, browser: Browser, gate: str) -> float | None:
    context = await new_context(browser, timezone=job.city.timezone, lang=job.city.lang, gate=gate)
    try:
        tab = Tab(context, allowed=allowed_hosts(job.city, lab=job.lab))
        await tab.open()
        return await tab.load_seconds(address)
    finally:
        await _close(context)


_PLACES: WeakKeyDictionary[asyncio.AbstractEventLoop, asyncio.Semaphore] = WeakKeyDictionary()


def _timing_places() -> asyncio.Semaphore:
    """As many places as there are cores, shared by the visits of one event loop."""
    return _PLACES.setdefault(asyncio.get_running_loop(), asyncio.Semaphore(os.cpu_count() or 1))


async def _close(context: BrowserContext) -> None:
    """Close a context; one that will not close means a browser that is to be killed."""
    try:
        await asyncio.wait_for(context.close(), CLOSE_DEADLINE)
    except TimeoutError as failure:
        raise BrowserDied("the context did not close") from failure
    except PlaywrightError as failure:
        if not lost(failure):
            raise
