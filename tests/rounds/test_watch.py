from __future__ import annotations

import asyncio

import pytest

from anfang.errors import BrowserDied
from anfang.rounds.failure import VisitHung
from anfang.rounds.watch import limit, watched


class Browser:
    """Says that it is gone, once it was killed."""

    def __init__(self) -> None:
        self.gone = asyncio.Event()

    async def kill(self) -> None:
        self.gone.set()


async def long(result: str = "done") -> str:
    await asyncio.Event().wait()
    return result


async def test_a_visit_in_time_is_what_it_returned_or_raised() -> None:
    async def quick() -> str:
        return "done"

    async def buggy() -> str:
        raise KeyError("title")

    browser = Browser()
    assert await watched(quick(), seconds=5, gone=browser.gone, kill=browser.kill) == "done"
    assert isinstance(await watched(buggy(), seconds=5, gone=browser.gone, kill=browser.kill), KeyError)


async def test_a_visit_out_of_time_is_cancelled_and_its_browser_lives() -> None:
    browser = Browser()
    assert isinstance(await watched(long(), seconds=0.05, gone=browser.gone, kill=browser.kill), VisitHung)
    assert not browser.gone.is_set()


async def test_a_browser_that_is_gone_ends_a_visit_that_did_not_notice(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("anfang.rounds.watch._FAILING", 0.05)
    browser = Browser()
    asyncio.get_running_loop().call_later(0.05, browser.gone.set)
    assert isinstance(await watched(long(), seconds=60, gone=browser.gone, kill=browser.kill), BrowserDied)


async def test_a_visit_that_does_not_let_go_has_its_browser_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("anfang.rounds.watch._LETTING_GO", 0.05)
    browser = Browser()

    async def clinging() -> str:
        try:
            return await long()
        finally:
            await browser.gone.wait()

    assert isinstance(
        await watched(clinging(), seconds=0.05, gone=browser.gone, kill=browser.kill), VisitHung
    )
    assert browser.gone.is_set()


async def test_cancelling_the_run_ends_the_visit_first() -> None:
    ended = asyncio.Event()

    async def visit() -> str:
        try:
            return await long()
        finally:
            ended.set()

    browser = Browser()
    running = asyncio.create_task(watched(visit(), seconds=60, gone=browser.gone, kill=browser.kill))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    assert ended.is_set()


def test_visits_at_once_have_more_time_each() -> None:
    assert limit(1) == 180.0
    assert limit(4) == pytest.approx(288.0)
