"""The outer watchdog: a visit ends when its time is over, whatever its page does."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, TypeVar

from anfang.errors import BrowserDied
from anfang.rounds.failure import VisitHung

VISIT = 180.0
"""Seconds of active time that a visit has when it is alone."""
_GROWTH = 0.2
"""Each further visit at once makes every journey a fifth longer (measured up to 8: x 2.4)."""
_FAILING = 2.0
"""Seconds in which a visit notices by itself that its browser is gone (seen: 0.24)."""
_LETTING_GO = 10.0
"""Seconds in which a cancelled visit must have closed its context."""

Result = TypeVar("Result")


def limit(workers: int, *, alone: float = VISIT) -> float:
    """Seconds that a visit has among `workers` at once."""
    return alone * (1 + _GROWTH * (workers - 1))


async def watched(
    visit: Coroutine[Any, Any, Result],
    *,
    seconds: float,
    gone: asyncio.Event,
    kill: Callable[[], Awaitable[None]],
) -> Result | Exception:
    """What the visit returned, or what it raised: a fault of ours, a bug included, is a fact to be recorded.

    VisitHung when its time is over, BrowserDied when the browser is `gone`. A visit that then does not let go of
    its context has its browser killed.
    """
    task = asyncio.create_task(visit)
    leaving = asyncio.create_task(gone.wait())
    try:
        await asyncio.wait({task, leaving}, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
        if gone.is_set():
            # Most calls fail at once when the browser dies; a new_page under way never returns.
            await asyncio.wait({task}, timeout=_FAILING)
        if task.done():
            return _outcome(task)
        return (
            BrowserDied("the browser died")
            if gone.is_set()
            else VisitHung(f"still busy after {seconds:.0f} s")
        )
    finally:
        leaving.cancel()
        # Also when the run itself is cancelled: nothing may go on behind its back.
        if not task.done():
            await _end(task, kill, _FAILING if gone.is_set() else _LETTING_GO)


def _outcome(task: asyncio.Task[Result]) -> Result | Exception:
    if task.cancelled():
        return BrowserDied("the visit was cancelled from within")
    failure = task.exception()
    if failure is None:
        return task.result()
    if isinstance(failure, Exception):
        return failure
    raise failure


async def _end(task: asyncio.Task[Result], kill: Callable[[], Awaitable[None]], letting_go: float) -> None:
    task.cancel()
    await asyncio.wait({task}, timeout=letting_go)
    if not task.done():
        await kill()
        await asyncio.wait({task}, timeout=letting_go)
    if task.done() and not task.cancelled():
        # Read what it raised while ending, or asyncio reports it as never retrieved.
        task.exception()
