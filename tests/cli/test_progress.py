from __future__ import annotations

import io

import pytest
from rich.console import Console

from anfang.cli import progress
from anfang.rounds.run import Progress


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> Console:
    screen = Console(file=io.StringIO(), width=80)
    monkeypatch.setattr(progress, "err", screen)
    return screen


def lines(screen: Console, total: int) -> list[str]:
    with progress.visits("spring") as told:
        for done in range(total + 1):
            told(Progress(done, total, None if done == 0 else 65.4 * (total - done)))
    assert isinstance(screen.file, io.StringIO)
    return screen.file.getvalue().splitlines()


def test_a_file_gets_six_lines_of_a_long_run(screen: Console) -> None:
    found = lines(screen, 36)
    assert len(found) == 6
    assert found[0] == "spring: 6 of 36 visits  0:32:42 left"
    assert found[-1] == "spring: 36 of 36 visits  0:00:00 left"


def test_a_short_run_is_told_visit_by_visit(screen: Console) -> None:
    assert len(lines(screen, 2)) == 2


def test_a_terminal_gets_a_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Console(file=io.StringIO(), width=80, force_terminal=True)
    monkeypatch.setattr(progress, "err", terminal)
    with progress.visits("spring") as told:
        told(Progress(1, 4, 90.0))
    assert isinstance(terminal.file, io.StringIO)
    assert "1/4" in terminal.file.getvalue()
    assert "0:01:30 left" in terminal.file.getvalue()
