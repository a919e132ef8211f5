from __future__ import annotations

import asyncio
import os
import random
import subprocess
import sys
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.async_api import Browser, async_playwright

from anfang.errors import BadInput, DiskFull, RoundLocked
from anfang.evidence import EvidenceStore
from anfang.model import Observation
from anfang.rounds.lock import locked
from anfang.rounds.run import Progress, run_round, unfinished
from anfang.shopper.browser import arguments, find_browser, open_browser
from anfang.shopper.job import VisitJob, VisitRecord
from anfang.store import Attempt, Store
from tests.rounds import errand as small
from tests.rounds.errand import MORNING, ROWS, Portals, errand, open_round

pytestmark = pytest.mark.browser
QUICK = {"visit": errand, "now": MORNING, "spacing": 0.1}


@pytest.fixture
async def portals() -> AsyncIterator[Portals]:
    async with small.portals() as serving:
        yield serving


def attempts(folder: Path) -> tuple[Attempt, ...]:
    with Store.open(folder) as store:
        return store.attempts()


def observations(folder: Path) -> tuple[Observation, ...]:
    with Store.open(folder) as store:
        return store.current_observations()


def facts(folder: Path) -> list[tuple[str, str, str, str, str, object]]:
    """What a repeated round must repeat (design.md, "Repeatable")."""
    seen = observations(folder)
    return sorted((row.city, row.channel, row.step, row.indicator, row.status, row.value) for row in seen)


async def process_id(browser: Browser) -> int:
    session = await browser.new_browser_cdp_session()
    found = await session.send("SystemInfo.getProcessInfo")
    return next(known["id"] for known in found["processInfo"] if known["type"] == "browser")


async def test_every_visit_is_made_once_with_its_cost_and_its_time(tmp_path: Path, portals: Portals) -> None:
    folder = open_round(tmp_path / "spring", portals.city("yunhe"), portals.city("anping"))
    told: list[Progress] = []
    left = await run_round(folder, **QUICK, progress=told.append)
    assert left == ()
    assert [(done.done, done.total) for done in told] == [(0, 2), (1, 2), (2, 2)]
    assert (told[0].seconds_left, told[-1].seconds_left) == (None, 0.0)
    assert facts(folder) == sorted(
        (city, "portal", step, row, "observed", len(city))
        for city in ("yunhe", "anping")
        for row, step in ROWS
    )
    for made in attempts(folder):
        assert (made.number, made.outcome, made.complete, made.page_loads) == (1, "measured", True, 1)
        assert MORNING <= made.started < made.ended < MORNING + timedelta(minutes=1)
        assert made.browser["name"] == "chromium"
        assert made.cpu_s is None or made.cpu_s > 0.0
    assert await run_round(folder, **QUICK) == ()
    assert len(attempts(folder)) == 2


async def test_a_dead_home_page_is_unreachable_after_exactly_three_attempts(
    tmp_path: Path, portals: Portals
) -> None:
    portals.dead.add("yunhe")
    folder = open_round(tmp_path / "spring", portals.city("yunhe"))
    assert await run_round(folder, **QUICK) == ()
    assert [made.failure for made in attempts(folder)] == ["suspect", "suspect", "portal"]
    rows = observations(folder)
    assert [(row.indicator, row.step, row.status, row.value) for row in rows] == [
        (indicator, step, "observed", "unreachable") for indicator, step in ROWS
    ]
    assert all(len(row.evidence) == 3 and "ERR_EMPTY_RESPONSE" in row.evidence[0].note for row in rows)


async def test_a_home_page_that_answers_at_the_third_attempt_is_measured(
    tmp_path: Path, portals: Portals
) -> None:
    portals.dead.add("yunhe")
    folder = open_round(tmp_path / "spring", portals.city("yunhe"))
    running = asyncio.create_task(run_round(folder, **(QUICK | {"spacing": 1.0})))
    while len(attempts(folder)) < 2:
        await asyncio.sleep(0.05)
    portals.dead.clear()
    await running
    assert [made.outcome for made in attempts(folder)] == ["home_dead", "home_dead", "measured"]
    assert {row.value for row in observations(folder)} == {len("yunhe")}


async def test_when_our_own_page_does_not_show_either_it_is_our_error(
    tmp_path: Path, portals: Portals
) -> None:
    @asynccontextmanager
    async def without_network() -> AsyncIterator[Browser]:
        found = await find_browser()
        nowhere = ["--proxy-server=127.0.0.1:9", "--proxy-bypass-list=<-loopback>"]
        async with async_playwright() as driver:
            yield await driver.chromium.launch(
                executable_path=found.path, args=[*arguments(lab=True), *nowhere]
            )

    folder = open_round(tmp_path / "spring", portals.city("yunhe"))
    left = await run_round(folder, **QUICK, launch=without_network)
    assert [made.failure for made in attempts(folder)] == ["canary"] * 3
    assert {(row.status, row.value) for row in observations(folder)} == {("error", None)}
    assert [target.city.id for target in left] == ["yunhe"]
    assert await run_round(folder, **QUICK) == ()
    assert {(row.status, row.value) for row in observations(folder)} == {("observed", len("yunhe"))}


async def test_a_browser_killed_in_mid_visit_costs_no_city_its_score(
    tmp_path: Path, portals: Portals
) -> None:
    opened: list[Browser] = []

    @asynccontextmanager
    async def launch() -> AsyncIterator[Browser]:
        async with open_browser() as browser:
            opened.append(browser)
            yield browser

    portals.delay = 1.0
    folder = open_round(tmp_path / "spring", *map(portals.city, ("yunhe", "anping", "qinghe")))
    running = asyncio.create_task(run_round(folder, **QUICK, launch=launch, workers=2))
    await portals.first.wait()
    os.kill(await process_id(opened[0]), 9)
    assert await running == ()
    assert len(opened) == 2
    assert Counter(made.outcome for made in attempts(folder)) == {"measured": 3}


@pytest.mark.parametrize("kind", ["renderer", "GPU", "utility"])
async def test_a_child_of_the_browser_killed_in_mid_visit_costs_no_city_its_score(
    tmp_path: Path, portals: Portals, kind: str
) -> None:
    opened: list[Browser] = []

    @asynccontextmanager
    async def launch() -> AsyncIterator[Browser]:
        async with open_browser() as browser:
            opened.append(browser)
            yield browser

    portals.delay = 1.0
    folder = open_round(tmp_path / "spring", portals.city("yunhe"), portals.city("anping"))
    running = asyncio.create_task(run_round(folder, **QUICK, launch=launch, workers=2))
    await portals.first.wait()
    for child in await children(opened[0], kind):
        os.kill(child, 9)
    assert await running == ()
    assert {(row.city, row.value) for row in observations(folder)} == {("yunhe", 5), ("anping", 6)}


async def children(browser: Browser, kind: str) -> list[int]:
    session = await browser.new_browser_cdp_session()
    found = await session.send("SystemInfo.getProcessInfo")
    return [known["id"] for known in found["processInfo"] if known["type"].startswith(kind)]


async def test_a_visit_that_kills_every_browser_ends_as_error_and_the_others_are_measured(
    tmp_path: Path, portals: Portals
) -> None:
    async def poisoned(job: VisitJob, browser: Browser, evidence: EvidenceStore) -> VisitRecord:
        if job.city.id == "poison":
            os.kill(await process_id(browser), 9)
        return await errand(job, browser, evidence)

    portals.delay = 0.5
    folder = open_round(tmp_path / "spring", *map(portals.city, ("yunhe", "poison", "anping")))
    left = await run_round(folder, **(QUICK | {"visit": poisoned}), workers=3)
    assert [target.city.id for target in left] == ["poison"]
    made = Counter((made.city, made.outcome, made.failure) for made in attempts(folder))
    assert made == {
        ("yunhe", "measured", ""): 1,
        ("anping", "measured", ""): 1,
        ("poison", "error", "browser"): 3,
    }


async def test_a_page_that_never_lets_go_is_ended_by_the_watchdog(tmp_path: Path, portals: Portals) -> None:
    async def stuck(job: VisitJob, browser: Browser, evidence: EvidenceStore) -> VisitRecord:
        if job.city.id == "yunhe":
            page = await browser.new_page()
            await page.evaluate("() => { while (true) {} }")
        return await errand(job, browser, evidence)

    folder = open_round(tmp_path / "spring", portals.city("yunhe"), portals.city("anping"))
    left = await run_round(folder, **(QUICK | {"visit": stuck}), workers=2, seconds=2.0)
    assert [target.city.id for target in left] == ["yunhe"]
    assert Counter((made.city, made.failure) for made in attempts(folder)) == {
        ("yunhe", "hung"): 3,
        ("anping", ""): 1,
    }


async def test_a_bug_of_ours_is_an_error_that_names_its_place(tmp_path: Path, portals: Portals) -> None:
    async def buggy(job: VisitJob, browser: Browser, evidence: EvidenceStore) -> VisitRecord:
        raise ZeroDivisionError("no links on the page")

    folder = open_round(tmp_path / "spring", portals.city("yunhe"))
    await run_round(folder, **(QUICK | {"visit": buggy}))
    rows = observations(folder)
    assert [(row.indicator, row.step, row.status) for row in rows] == [(*row, "error") for row in ROWS]
    assert rows[0].reason.startswith("ZeroDivisionError: no links on the page (buggy, line ")


async def test_many_cities_dead_at_once_are_not_the_portals_failure_until_a_later_run_says_so(
    tmp_path: Path, portals: Portals
) -> None:
    names = [f"city{n}" for n in range(5)]
    portals.dead.update(names)
    folder = open_round(tmp_path / "spring", *map(portals.city, names))
    left = await run_round(folder, **QUICK, workers=1)
    assert sorted(target.city.id for target in left) == names
    assert {row.status for row in observations(folder)} == {"error"}
    # One after the other: the first are called unreachable before the surge shows, which is then taken back.
    first = [made.failure for made in attempts(folder) if made.city == "city0"]
    assert first == ["suspect", "suspect", "portal", "surge"]
    portals.dead.difference_update(names[1:])
    assert await run_round(folder, **QUICK) == ()
    values = {(row.city, row.value) for row in observations(folder)}
    assert values == {("city0", "unreachable"), *((name, len(name)) for name in names[1:])}


async def test_what_our_policy_refused_is_blocked_and_never_scored(tmp_path: Path, portals: Portals) -> None:
    async def refused(job: VisitJob, browser: Browser, evidence: EvidenceStore) -> VisitRecord:
        return VisitRecord(outcome="home_dead", signature={"failure": "refused: host not allowed"})

    folder = open_round(tmp_path / "spring", portals.city("yunhe"))
    assert await run_round(folder, **(QUICK | {"visit": refused})) == ()
    assert [(made.failure, made.outcome) for made in attempts(folder)] == [("policy", "blocked")]
    assert {(row.status, row.reason) for row in observations(folder)} == {
        ("blocked", "policy: refused: host not allowed")
    }


async def test_after_five_failures_of_ours_only_a_person_asks_for_more(tmp_path: Path, portals: Portals) -> None:
    async def buggy(job: VisitJob, browser: Browser, evidence: EvidenceStore) -> VisitRecord:
        raise ZeroDivisionError

    folder = open_round(tmp_path / "spring", portals.city("yunhe"))
    for made in (3, 5, 5):
        assert len(await run_round(folder, **(QUICK | {"visit": buggy, "spacing": 0.0}))) == 1
        assert len(attempts(folder)) == made
    assert await run_round(folder, **QUICK, again=True) == ()
    assert {row.value for row in observations(folder)} == {len("yunhe")}


async def test_a_blocked_visit_leaves_every_row_blocked(tmp_path: Path, portals: Portals) -> None:
    async def walled(job: VisitJob, browser: Browser, evidence: EvidenceStore) -> VisitRecord:
        return VisitRecord(outcome="blocked", reason="captcha on the home page")

    folder = open_round(tmp_path / "spring", portals.city("yunhe"))
    assert await run_round(folder, **(QUICK | {"visit": walled})) == ()
    assert {(row.status, row.value, row.reason) for row in observations(folder)} == {
        ("blocked", None, "captcha on the home page")
    }


async def test_a_run_that_is_cancelled_goes_on_where_it_stopped(tmp_path: Path, portals: Portals) -> None:
    portals.delay = 0.5
    names = ("yunhe", "anping", "qinghe", "luchuan")
    folder = open_round(tmp_path / "spring", *map(portals.city, names))
    first_done = asyncio.Event()
    running = asyncio.create_task(
        run_round(folder, **QUICK, workers=1, progress=lambda told: told.done and first_done.set())
    )
    await first_done.wait()
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    assert 1 <= len(attempts(folder)) < 4
    assert await run_round(folder, **QUICK) == ()
    assert Counter(made.city for made in attempts(folder)) == dict.fromkeys(names, 1)


async def test_killed_at_any_instant_a_round_loses_and_doubles_nothing(
    tmp_path: Path, portals: Portals
) -> None:
    names = [f"city{n}" for n in range(10)]
    calm = open_round(tmp_path / "calm", *map(portals.city, names))
    await run_round(calm, **QUICK)
    portals.delay = 1.0
    rough = open_round(tmp_path / "rough", *map(portals.city, names))
    chance, killed = random.Random(20260302), 0
    for _ in range(5):
        runner = await asyncio.create_subprocess_exec(sys.executable, small.__file__, str(rough))
        try:
            await asyncio.wait_for(runner.wait(), chance.uniform(1.5, 4.0))
        except TimeoutError:
            runner.kill()
            await runner.wait()
            killed += 1
    assert killed >= 2
    acknowledged = facts(rough)
    assert await run_round(rough, **QUICK) == ()
    assert facts(rough) == facts(calm)
    assert set(acknowledged) <= set(facts(rough))
    assert Counter(made.city for made in attempts(rough) if made.complete) == dict.fromkeys(names, 1)
    evidence = EvidenceStore(rough / "evidence")
    assert all(evidence.read(row.evidence[0].snapshot) for row in observations(rough))


async def test_a_second_runner_is_turned_away(tmp_path: Path, portals: Portals) -> None:
    folder = open_round(tmp_path / "spring", portals.city("yunhe"))
    with locked(folder), pytest.raises(RoundLocked, match=f"process {os.getpid()}"):
        await run_round(folder, **QUICK)


async def test_only_an_open_round_is_run(tmp_path: Path, portals: Portals) -> None:
    Store.create(tmp_path / "spring", small.PLAN, (portals.city("yunhe"),)).close()
    with pytest.raises(BadInput, match="the round is planned"):
        await run_round(tmp_path / "spring", **QUICK)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk], capture_output=True)
    if mounted.returncode:
        pytest.skip("may not mount a small disk here")
    yield disk
    subprocess.run(["umount", disk], check=True)


async def test_a_full_disk_stops_the_round_and_room_lets_it_go_on(small_disk: Path, portals: Portals) -> None:
    async def bulky(job: VisitJob, browser: Browser, evidence: EvidenceStore) -> VisitRecord:
        evidence.put(random.Random(job.city.id).randbytes(200_000), "bin")
        return await errand(job, browser, evidence)

    names = [f"city{n}" for n in range(6)]
    folder = open_round(small_disk / "spring", *map(portals.city, names))
    with pytest.raises(DiskFull, match="make room"):
        await run_round(folder, **(QUICK | {"visit": bulky}), workers=1)
    done = len(attempts(folder))
    assert 0 < done < 6
    assert all(file.stat().st_size for file in (folder / "evidence").rglob("*") if file.is_file())
    subprocess.run(["mount", "-o", "remount,size=20m", small_disk], check=True)
    assert await run_round(folder, **(QUICK | {"visit": bulky})) == ()
    assert Counter(made.city for made in attempts(folder) if made.complete) == dict.fromkeys(names, 1)
    with Store.open(folder) as store:
        assert unfinished(store) == ()
