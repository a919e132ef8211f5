from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from anfang.cities import load_cities
from anfang.errors import VerificationFailed
from anfang.evidence import EVIDENCE
from anfang.model import Finding, Plan
from anfang.probe import PROBES
from anfang.rounds.remeasure import Changed, remeasure
from anfang.rounds.run import run_round
from anfang.store import Attempt, Store
from anfang.testbed.controls import dead, perfect
from anfang.testbed.server import Testbed, write_cities
from anfang.verify import verify
from tests.rounds.errand import MORNING

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]
PLAN = Plan(
    scenario="business_startup",
    channels=("portal",),
    steps=("registration", "seal", "invoice", "social_insurance"),
    basket=("guide_findable", "guide_core_elements", "guide_blank_form", "proc_trips", "tech_links", "gate_service"),
    window=("2026-03-02", "2026-03-06"),
    lab=True,
)


@pytest.fixture(scope="module")
async def visited(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A round over two of the testbed's portals, one of them dead; the server is gone when it is measured again."""
    root = tmp_path_factory.mktemp("results")
    async with Testbed((perfect(), dead())) as served:
        write_cities(root / "lab.yaml", served.portals, served.port)
        with Store.create(root / "spring", PLAN, load_cities(root / "lab.yaml", lab=True), at=MORNING) as store:
            store.move("open", at=MORNING, instrument="that of the opening")
        assert await run_round(root / "spring", now=MORNING, spacing=0.1) == ()
    return root / "spring"


@pytest.fixture
def folder(visited: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(visited, tmp_path / "spring"))


async def test_the_same_instrument_gives_the_same_observations_and_adds_nothing(folder: Path) -> None:
    with Store.open(folder) as store:
        before = (store.current_observations(), store.attempts(), store.head())
    found = remeasure(folder, at=MORNING)
    assert (found.visits, found.changed, found.left, found.recorded) == (2, (), (), False)
    with Store.open(folder) as store:
        assert (store.current_observations(), store.attempts(), store.head()) == before


async def test_another_instrument_adds_attempts_that_name_their_source(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    probe = PROBES["guide_blank_form"]
    monkeypatch.setitem(PROBES, "guide_blank_form", replace(probe, ask=lambda trail, step: Finding("absent", reason="blind")))
    monkeypatch.setattr("anfang.rounds.remeasure.instrument_hash", lambda: "blind")
    shown = remeasure(folder, at=MORNING, record=False)
    found = remeasure(folder, at=MORNING)
    assert found.changed == shown.changed
    assert found.changed[0] == Changed(
        "perfect", "portal", "registration", "guide_blank_form", ("observed", "works"), ("observed", "absent"), "blind"
    )
    with Store.open(folder) as store:
        first, again = store.attempts(city="perfect")
        assert (again.instrument, again.source, again.page_loads, again.trail) == ("blind", first.number, 0, first.trail)
        assert store.instruments() == {"blind"}
        assert {one.value for one in store.current_observations() if one.city == "dead"} == {"unreachable"}
        assert "2 visits were measured again" in store.deviations()[-1][1]
    assert verify(folder).sound


async def test_a_probe_that_is_not_repeatable_is_found_out(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    probe = PROBES["tech_links"]
    monkeypatch.setitem(PROBES, "tech_links", replace(probe, ask=lambda trail: Finding(0.5)))
    with pytest.raises(VerificationFailed, match="the same instrument over the same archive gives 1 other observations, first perfect tech_links"):
        remeasure(folder, at=MORNING)


async def test_a_visit_without_its_archive_is_named(folder: Path) -> None:
    for file in (folder / EVIDENCE).rglob("*.trail.json.gz"):
        file.unlink()
    assert remeasure(folder, at=MORNING).left == (("perfect", "portal", "purged or missing"),)
    with Store.open(folder) as store:
        last = store.attempts(city="perfect")[-1]
        store.record_attempt(Attempt("perfect", "portal", last.started, last.ended, "measured", complete=True))
    assert remeasure(folder, at=MORNING).left == (("perfect", "portal", "no archive"),)


OFFLINE = """
import sys
def refuse(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "subprocess.Popen", "os.posix_spawn", "os.fork"):
        raise PermissionError(f"{event}: measuring again needs no network, no browser and no other process")
sys.addaudithook(refuse)
from anfang.cli import main
sys.argv = ["anfang", "remeasure", "spring", "--results", sys.argv[1]]
main()
"""


async def test_no_network_and_no_browser_is_asked_for(folder: Path) -> None:
    done = subprocess.run([sys.executable, "-c", OFFLINE, folder.parent], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "2 visits" in done.stdout
    assert "0 changed; nothing is recorded" in done.stdout
