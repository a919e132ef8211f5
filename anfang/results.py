"""A round's store, scored: what every product of a round is made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from anfang import explain, survey
from anfang.evidence import EVIDENCE, EvidenceStore
from anfang.model import Observation, RoundResults
from anfang.private import masked, masked_all
from anfang.shopper.search_record import SearchRecord
from anfang.store import Store
from scoring.catalogue import load_catalogue
from scoring.round import score_round
from scoring.weights import find_weights


def load(name: str, root: Path, *, weights: str | None = None) -> RoundResults:
    """Score the round `name` of the results folder `root`, in any state, by its plan's weights or by those named.

    What people said (anfang/survey.py) comes with it, as rows of their own dimension.

    Raises BadInput (no such round, newer schema, unknown weights), VerificationFailed (damaged, plan changed).
    """
    catalogue = load_catalogue()
    with Store.open(root / name) as store:
        plan, asked = store.plan(), survey.load(root / name)
        scored = score_round(
            name=name,
            state=store.state(),
            plan=survey.planned(plan, asked, catalogue),
            plan_hash=store.plan_hash(),
            instrument=in_use(store),
            catalogue=catalogue,
            cities=store.cities(),
            observations=(*map(public, store.current_observations()), *asked),
            weights=find_weights(weights or plan.weights, catalogue),
        )
        return replace(scored, deviations=store.deviations(), chain=store.head())


def in_use(store: Store) -> str:
    """The hash of the instrument that measured the current observations; several are 'mixed in ROUND: ...', equal to nothing.

    Rounds whose instruments differ are not compared until `anfang remeasure` has put them on one.
    """
    found = sorted(store.instruments() or {store.instrument()})
    return found[0] if len(found) == 1 else f"mixed in {store.folder.name}: {' '.join(one[:12] for one in found)}"


def evidence(name: str, root: Path) -> EvidenceStore:
    """The evidence of the round `name` of the results folder `root`."""
    return EvidenceStore(root / name / EVIDENCE)


def searches(name: str, root: Path) -> Mapping[str, tuple[SearchRecord, ...]]:
    """City -> what the shopper of its last complete visit searched for, in order."""
    kept = evidence(name, root)
    with Store.open(root / name) as store:
        return {city.id: explain.searches(store.diary(city.id), kept) for city in store.cities()}


def public(one: Observation) -> Observation:
    """The observation as it may leave the archive: numbers of persons masked in quotations, notes, reasons and values."""
    proofs = tuple(
        replace(item, quote=masked(item.quote), url=masked(item.url), note=masked(item.note)) for item in one.evidence
    )
    return replace(one, evidence=proofs, reason=masked(one.reason), value=masked_all(one.value))


def names(root: Path) -> tuple[str, ...]:
    """The rounds of the results folder `root`, sorted."""
    return tuple(sorted(store.parent.name for store in root.glob("*/store.sqlite")))
