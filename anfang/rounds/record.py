"""From what a visit brought home to the rows that its round planned: checked, complete, dated."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from anfang.errors import MeasurementError
from anfang.evidence import EvidenceStore
from anfang.model import Evidence, Json, Observation, Status
from anfang.shopper.job import VisitRecord
from anfang.storage.canonical import dumps
from anfang.store import Attempt

Rows = tuple[tuple[str, str], ...]
"""(indicator, step) of every observation that a visit owes."""


@dataclass(frozen=True, slots=True)
class Owed:
    """The visit that a record must be of, and the rows that it owes."""

    city: str
    channel: str
    rows: Rows

    def observations(
        self, record: VisitRecord, evidence: EvidenceStore, *, at: datetime
    ) -> tuple[Observation, ...]:
        """The record's observations with every planned row in them.

        A row that the visit did not come to is not_observed, or blocked where the visit was.
        Raises MeasurementError for a record that cannot be of this visit or whose evidence was not kept.
        """
        self._check(record, evidence)
        seen = tuple(replace(row, observed_at=row.observed_at or at) for row in record.observations)
        known = {(row.indicator, row.step) for row in seen}
        missing = [row for row in self.rows if row not in known]
        if record.outcome == "blocked":
            return seen + self.every("blocked", reason=record.reason, at=at, rows=missing)
        reason = record.reason or "the visit did not come to it"
        return seen + self.every("not_observed", reason=reason, at=at, rows=missing)

    def unreachable(self, attempts: Iterable[Attempt], *, at: datetime) -> tuple[Observation, ...]:
        """Every planned row after a home page was found dead in each of the attempts."""
        proofs = tuple(
            Evidence(note=f"attempt at {made.started.isoformat()}: {dumps(dict(made.signature))}")
            for made in attempts
        )
        return self.every(
            "observed", value="unreachable", reason="the home page is dead", evidence=proofs, at=at
        )

    def every(
        self,
        status: Status,
        *,
        at: datetime,
        value: Json = None,
        reason: str = "",
        evidence: tuple[Evidence, ...] = (),
        rows: Iterable[tuple[str, str]] | None = None,
    ) -> tuple[Observation, ...]:
        """One status for all planned rows, or for the rows given."""
        return tuple(
            Observation(
                city=self.city,
                channel=self.channel,
                step=step,
                indicator=indicator,
                status=status,
                value=value,
                evidence=evidence,
                observed_at=at,
                reason=reason,
            )
            for indicator, step in (self.rows if rows is None else rows)
        )

    def _check(self, record: VisitRecord, evidence: EvidenceStore) -> None:
        strange = {(row.city, row.channel) for row in record.observations} - {(self.city, self.channel)}
        if strange:
            raise MeasurementError(f"the visit brought observations of another visit: {sorted(strange)}")
        counted = Counter((row.indicator, row.step) for row in record.observations)
        doubled = sorted(row for row, times in counted.items() if times > 1)
        if doubled:
            raise MeasurementError(f"the visit brought a row twice: {doubled}")
        lost = [sha for sha in _hashes(record) if sha not in evidence]
        if lost:
            raise MeasurementError(f"the visit names evidence that was not kept: {lost[:3]}")
        try:
            dumps([row.value for row in record.observations])
        except (TypeError, ValueError) as strange_value:
            raise MeasurementError(f"a value is not JSON: {strange_value}") from strange_value


def _hashes(record: VisitRecord) -> Collection[str]:
    """Every hash of a kept file that the record names (of a download only the hash is kept)."""
    shown = [item for row in record.observations for item in row.evidence]
    named: list[tuple[str, ...]] = [(item.snapshot, item.screenshot) for item in (*shown, *record.diary)]
    named += [(record.trail,), *(entry.searches for entry in record.diary)]
    return {sha for several in named for sha in several if sha}
