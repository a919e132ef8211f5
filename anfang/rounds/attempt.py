"""One attempt of a visit: the canary before it, the watchdog over it, the canary after a dead home page."""

from __future__ import annotations

import time
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from playwright.async_api import Browser

from anfang.errors import MeasurementError
from anfang.evidence import EvidenceStore
from anfang.model import Observation
from anfang.rounds.controls import Controls
from anfang.rounds.failure import classify, describe, fatal
from anfang.rounds.host import BrowserHost, Shared
from anfang.rounds.meter import Meter
from anfang.rounds.record import Owed
from anfang.rounds.signature import whose
from anfang.rounds.watch import watched
from anfang.shopper.canary import Canary
from anfang.shopper.job import DiaryEntry, VisitJob, VisitRecord
from anfang.store import Attempt, Failure

Visit = Callable[[VisitJob, Browser, EvidenceStore], Coroutine[Any, Any, VisitRecord]]

RECENT = 10.0
"""Seconds for which the canary's song stands for 'before' at a first attempt; a re-attempt hears it anew."""


@dataclass(frozen=True, slots=True)
class Tried:
    """An attempt with what it brought."""

    attempt: Attempt
    observations: tuple[Observation, ...] = ()
    diary: tuple[DiaryEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class Trier:
    """What all attempts of a run share. `clock` tells the moment of the field work (--now plus elapsed)."""

    visit: Visit
    host: BrowserHost
    bird: Canary
    evidence: EvidenceStore
    meter: Meter
    seconds: float
    clock: Callable[[], datetime]
    controls: Controls = field(default_factory=Controls)

    async def attempt(self, job: VisitJob, owed: Owed, *, again: bool) -> Tried:
        """Make one attempt. What fails on our side is in the result; only what no visit can do better is raised."""
        async with self.host.lend() as shared:
            began, cost = time.monotonic(), self.meter.start()
            try:
                tried = await self._try(job, owed, shared, again)
            finally:
                self.meter.stop(cost)
        measured = replace(
            tried.attempt,
            ended=self.clock(),
            browser=shared.version,
            wall_s=time.monotonic() - began,
            cpu_s=cost.cpu_s,
            peak_mb=cost.peak_mb,
        )
        return replace(tried, attempt=measured)

    async def _try(self, job: VisitJob, owed: Owed, shared: Shared, again: bool) -> Tried:
        if not await self._sings(shared, within=0.0 if again else RECENT):
            return _canary_failed(job, shared, "before")
        visit = self.visit(job, shared.browser, self.evidence)
        outcome = await watched(visit, seconds=self.seconds, gone=shared.gone, kill=shared.kill)
        if isinstance(outcome, Exception):
            return _failed(job, shared, outcome)
        if outcome.outcome == "home_dead":
            return await self._suspect(job, owed, shared, outcome)
        try:
            seen = owed.observations(outcome, self.evidence, at=job.now)
        except MeasurementError as wrong:
            return _failed(job, shared, wrong)
        return Tried(_of(job, outcome, complete=True), seen, outcome.diary)

    async def _suspect(self, job: VisitJob, owed: Owed, shared: Shared, record: VisitRecord) -> Tried:
        """A dead home page is the portal's only while our own page still shows and the control hosts answer."""
        if not await self._sings(shared, within=0.0):
            return _canary_failed(job, shared, "after")
        if not await self.controls.fine():
            return Tried(_of(job, record, failure="network", reason="no control host answers"), diary=record.diary)
        seen = replace(record, signature={**record.signature, "canary": True, "controls": len(self.controls.urls)})
        failure = whose(record.signature)
        if failure == "policy":
            return self._refused(job, seen, owed)
        return Tried(_of(job, seen, failure=failure), diary=record.diary)

    def _refused(self, job: VisitJob, record: VisitRecord, owed: Owed) -> Tried:
        """Our own policy stood between the shopper and the page: nobody's failure, and nothing that is scored."""
        reason = f"policy: {record.signature.get('refused') or record.signature.get('failure') or record.reason}"
        blocked = replace(record, outcome="blocked", reason=reason)
        made = _of(job, blocked, failure="policy", complete=True)
        return Tried(made, owed.every("blocked", reason=reason, at=job.now), record.diary)

    async def _sings(self, shared: Shared, *, within: float) -> bool:
        if time.monotonic() - shared.sang < within:
            return True
        shared.lent += 1
        if not await self.bird.sings(shared.browser):
            return False
        shared.sang = time.monotonic()
        return True


def _of(
    job: VisitJob, record: VisitRecord, *, failure: Failure = "", complete: bool = False, reason: str = ""
) -> Attempt:
    """The attempt that a record tells of. What failed on our side is an error, whatever the record says."""
    ours = failure not in ("", "suspect", "portal", "policy")
    return Attempt(
        city=job.city.id,
        channel=job.channel,
        started=job.now,
        ended=job.now,
        outcome="error" if ours else record.outcome,
        failure=failure,
        reason=reason or record.reason,
        complete=complete,
        signature=record.signature,
        page_loads=record.page_loads,
        refused=record.refused,
        trail=record.trail,
    )


def _error(job: VisitJob, failure: Failure, reason: str) -> Tried:
    made = Attempt(
        city=job.city.id,
        channel=job.channel,
        started=job.now,
        ended=job.now,
        outcome="error",
        failure=failure,
        reason=reason,
    )
    return Tried(made)


def _canary_failed(job: VisitJob, shared: Shared, when: str) -> Tried:
    reason = f"our own page did not show {when} the visit"
    return _error(job, "canary" if shared.alive else "browser", reason)


def _failed(job: VisitJob, shared: Shared, failure: Exception) -> Tried:
    if fatal(failure):
        raise failure
    return _error(job, classify(failure, browser_alive=shared.alive), describe(failure))
