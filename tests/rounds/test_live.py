from __future__ import annotations

from contextlib import aclosing, asynccontextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from anfang.errors import BrowserMissing, Refused
from anfang.evidence import EvidenceStore
from anfang.model import City
from anfang.rounds import plan as planning
from anfang.rounds.host import ALONE, BrowserHost
from anfang.rounds.live import field_work, keep, permitted
from anfang.rounds.run import run_round
from anfang.shopper.browser import arguments, is_root, open_browser
from anfang.store import Store
from tests.rounds.errand import MORNING, PLAN
from tests.test_authorisation import EXAMPLE, written

CITY = City("yunhe", "云河", "Yunhe", "华东", portals={"portal": "https://zwfw.example.gov.cn/"})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An open live round, not yet authorised."""
    with Store.create(tmp_path / "spring", replace(PLAN, lab=False), (CITY,), at=MORNING) as store:
        store.move("open", at=MORNING, instrument="tests")
    return tmp_path / "spring"


@pytest.fixture
def somebody(monkeypatch: pytest.MonkeyPatch) -> None:
    """An ordinary account, whatever account runs the tests."""
    monkeypatch.setattr(planning, "is_root", lambda: False)


async def work(folder: Path, at: datetime = MORNING) -> tuple[float, bool]:
    with Store.open(folder) as store:
        async with field_work(store, EvidenceStore(folder / "evidence"), at=at) as live:
            pace = live.pace("yunhe", "portal")
            assert pace is not None
            return pace.granted.pace_s, bool(live.controls.urls)


async def test_without_an_authorisation_nothing_is_visited(folder: Path, somebody: None) -> None:
    with pytest.raises(Refused, match="under an authorisation only"):
        await run_round(folder, now=MORNING)
    with Store.open(folder) as store:
        assert store.attempts() == ()


async def test_an_authorisation_is_kept_with_the_round_and_linked_into_its_chain(folder: Path, tmp_path: Path, somebody: None) -> None:
    keep(written(tmp_path, EXAMPLE), folder)
    assert await work(folder) == (5.0, True)
    with Store.open(folder) as store:
        (_at, told), *_ = store.deviations()
    assert told.startswith("field work under the authorisation of the office")
    assert "sha256" in told


async def test_neither_other_days_nor_other_hosts_are_covered(folder: Path, tmp_path: Path, somebody: None) -> None:
    keep(written(tmp_path, EXAMPLE), folder)
    with pytest.raises(Refused, match="not on 2026-04-11"):
        await work(folder, MORNING + timedelta(days=40))
    keep(written(tmp_path, EXAMPLE.replace("zwfw.", "other.")), folder)
    with pytest.raises(Refused, match="does not name"):
        await work(folder)


async def test_root_is_refused(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(planning, "is_root", lambda: True)
    keep(written(tmp_path, EXAMPLE), folder)
    with pytest.raises(Refused, match="not visited as root"):
        permitted(folder, MORNING)


@pytest.mark.browser
async def test_live_browsers_keep_their_sandbox_and_do_not_start_without() -> None:
    assert "--no-sandbox" not in arguments(lab=False)
    if not is_root():
        pytest.skip("only root has no sandbox")
    with pytest.raises(BrowserMissing, match="does not start"):
        async with open_browser(lab=False):
            pass


@pytest.mark.browser
async def test_each_live_visit_has_a_browser_that_is_closed_at_its_end() -> None:
    opened: list[object] = []

    @asynccontextmanager
    async def launch():
        async with open_browser() as browser:
            opened.append(browser)
            yield browser

    async with aclosing(BrowserHost(launch, recycle=ALONE)) as host:
        for _ in range(2):
            async with host.lend() as shared:
                assert shared.alive
            assert not shared.alive
    assert len(opened) == 2
