"""A round made of observations that were measured elsewhere: planned, opened, filled and closed in one go."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from anfang.cities import CHANNELS
from anfang.errors import BadInput
from anfang.model import Catalogue, City, Evidence, Observation, Plan
from anfang.rounds.instrument import instrument_hash
from anfang.rounds.plan import new_round_folder
from anfang.store import FILE, Attempt, Store

VANTAGE = "import"
SCENARIO = "business_startup"


def import_round(
    root: Path,
    name: str,
    observations: Sequence[Observation],
    *,
    cities: Sequence[City],
    catalogue: Catalogue,
    now: datetime,
) -> bool:
    """Make the round `name` in `root` of the cities observed; False where it is there already with the same data.

    The round appears whole or not at all. Raises BadInput: a bad name, the same round with different data, two
    observers of one row, a city without an address for a channel.
    """
    found = tuple(_detached(one) for one in observations)
    held = _cities(found, cities)
    _check_observers(found)
    if (root / name / FILE).exists():
        _check_same(root / name, held, found)
        return False
    folder = new_round_folder(root, name)
    root.mkdir(parents=True, exist_ok=True)
    partial = Path(tempfile.mkdtemp(prefix=f".{name}.", dir=root))
    try:
        _fill(partial, plan_of(found, held, catalogue, now), held, found, now)
        _appear(partial, folder)
    finally:
        shutil.rmtree(partial, ignore_errors=True)
    return True


def plan_of(
    observations: Sequence[Observation], cities: Sequence[City], catalogue: Catalogue, now: datetime
) -> Plan:
    """The plan that the data answer: channels, steps, basket and window are those of the observations."""
    channels = {one.channel for one in observations}
    steps = {one.step for one in observations if one.step} or {step.id for step in catalogue.steps}
    rows = {one.indicator for one in observations}
    return Plan(
        scenario=SCENARIO,
        channels=tuple(channel for channel in CHANNELS if channel in channels),
        steps=tuple(step.id for step in catalogue.steps if step.id in steps),
        basket=tuple(row.id for row in catalogue.indicators if row.id in rows),
        window=_window(observations, cities, now),
        vantage=VANTAGE,
        lab=any(city.simulated for city in cities),
    )


def _window(observations: Sequence[Observation], cities: Sequence[City], now: datetime) -> tuple[str, str]:
    """First and last day of the observations in their city's time zone; the day of the import where none has a date."""
    zones = {city.id: ZoneInfo(city.timezone) for city in cities}
    days = [one.observed_at.astimezone(zones[one.city]).date() for one in observations if one.observed_at]
    days = days or [now.date()]
    return min(days).isoformat(), max(days).isoformat()


def _detached(one: Observation) -> Observation:
    """Hashes of files that stay with the source become part of the note: the round's own archive does not hold them."""
    return replace(one, evidence=tuple(_note(item) for item in one.evidence))


def _note(item: Evidence) -> Evidence:
    kept = [f"{name} {sha}" for name in ("snapshot", "screenshot", "file") if (sha := getattr(item, name))]
    note = "; ".join(part for part in (item.note, *kept) if part)
    return Evidence(quote=item.quote, url=item.url, note=note)


def _cities(observations: Iterable[Observation], cities: Sequence[City]) -> tuple[City, ...]:
    """The cities observed, in the order of the file."""
    seen = {(one.city, one.channel) for one in observations}
    held = tuple(city for city in cities if any(city.id == name for name, _ in seen))
    for city in held:
        for channel in (channel for name, channel in sorted(seen) if name == city.id):
            if not city.portals.get(channel):
                message = f"{city.id} is observed on {channel}, but has no address for it"
                raise BadInput(message, where="cities.yaml", mend=f"add the address under portals: {channel}")
    return held


def _key(one: Observation) -> tuple[str, str, str, str]:
    return one.city, one.channel, one.step, one.indicator


def _check_observers(observations: Iterable[Observation]) -> None:
    first: dict[tuple[str, str, str, str], Observation] = {}
    for one in observations:
        other = first.setdefault(_key(one), one)
        if other is not one:
            place = " / ".join(part for part in _key(one) if part)
            message = f"{other.observer} and {one.observer} both observed it; a round holds one observation of a row"
            raise BadInput(message, where=place, mend="settle it and keep one row")


def _check_same(folder: Path, cities: Sequence[City], observations: Sequence[Observation]) -> None:
    with Store.open(folder) as store:
        same = store.cities() == tuple(cities) and _sorted(store.current_observations()) == _sorted(
            observations
        )
    if not same:
        message = f"the round {folder.name} is already there with different data"
        raise BadInput(
            message, where=str(folder.parent), mend="choose another name; what was recorded is never changed"
        )


def _sorted(observations: Iterable[Observation]) -> list[Observation]:
    return sorted(observations, key=_key)


def _fill(
    folder: Path, plan: Plan, cities: tuple[City, ...], observations: Sequence[Observation], now: datetime
) -> None:
    with Store.create(folder, plan, cities, at=now) as store:
        store.move("open", at=now, instrument=instrument_hash())
        for city, channel in store.visits():
            mine = [one for one in observations if (one.city, one.channel) == (city, channel)]
            if mine:
                store.record_attempt(_attempt(city, channel, mine, now), observations=mine)
        store.move("closed", at=now, instrument=store.instrument())


def _attempt(city: str, channel: str, observations: Sequence[Observation], now: datetime) -> Attempt:
    times = [one.observed_at for one in observations if one.observed_at] or [now]
    return Attempt(
        city, channel, started=min(times), ended=max(times), outcome="measured", reason=VANTAGE, complete=True
    )


def _appear(partial: Path, folder: Path) -> None:
    try:
        partial.rename(folder)
    except OSError as bad:
        raise BadInput(
            f"cannot make the round: {bad.strerror}", where=str(folder), mend="choose another name"
        ) from bad
