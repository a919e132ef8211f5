"""Measure a round again from its archive: today's probes over the kept trails, with no network and no browser.

Nothing that was recorded is changed: what comes out is added as attempts that name the attempt they were measured from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Literal

from anfang.errors import VerificationFailed
from anfang.evidence import EVIDENCE, EvidenceStore
from anfang.model import Catalogue, City, Observation, Plan
from anfang.rounds.instrument import instrument_hash
from anfang.rounds.lock import locked
from anfang.rounds.plan import planned_rows
from anfang.rounds.record import Owed
from anfang.shopper import archive
from anfang.shopper.job import VisitJob, VisitRecord
from anfang.shopper.visit import judge
from anfang.store import Attempt, Store
from scoring.catalogue import load_catalogue

Told = Callable[[int, int], None]
Left = Literal["not visited", "no archive", "purged or missing"]


@dataclass(frozen=True, slots=True)
class Changed:
    """A row that is now observed otherwise; statuses and values before and after."""

    city: str
    channel: str
    step: str
    indicator: str
    before: tuple[str, object]
    after: tuple[str, object]
    why: str
    """The reason or the first quotation of the new observation."""


@dataclass(frozen=True, slots=True)
class Remeasured:
    """What came of it. `left` holds (city, channel, why) of visits that cannot be measured again."""

    instrument: str
    before: tuple[str, ...]
    """The instruments of the observations until now."""
    visits: int
    observations: int
    changed: tuple[Changed, ...]
    left: tuple[tuple[str, str, Left], ...]
    recorded: bool
    """False where the round was on this instrument already: then nothing is added, and nothing may differ."""


def remeasure(
    folder: Path, *, at: datetime, told: Told | None = None, catalogue: Catalogue | None = None, record: bool = True
) -> Remeasured:
    """Measure every visit of the round in `folder` again. `record=False` shows what would change and adds nothing.

    Raises RoundLocked; VerificationFailed where a snapshot was damaged, or where the same instrument now gives
    other observations from the same archive.
    """
    with Store.open(folder) as store, locked(folder):
        using, before = instrument_hash(), tuple(sorted(store.instruments()))
        again = Again(store, EvidenceStore(folder / EVIDENCE), store.plan(), catalogue or load_catalogue())
        done, left = _measure(again, _counted(store), told)
        changed = tuple(change for one in done for change in one.changed)
        new = [one for one in done if _instrument(store, one.made) != using]
        if record:
            _add(store, new, using, at)
    same = {one.made.city for one in done} - {one.made.city for one in new}
    if wrong := [change for change in changed if change.city in same]:
        raise VerificationFailed(_unrepeatable(wrong))
    seen = sum(len(one.observations) for one in done)
    return Remeasured(using, before, len(done), seen, changed, left, record and bool(new))


@dataclass(frozen=True, slots=True)
class Once:
    """A visit measured again."""

    made: Attempt
    observations: tuple[Observation, ...]
    changed: tuple[Changed, ...]


@dataclass(frozen=True, slots=True)
class Again:
    """What measuring again needs of the round."""

    store: Store
    evidence: EvidenceStore
    plan: Plan
    catalogue: Catalogue

    def visit(self, city: City, made: Attempt, before: Sequence[Observation]) -> Once | Left:
        """One complete attempt again. Raises VerificationFailed for a damaged file."""
        if made.outcome != "measured":
            # What was settled without a probe (unreachable, blocked, our own error) is so under any instrument.
            return Once(made, tuple(before), ())
        if not made.trail:
            return "no archive"
        try:
            trail = archive.unpack(self.evidence.read(made.trail), city, self.evidence.read)
        except KeyError:
            return "purged or missing"
        plan = self.plan
        job = VisitJob(city, made.channel, plan.scenario, plan.steps, plan.basket, plan.lab, trail.now)
        owed = Owed(city.id, made.channel, planned_rows(plan, self.catalogue))
        seen = owed.observations(VisitRecord("measured", judge(trail, job)), self.evidence, at=trail.now)
        return Once(made, seen, tuple(differences(before, seen)))


def differences(before: Sequence[Observation], after: Sequence[Observation]) -> Iterator[Changed]:
    """The rows whose status or value differs."""
    known = {(one.step, one.indicator): one for one in before}
    for one in after:
        old = known.get((one.step, one.indicator))
        was = (old.status, old.value) if old else ("not_observed", None)
        if was != (one.status, one.value):
            why = one.reason or next((item.quote for item in one.evidence if item.quote), "")
            yield Changed(one.city, one.channel, one.step, one.indicator, was, (one.status, one.value), why)


def _counted(store: Store) -> dict[tuple[str, str], Attempt | None]:
    """Each visit's last complete attempt."""
    found: dict[tuple[str, str], Attempt | None] = dict.fromkeys(store.visits())
    return found | {(made.city, made.channel): made for made in store.attempts() if made.complete}


def _measure(
    again: Again, counted: dict[tuple[str, str], Attempt | None], told: Told | None
) -> tuple[list[Once], tuple[tuple[str, str, Left], ...]]:
    cities = {city.id: city for city in again.store.cities()}
    current = again.store.current_observations()
    done: list[Once] = []
    left: list[tuple[str, str, Left]] = []
    for count, ((city, channel), made) in enumerate(counted.items(), 1):
        before = [one for one in current if (one.city, one.channel) == (city, channel)]
        found = "not visited" if made is None else again.visit(cities[city], made, before)
        if isinstance(found, Once):
            done.append(found)
        else:
            left.append((city, channel, found))
        if told:
            told(count, len(counted))
    return done, tuple(left)


def _add(store: Store, done: Sequence[Once], using: str, at: datetime) -> None:
    for one in done:
        source = one.made.source or one.made.number
        reason = f"measured again from attempt {source}"
        attempt = replace(one.made, instrument=using, source=source, reason=one.made.reason or reason, page_loads=0)
        attempt = replace(attempt, wall_s=0.0, cpu_s=None, peak_mb=None)
        store.record_attempt(attempt, observations=one.observations, diary=store.diary(one.made.city, one.made.channel))
    if done:
        store.deviate(f"{len(done)} visits were measured again from the archive, with instrument {using}", at=at)


def _instrument(store: Store, made: Attempt) -> str:
    return made.instrument or store.instrument()


def _unrepeatable(wrong: Sequence[Changed]) -> str:
    first = wrong[0]
    place = f"{first.city} {first.indicator} {first.step}".rstrip()
    return f"the same instrument over the same archive gives {len(wrong)} other observations, first {place}: {first.before} became {first.after}"
