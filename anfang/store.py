"""A round's store: what was planned, what was attempted, what was observed. The only state that a round has."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal, Self

from sqlalchemy import Connection, Engine, RowMapping, Table, func, insert, select
from sqlalchemy.exc import OperationalError

from anfang.errors import BadInput, VerificationFailed
from anfang.model import City, Json, Observation, Plan
from anfang.shopper.job import DiaryEntry
from anfang.storage import chain, rows, tables
from anfang.storage.canonical import clean, digest, dumps
from anfang.storage.database import connect, transaction
from anfang.storage.migrate import migrate, schema

State = Literal["planned", "open", "closed"]
Failure = Literal["", "portal", "suspect", "tool", "browser", "hung", "canary", "network", "surge", "policy"]
"""Whose failure an attempt was: '' nobody's; suspect = perhaps the portal's; portal = proved; policy = we may not go there;
the others are ours (surge: many cities dead at once)."""

FILE = "store.sqlite"
_NEXT: Mapping[State, State] = {"planned": "open", "open": "closed"}


@dataclass(frozen=True, slots=True)
class Attempt:
    """One attempt of a visit. `complete` says that it carries the observations that count until a later one does."""

    city: str
    channel: str
    started: datetime
    ended: datetime
    outcome: Literal["measured", "home_dead", "blocked", "error"]
    failure: Failure = ""
    reason: str = ""
    complete: bool = False
    signature: Mapping[str, Json] = field(default_factory=dict[str, Json])
    browser: Mapping[str, Json] = field(default_factory=dict[str, Json])
    page_loads: int = 0
    wall_s: float = 0.0
    cpu_s: float | None = None
    peak_mb: float | None = None
    refused: tuple[str, ...] = ()
    trail: str = ""
    """Hash of the archived trail, from which the visit can be measured again; '' where none was kept."""
    instrument: str = ""
    """Hash of the instrument that measured it; '' in stores of before schema 3 (the round's own then)."""
    source: int = 0
    """Measured again from the archive of this attempt of the same visit; 0 for a visit that was made."""
    number: int = 0
    """1 for the first; given by the store."""


@dataclass(frozen=True, slots=True)
class Run:
    """One call of the runner: wall and CPU seconds, peak memory in MB of Python and browser together."""

    started: datetime
    workers: int
    visits: int
    wall_s: float
    cpu_s: float | None
    peak_mb: float | None


class Store:
    """The store of one round. Every method is one transaction, so no half attempt is ever visible."""

    def __init__(self, folder: Path, engine: Engine) -> None:
        self.folder = folder
        self._engine = engine

    @classmethod
    def create(
        cls, folder: Path, plan: Plan, cities: tuple[City, ...], *, at: datetime | None = None
    ) -> Self:
        """Lay down the store of a planned round. Raises BadInput when the folder already holds one."""
        if (folder / FILE).exists():
            raise BadInput(
                "a round of this name is already there", where=str(folder), mend="choose another name"
            )
        folder.mkdir(parents=True, exist_ok=True)
        partial = folder / f"{FILE}.{os.getpid()}.partial"
        engine = connect(partial)
        try:
            with transaction(engine, write=True) as connection:
                tables.metadata.create_all(connection)
                _lay_down(connection, plan, cities, at or datetime.now(UTC))
        finally:
            engine.dispose()
        partial.replace(folder / FILE)
        return cls.open(folder)

    @classmethod
    def open(cls, folder: Path) -> Self:
        """The store of a round. Raises BadInput (none there, newer schema), VerificationFailed (damaged)."""
        file = folder / FILE
        if not file.is_file():
            raise BadInput("no such round", where=str(folder), mend="see `anfang round new --help`")
        store = cls(folder, connect(file))
        store._check_schema(file)
        return store

    def close(self) -> None:
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def plan(self) -> Plan:
        return rows.plan(self._meta("plan"))

    def cities(self) -> tuple[City, ...]:
        query = select(tables.cities.c.json).order_by(tables.cities.c.position)
        return tuple(rows.city(row["json"]) for row in self._all(query))

    def state(self) -> State:
        return self._last_state()["state"]

    def instrument(self) -> str:
        """The instrument's hash when the round opened; '' before."""
        return self._last_state()["instrument"]

    def plan_hash(self) -> str:
        """sha256 of plan and cities. Raises VerificationFailed when it is not the one of the opening."""
        found = plan_hash(self.plan(), self.cities())
        if found != self._last_state()["plan_hash"]:
            raise VerificationFailed(f"{self.folder / FILE}: the plan is not the one that was recorded")
        return found

    def move(self, state: State, *, at: datetime, instrument: str) -> None:
        """planned -> open -> closed. Raises BadInput for any other way."""
        now = self.state()
        if _NEXT.get(now) != state:
            mend = f"the next state would be {_NEXT[now]}" if now in _NEXT else "plan another round"
            raise BadInput(f"the round is {now}, it cannot become {state}", where=self.folder.name, mend=mend)
        row = {"state": state, "at": at.isoformat(), "plan_hash": self.plan_hash(), "instrument": instrument}
        with self.transaction(write=True) as connection:
            _add(connection, "state", tables.states, row)

    def deviate(self, text: str, *, at: datetime) -> None:
        """Add to the dated log of deviations from the plan, once for the same text."""
        if text in (known for _, known in self.deviations()):
            return
        with self.transaction(write=True) as connection:
            _add(connection, "deviation", tables.deviations, {"at": at.isoformat(), "text": clean(text)})

    def deviations(self) -> tuple[tuple[datetime, str], ...]:
        found = self._all(select(tables.deviations).order_by(tables.deviations.c.id))
        return tuple((datetime.fromisoformat(row["at"]), row["text"]) for row in found)

    def visits(self) -> tuple[tuple[str, str], ...]:
        """(city, channel) of every visit that the plan asks for."""
        found = self._all(select(tables.visits).order_by(tables.visits.c.id))
        return tuple((row["city"], row["channel"]) for row in found)

    def record_attempt(
        self, attempt: Attempt, *, observations: Iterable[Observation] = (), diary: Iterable[DiaryEntry] = ()
    ) -> None:
        """Add an attempt with all that it brought, or nothing. Evidence files must be in their store already.

        Raises DiskFull; sqlalchemy's IntegrityError when a row comes twice.
        """
        with self.transaction(write=True) as connection:
            visit = visit_id(connection, attempt.city, attempt.channel)
            row = insert(tables.attempts).values(rows.attempt(attempt, visit))
            done = connection.execute(row.returning(tables.attempts.c.id))
            key: int = done.scalar_one()
            observed = [rows.observation(seen, visit=visit, attempt=key) for seen in observations]
            lines = [rows.diary(entry, attempt=key, position=n) for n, entry in enumerate(diary)]
            if observed:
                connection.execute(insert(tables.observations), observed)
            if lines:
                connection.execute(insert(tables.steps), lines)
            chain.add(connection, "attempt", key)

    def attempts(self, *, city: str | None = None) -> tuple[Attempt, ...]:
        """Every attempt (of one city, where named), visit by visit, in the order made."""
        query = select(tables.attempts, tables.visits.c.city, tables.visits.c.channel).join(tables.visits)
        query = query.where(tables.visits.c.city == city) if city else query
        query = query.order_by(tables.visits.c.id, tables.attempts.c.number)
        return tuple(Attempt(**rows.attempt_fields(row)) for row in self._all(query))

    def current_observations(self) -> tuple[Observation, ...]:
        """The observations of each visit's last complete attempt, in the order of cities, channels and rows."""
        query = select(tables.observations, tables.visits.c.city, tables.visits.c.channel)
        query = query.join(tables.visits).where(tables.observations.c.attempt.in_(_last_complete()))
        query = query.order_by(tables.visits.c.id, tables.observations.c.id)
        return tuple(Observation(**rows.observation_fields(row)) for row in self._all(query))

    def diary(self, city: str, channel: str | None = None) -> tuple[DiaryEntry, ...]:
        """What the shopper did in the city's last complete attempt of every channel (of one, where named)."""
        joined = tables.steps.join(tables.attempts).join(tables.visits)
        query = select(tables.steps).select_from(joined).where(tables.visits.c.city == city)
        query = query.where(tables.visits.c.channel == channel) if channel else query
        query = query.where(tables.attempts.c.id.in_(_last_complete()))
        query = query.order_by(tables.visits.c.id, tables.steps.c.position)
        return tuple(DiaryEntry(**rows.diary_fields(row)) for row in self._all(query))

    def record_run(self, run: Run) -> None:
        with transaction(self._engine, write=True) as connection:
            connection.execute(insert(tables.runs), asdict(run) | {"started": run.started.isoformat()})

    def runs(self) -> tuple[Run, ...]:
        found = self._all(select(tables.runs).order_by(tables.runs.c.id))
        return tuple(Run(**rows.run_fields(row)) for row in found)

    def head(self) -> str:
        """The head of the hash chain: what it is proves everything that was recorded until now."""
        with self.transaction() as connection:
            return chain.last(connection)

    def instruments(self) -> frozenset[str]:
        """The instruments that measured the current observations; the opening's where an old store does not tell."""
        query = select(tables.attempts.c.instrument).where(tables.attempts.c.id.in_(_last_complete())).distinct()
        return frozenset(row["instrument"] or self.instrument() for row in self._all(query))

    def transaction(self, *, write: bool = False) -> AbstractContextManager[Connection]:
        """All or nothing, for the modules that keep their own rows. Raises DiskFull, VerificationFailed (damaged)."""
        return transaction(self._engine, write=write)

    def _all(self, query: Any) -> list[RowMapping]:
        with transaction(self._engine) as connection:
            return list(connection.execute(query).mappings())

    def _meta(self, key: str) -> str:
        return self._all(select(tables.meta).where(tables.meta.c.key == key))[0]["value"]

    def _last_state(self) -> RowMapping:
        return self._all(select(tables.states).order_by(tables.states.c.id.desc()).limit(1))[0]

    def _check_schema(self, file: Path) -> None:
        try:
            with transaction(self._engine) as connection:
                found = schema(connection)
        except (OperationalError, StopIteration) as strange:
            raise VerificationFailed(f"{file}: not the store of a round ({strange})") from strange
        if found > tables.SCHEMA:
            raise BadInput(
                f"written by a newer Anfang (schema {found}, known {tables.SCHEMA})",
                where=str(file),
                mend="update",
            )
        if found < tables.SCHEMA:
            with transaction(self._engine, write=True) as connection:
                migrate(connection)


def plan_hash(plan: Plan, cities: tuple[City, ...]) -> str:
    """sha256 of the canonical JSON of the plan and of the cities that it names."""
    return digest({"plan": asdict(plan), "cities": [asdict(city) for city in cities]})


def _lay_down(connection: Connection, plan: Plan, cities: tuple[City, ...], at: datetime) -> None:
    recorded = {"schema": str(tables.SCHEMA), "plan": dumps(asdict(plan))}
    connection.execute(insert(tables.meta), [{"key": key, "value": value} for key, value in recorded.items()])
    known = [{"id": city.id, "position": n, "json": dumps(asdict(city))} for n, city in enumerate(cities)]
    connection.execute(insert(tables.cities), known)
    asked = [(city.id, channel) for city in cities for channel in plan.channels if city.portals.get(channel)]
    planned = [{"city": city, "channel": channel, "scenario": plan.scenario} for city, channel in asked]
    if planned:  # an empty list would be one row of nothing
        connection.execute(insert(tables.visits), planned)
    first = {"state": "planned", "at": at.isoformat(), "plan_hash": plan_hash(plan, cities), "instrument": ""}
    _add(connection, "state", tables.states, first)


def _add(connection: Connection, kind: chain.Kind, table: Table, row: Mapping[str, Any]) -> None:
    """Record a row and link it into the chain."""
    done = connection.execute(insert(table).values(**row).returning(table.c.id))
    chain.add(connection, kind, done.scalar_one())


def visit_id(connection: Connection, city: str, channel: str) -> int:
    """The id of a planned visit. Raises sqlalchemy's NoResultFound where the plan has none."""
    query = select(tables.visits.c.id).where(tables.visits.c.city == city, tables.visits.c.channel == channel)
    return connection.execute(query).scalar_one()


def _last_complete() -> Any:
    """Ids of each visit's last complete attempt (ids grow with the attempts of a visit)."""
    return (
        select(func.max(tables.attempts.c.id))
        .where(tables.attempts.c.complete)
        .group_by(tables.attempts.c.visit)
    )
