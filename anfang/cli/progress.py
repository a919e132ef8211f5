"""How far a run of visits is: a bar on a terminal, now and then a line where the output goes to a file."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import contextmanager
from datetime import timedelta
from typing import TYPE_CHECKING

from rich import progress

from anfang.cli.app import err

if TYPE_CHECKING:
    from anfang.rounds.run import Progress

LINES = 6
"""Lines that a run writes where there is no terminal."""


@contextmanager
def visits(name: str) -> Generator[Callable[[Progress], None]]:
    """What a runner calls with its progress, for the length of the block."""
    if not err.is_terminal:
        yield lambda done: _line(name, done)
        return
    columns = (
        progress.TextColumn("{task.description}"),
        progress.BarColumn(),
        progress.MofNCompleteColumn(),
        progress.TextColumn("{task.fields[left]}"),
    )
    with progress.Progress(*columns, console=err) as bar:
        task = bar.add_task(name, total=None, left="")
        yield lambda done: bar.update(task, completed=done.done, total=done.total, left=_left(done))


def _line(name: str, done: Progress) -> None:
    every = -(-done.total // LINES)
    if done.done and (done.done % every == 0 or done.done == done.total):
        err.print(f"{name}: {done.done} of {done.total} visits  {_left(done)}".rstrip(), highlight=False)


def _left(done: Progress) -> str:
    return "" if done.seconds_left is None else f"{timedelta(seconds=round(done.seconds_left))} left"
