"""Every line of 'Portal pages' of the reliability contract, visited as a round visits a portal.

`make test` visits the quick ones; `make soak` all of them (ANFANG_SOAK=1).
"""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from playwright.async_api import Browser

from anfang.model import City
from anfang.rounds.run import run_round
from anfang.rounds.standing import Standing, standings
from anfang.store import Store
from anfang.testbed.hostile.server import Hostile
from anfang.testbed.hostile.tricks import TRICKS, Trick
from tests.rounds.errand import MORNING, PLAN

pytestmark = pytest.mark.browser
SOAK = bool(os.environ.get("ANFANG_SOAK") or os.environ.get("ANFANG_TRICKS"))
HOSTILE = replace(PLAN, scenario="front_door", steps=(), basket=("tech_errors",))


def city(served: Hostile, trick: Trick) -> City:
    name = trick.name
    return City(name, name, name, "华东", portals={"portal": served.url(name)})


@pytest.fixture(scope="module")
def served() -> Iterator[Hostile]:
    with Hostile() as serving:
        yield serving


@asynccontextmanager
async def lent(browser: Browser) -> AsyncIterator[Browser]:
    """The tests' own browser, which no round closes."""
    yield browser


async def stage(served: Hostile, browser: Browser, trick: Trick, folder: Path) -> Standing:
    """Where the round of a lone trick ends. (So many at once would be a surge; tricks that kill get a browser of theirs.)"""
    with Store.create(folder, HOSTILE, (city(served, trick),), at=MORNING) as store:
        store.move("open", at=MORNING, instrument="tests")
    launch = partial(lent, browser) if trick.quick else None
    await run_round(folder, now=MORNING, spacing=0.0, seconds=40.0, workers=1, launch=launch)
    with Store.open(folder) as store:
        return standings(store)[0]


@pytest.mark.parametrize("trick", [trick for trick in TRICKS.values() if SOAK or trick.quick], ids=lambda trick: trick.name)
async def test_a_trick_ends_as_what_it_is(served: Hostile, browser: Browser, trick: Trick, tmp_path: Path) -> None:
    found = await stage(served, browser, trick, tmp_path / "hostile")
    assert found.stage == trick.expected, found


async def test_no_request_left_the_list_of_hosts_and_nothing_was_written(served: Hostile) -> None:
    assert len({host for _method, host, _path in served.heard}) >= 20, "the tricks above were visited"
    assert served.strays == ()
    assert served.writes == ()
