"""Make the visits of an open round: several at once in one browser, stoppable at any instant, nothing lost."""

from __future__ import annotations

import asyncio
import os
import time
from collections import Counter, deque
from collections.abc import Callable, Sequence
from contextlib import aclosing, suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from anfang.errors import BadInput, DiskFull
from anfang.evidence import EVIDENCE, EvidenceStore
from anfang.model import Catalogue, City, Plan
from anfang.rounds.attempt import Tried, Trier, Visit
from anfang.rounds.due import due
from anfang.rounds.failure import given_up, own, settled, since_complete, verdict
from anfang.rounds.host import ALONE, RECYCLE, BrowserHost, Launch
from anfang.rounds.instrument import instrument_hash
from anfang.rounds.live import Live, field_work
from anfang.rounds.lock import locked
from anfang.rounds.meter import Meter
from anfang.rounds.plan import planned_rows
from anfang.rounds.record import Owed, Rows
from anfang.rounds.surge import surge
from anfang.rounds.watch import VISIT, limit
from anfang.shopper.browser import open_browser
from anfang.shopper.canary import canary
from anfang.shopper.job import VisitJob
from anfang.shopper.visit import visit as make_visit
from anfang.store import Attempt, Run, Store
from scoring.catalogue import load_catalogue

SPACING = 2.0
"""Seconds between two attempts of a visit in the lab."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is; `seconds_left` is None until the first visit is done."""

    done: int
    total: int
    seconds_left: float | None


@dataclass(frozen=True, slots=True)
class Target:
    """A visit of the plan: city x channel."""

    city: City
    channel: str


def default_workers() -> int:
    return min(8, 4 * (os.cpu_count() or 1))


def unfinished(store: Store) -> tuple[Target, ...]:
    """The visits that a run has still to make: never completed, or recorded as our own error."""
    cities = {city.id: city for city in store.cities()}
    made: dict[tuple[str, str], list[Attempt]] = {visit: [] for visit in store.visits()}
    for attempt in store.attempts():
        made[attempt.city, attempt.channel].append(attempt)
    return tuple(
        Target(cities[city], channel) for (city, channel), history in made.items() if not settled(history)
    )


def due_now(store: Store, now: datetime, *, again: bool = False) -> tuple[Target, ...]:
    """The unfinished visits that may be tried now. `again`: those too that were given up for failures of ours."""
    lab = store.plan().lab

    def ready(target: Target) -> bool:
        history = _history(store, target)
        when = due(history, lab=lab, zone=target.city.timezone)
        return (again or not given_up(history)) and (when is None or when <= now)

    return tuple(filter(ready, unfinished(store)))


def _history(store: Store, target: Target) -> list[Attempt]:
    return [made for made in store.attempts(city=target.city.id) if made.channel == target.channel]


async def run_round(
    folder: Path,
    *,
    visit: Visit = make_visit,
    workers: int | None = None,
    now: datetime | None = None,
    progress: Callable[[Progress], None] | None = None,
    max_visits: int | None = None,
    launch: Launch | None = None,
    catalogue: Catalogue | None = None,
    spacing: float = SPACING,
    seconds: float = VISIT,
    again: bool = False,
) -> tuple[Target, ...]:
    """Make every visit of the round in `folder` that is not finished and due; returns those that still are not finished.

    `now`: the aware moment at which the field work starts (the clock by default); `seconds`: what a lone visit may
    take; `again`: also try what was given up for failures of ours. Raises BadInput (not open), RoundLocked, Refused,
    BrowserMissing, DiskFull; cancelling it stops cleanly.
    """
    many = workers or default_workers()
    with Store.open(folder) as store, locked(folder):
        plan = store.plan()
        _check(store)
        clock = field_clock(now or datetime.now(UTC))
        _note_deviations(store, clock())
        todo = due_now(store, clock(), again=again)[:max_visits]
        evidence = EvidenceStore(folder / EVIDENCE)
        evidence.sweep()
        start, recycle = launch or partial(open_browser, lab=plan.lab), RECYCLE if plan.lab else ALONE
        async with (
            field_work(store, evidence, at=clock()) as live,
            canary() as bird,
            aclosing(BrowserHost(start, recycle=recycle)) as host,
        ):
            alone = seconds if live.granted is None else seconds + live.granted.pace_s * live.granted.page_loads_a_day
            trier = Trier(visit, host, bird, evidence, Meter(), limit(many, alone=alone), clock, live.controls)
            rows = planned_rows(plan, catalogue or load_catalogue())
            await Runner(store, plan, rows, trier, many, spacing, live, progress).run(todo)
        return unfinished(store)


@dataclass(slots=True)
class Runner:
    """One run over the unfinished visits of a round."""

    store: Store
    plan: Plan
    rows: Rows
    trier: Trier
    workers: int
    spacing: float
    live: Live
    progress: Callable[[Progress], None] | None = None
    instrument: str = field(default_factory=instrument_hash)
    """What the visits of this run are judged by; noted with each of them."""
    _done: int = 0
    _total: int = 0
    _began: float = 0.0
    _before: Counter[tuple[str, str]] = field(default_factory=Counter[tuple[str, str]])
    """How many attempts of a visit earlier runs made."""
    _lone: deque[Target] = field(default_factory=deque[Target])
    """Visits that were in a browser when it died. Which of them killed it shows when each is alone in one."""

    async def run(self, todo: tuple[Target, ...]) -> None:
        """Make all of them. Raises what ends a run; the neighbours are stopped first."""
        started, self._began, self._total = self.trier.clock(), time.monotonic(), len(todo)
        self._before = Counter((made.city, made.channel) for made in self.store.attempts())
        sampling = asyncio.create_task(self._sample())
        self._tell()
        try:
            await self._together(deque(todo))
            await self._work(self._lone, alone=True)
            self._reconsider()
        finally:
            sampling.cancel()
            # The disk may be full: what the run cost is not worth hiding why it ended.
            with suppress(DiskFull):
                self.store.record_run(self._cost(started))

    async def _together(self, queue: deque[Target]) -> None:
        try:
            async with asyncio.TaskGroup() as group:
                for _ in range(min(self.workers, len(queue))):
                    group.create_task(self._work(queue, alone=False))
        except ExceptionGroup as several:
            raise several.exceptions[0] from several

    async def _work(self, queue: deque[Target], *, alone: bool) -> None:
        while queue:
            target = queue.popleft()
            if await self._finish(target, alone=alone):
                self._done += 1
                self._tell()
            else:
                self._lone.append(target)

    async def _finish(self, target: Target, *, alone: bool) -> bool:
        """Attempt until there is something to record for good; False when its browser died among others."""
        while True:
            history = _history(self.store, target)
            again = bool(since_complete(history))
            tried = await self.trier.attempt(self._job(target), self._owed(target), again=again)
            if tried.attempt.failure == "browser" and not alone:
                return False
            if self._record(target, history, tried) or self._later(target):
                return True
            await asyncio.sleep(self.spacing)

    def _later(self, target: Target) -> bool:
        """Must the next attempt wait for another hour or day, and so for another run?"""
        when = due(_history(self.store, target), lab=self.plan.lab, zone=target.city.timezone)
        return when is not None and when > self.trier.clock()

    def _record(self, target: Target, history: Sequence[Attempt], tried: Tried) -> bool:
        """Keep the attempt, with the rows that it settles; True when the visit is over for this run."""
        ended = self._ending(target, history, tried)
        made = replace(ended.attempt, instrument=self.instrument)
        self.store.record_attempt(made, observations=ended.observations, diary=ended.diary)
        return ended.attempt.complete

    def _ending(self, target: Target, history: Sequence[Attempt], tried: Tried) -> Tried:
        recent = since_complete(history)
        made = self._surged(tried.attempt)
        earlier = own(history[: len(history) - len(recent)])
        decided = "" if made.complete else verdict((*recent, made), before=earlier)
        at, owed = made.started, self._owed(target)
        if decided == "unreachable":
            proofs = [attempt for attempt in (*recent, made) if attempt.failure == "suspect"]
            portal = replace(made, complete=True, failure="portal")
            return replace(tried, attempt=portal, observations=owed.unreachable(proofs, at=at))
        if decided == "error":
            ours = replace(made, complete=True)
            return replace(tried, attempt=ours, observations=owed.every("error", reason=made.reason, at=at))
        return replace(tried, attempt=made)

    def _surged(self, made: Attempt) -> Attempt:
        """A dead home page among many that died at once is put down to us."""
        others = surge(made, self._of_this_run()) if made.failure == "suspect" else ()
        if not others:
            return made
        return replace(made, outcome="error", failure="surge", reason=_dead_at_once(others))

    def _of_this_run(self) -> tuple[Attempt, ...]:
        before = self._before
        return tuple(made for made in self.store.attempts() if made.number > before[made.city, made.channel])

    def _reconsider(self) -> None:
        """Take back what this run called unreachable before the surge around it could be seen; a later run decides."""
        made = self._of_this_run()
        for attempt in (one for one in made if one.failure == "portal"):
            others = surge(attempt, made)
            target = Target(self._cities[attempt.city], attempt.channel)
            if others and not any(one.failure == "surge" for one in _history(self.store, target)):
                reason = _dead_at_once(others)
                taken = replace(attempt, outcome="error", failure="surge", reason=reason, number=0)
                rows = self._owed(target).every("error", reason=reason, at=attempt.started)
                self.store.record_attempt(taken, observations=rows)

    def _owed(self, target: Target) -> Owed:
        return Owed(city=target.city.id, channel=target.channel, rows=self.rows)

    def _job(self, target: Target) -> VisitJob:
        return VisitJob(
            city=target.city,
            channel=target.channel,
            scenario=self.plan.scenario,
            steps=self.plan.steps,
            basket=self.plan.basket,
            lab=self.plan.lab,
            now=self.trier.clock(),
            limits=self.live.pace(target.city.id, target.channel),
        )

    @property
    def _cities(self) -> dict[str, City]:
        return {city.id: city for city in self.store.cities()}

    def _tell(self) -> None:
        if self.progress:
            each = (time.monotonic() - self._began) / self._done if self._done else None
            left = None if each is None else each * (self._total - self._done)
            self.progress(Progress(self._done, self._total, left))

    async def _sample(self) -> None:
        while True:
            self.trier.meter.read()
            await asyncio.sleep(1.0)

    def _cost(self, started: datetime) -> Run:
        self.trier.meter.read()
        total, wall = self.trier.meter.total, time.monotonic() - self._began
        return Run(started, self.workers, self._done, wall, total.cpu_s, total.peak_mb)


def _dead_at_once(others: tuple[str, ...]) -> str:
    return f"surge: {len(others)} other cities were dead at once ({', '.join(others[:5])})"


def _check(store: Store) -> None:
    if (state := store.state()) != "open":
        mend = f"anfang round open {store.folder.name}" if state == "planned" else "plan another round"
        raise BadInput(
            f"the round is {state}, visits are made while it is open", where=store.folder.name, mend=mend
        )
    store.plan_hash()


def _note_deviations(store: Store, at: datetime) -> None:
    if (found := instrument_hash()) != store.instrument():
        store.deviate(f"the instrument changed after the opening: {store.instrument()} became {found}", at=at)


def field_clock(start: datetime) -> Callable[[], datetime]:
    """The field work's time: `start` plus what has passed, whatever happens to the system's clock."""
    began = time.monotonic()
    return lambda: start + timedelta(seconds=time.monotonic() - began)
