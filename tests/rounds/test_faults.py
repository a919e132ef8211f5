"""A round with faults in every fifth attempt ends with the scores of the undisturbed round, or with fewer rows."""

from __future__ import annotations

import os
import random
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.async_api import Browser
from playwright.async_api import Error as PlaywrightError

from anfang import results
from anfang.errors import MeasurementError
from anfang.evidence import EvidenceStore
from anfang.model import Evidence, Observation, RoundResults
from anfang.rounds.run import run_round, unfinished
from anfang.shopper.job import VisitJob, VisitRecord
from anfang.store import Store
from anfang.verify import verify
from scoring.catalogue import load_catalogue
from scoring.round import score_round
from scoring.weights import find_weights
from tests.rounds.killable import CITIES, MORNING, PLAN, opened
from tests.rounds.test_run import process_id

SOAK = bool(os.environ.get("ANFANG_SOAK"))
SEED = int(os.environ.get("ANFANG_SEED", "20260302"))
SHARE = 0.2
FAULTS = ("tool", "bug", "hung", "network", "browser", "refused", "dead once", "renderer")
ROWS = (("guide_findable", "seal"), ("tech_load", ""))


def undisturbed(job: VisitJob, evidence: EvidenceStore) -> VisitRecord:
    """The same for the same city: every city has values of its own."""
    chance = random.Random(job.city.id)
    sha = evidence.put(chance.randbytes(100), "bin")
    seen = tuple(
        Observation(job.city.id, "portal", step, row, "observed", chance.randint(1, 6), evidence=(Evidence(quote="办", snapshot=sha),))
        for row, step in ROWS
    )
    return VisitRecord("measured", seen)


async def fault(kind: str, browser: Browser) -> VisitRecord:
    """What an attempt brings in which something went wrong that is not the portal's."""
    if kind == "tool":
        raise MeasurementError("the browser did not answer a snapshot in time")
    if kind == "bug":
        raise ZeroDivisionError
    if kind == "hung":
        page = await browser.new_page()
        await page.evaluate("() => { while (true) {} }")
    if kind == "browser":
        os.kill(await process_id(browser), 9)
        await browser.new_page()
    if kind == "renderer":
        raise PlaywrightError("Page.goto: Target crashed")
    signatures = {"network": "net::ERR_INTERNET_DISCONNECTED", "refused": "refused: host not allowed", "dead once": "net::ERR_TIMED_OUT"}
    return VisitRecord("home_dead", signature={"failure": signatures[kind], "status": None})


async def made(folder: Path, share: float, kinds: tuple[str, ...]) -> tuple[RoundResults, Counter[str]]:
    chance, met = random.Random(SEED), Counter[str]()

    async def visit(job: VisitJob, browser: Browser, evidence: EvidenceStore) -> VisitRecord:
        if chance.random() < share:
            kind = chance.choice(kinds)
            met[kind] += 1
            return await fault(kind, browser)
        return undisturbed(job, evidence)

    opened(folder)
    for _run in range(3):
        await run_round(folder, visit=visit, now=MORNING, spacing=0.0, seconds=1.0, workers=4)
    return results.load(folder.name, folder.parent), met


def points(found: RoundResults) -> dict[tuple[str, str], float]:
    return {
        (city, row): score.points
        for city, card in found.scorecards.items()
        for row, score in card.indicators.items()
        if score.points is not None
    }


@pytest.mark.browser
async def test_faults_in_every_fifth_attempt_change_no_score(tmp_path: Path) -> None:
    calm, _none = await made(tmp_path / "calm", 0.0, FAULTS)
    kinds = FAULTS if SOAK else tuple(kind for kind in FAULTS if kind not in ("hung", "browser"))
    rough, met = await made(tmp_path / "rough", SHARE, kinds)
    assert sum(met.values()) >= 5, met
    assert set(points(rough).items()) <= set(points(calm).items()), f"another number, seed {SEED}: {met}"
    lost = {city.id for city in CITIES} - {city for city, _row in points(rough)}
    assert len(lost) <= met["refused"], "only what our policy refused is left out"
    assert len(points(calm)) >= len(CITIES)
    with Store.open(tmp_path / "rough") as store:
        assert unfinished(store) == ()
    assert verify(tmp_path / "rough").sound


CATALOGUE = load_catalogue()
HELD = CITIES[:3]
STEADY = tuple(
    Observation(city.id, "portal", step, row, "observed", value)
    for city in HELD
    for (row, step), value in zip(ROWS, (2, 3.0), strict=True)
)


def scored(observations: tuple[Observation, ...]) -> RoundResults:
    return score_round(
        name="x", state="open", plan=PLAN, plan_hash="p", instrument="i", catalogue=CATALOGUE, cities=HELD,
        observations=observations, weights=find_weights("default", CATALOGUE),
    )  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(["", "error", "blocked", "not_observed", "censored"]), min_size=6, max_size=6))
def test_no_failure_refusal_or_wall_changes_a_score(statuses: list[str]) -> None:
    met = tuple(
        replace(one, status=status, value=None, reason="x") if status else one  # type: ignore[arg-type]
        for one, status in zip(STEADY, statuses, strict=True)
    )
    assert set(points(scored(met)).items()) <= set(points(scored(STEADY)).items())
