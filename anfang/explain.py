"""Why an observation is what it is: the observations asked about, and the searches that led to them. Values in, values out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from anfang.errors import BadInput, VerificationFailed
from anfang.evidence import EvidenceStore
from anfang.model import Catalogue, Observation
from anfang.redaction import shown
from anfang.shopper.job import DiaryEntry
from anfang.shopper.search_record import SearchRecord, unpack

SECTION_OF = {
    "proc_status": "status",
    "int_consult_channel": "consult",
    "int_complaint_channel": "complaint",
    "tech_login": "login",
    "guide_scenario": "scenario",
}
"""Row -> the section of the portal that it rests on."""


@dataclass(frozen=True, slots=True)
class Account:
    """What was asked about."""

    observations: tuple[Observation, ...]
    searches: tuple[SearchRecord, ...]


def searches(diary: Iterable[DiaryEntry], evidence: EvidenceStore) -> tuple[SearchRecord, ...]:
    """The records of a diary's searches, in order, numbers of persons masked; a file that is missing or damaged is left out."""
    found: list[SearchRecord] = []
    for sha in (sha for entry in diary for sha in entry.searches):
        try:
            found.append(unpack(shown(evidence, sha).data))
        except (KeyError, VerificationFailed):
            continue
    return tuple(found)


def account(
    what: str, observations: Iterable[Observation], records: Iterable[SearchRecord], catalogue: Catalogue
) -> Account:
    """What there is to tell about a step, an indicator, or (what = '') everything that was searched for.

    Raises BadInput for what is neither.
    """
    steps, rows = {step.id for step in catalogue.steps}, {row.id for row in catalogue.indicators}
    if what and what not in steps | rows:
        mend = f"name a step ({', '.join(sorted(steps))}) or an indicator of the catalogue"
        raise BadInput(f"neither a step nor an indicator: {what}", mend=mend)
    seen = tuple(one for one in observations if what and what in (one.step, one.indicator))
    goals = _goals(what, {one.step for one in seen}, steps)
    return Account(seen, tuple(record for record in records if not what or record.goal in goals))


def _goals(what: str, steps: set[str], known: set[str]) -> set[str]:
    if what in known:
        return {f"guide:{what}"}
    if what in SECTION_OF:
        return {f"section:{SECTION_OF[what]}"}
    return {f"guide:{step}" for step in steps if step}
