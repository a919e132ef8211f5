"""apt-get and sudo are small programs on a PATH of their own that write down how they were called."""

from __future__ import annotations

from pathlib import Path

import pytest

from anfang import apt


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def program(folder: Path, name: str, script: str) -> None:
    file = folder / name
    file.write_text(f"#!/bin/sh\n{script}\n")
    file.chmod(0o755)


def calls(folder: Path) -> list[str]:
    log = folder / "log"
    return log.read_text().splitlines() if log.exists() else []


def test_the_lists_are_brought_up_to_date_first(programs: Path) -> None:
    program(programs, "apt-get", f'echo "$@" >> {programs}/log')
    program(programs, "sudo", 'shift; exec "$@"')
    assert apt.install("chromium", "fonts-noto-cjk")
    assert calls(programs) == [
        "update -qq",
        "install -y -qq --no-install-recommends chromium fonts-noto-cjk",
    ]


def test_lists_that_cannot_be_fetched_do_not_stop_it(programs: Path) -> None:
    program(programs, "apt-get", '[ "$1" = install ]')
    program(programs, "sudo", 'shift; exec "$@"')
    assert apt.install("chromium")


def test_a_package_that_is_not_there(programs: Path) -> None:
    program(programs, "apt-get", '[ "$1" = update ]')
    program(programs, "sudo", 'shift; exec "$@"')
    assert not apt.install("chromium")


def test_no_apt_on_this_machine(programs: Path) -> None:
    assert not apt.install("chromium")


@pytest.mark.parametrize("sudo", [None, "echo a password is required >&2; exit 1"])
def test_a_user_who_may_not_is_never_asked(
    programs: Path, monkeypatch: pytest.MonkeyPatch, sudo: str | None
) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    program(programs, "apt-get", f'echo "$@" >> {programs}/log')
    if sudo:
        program(programs, "sudo", sudo)
    assert not apt.install("chromium")
    assert calls(programs) == []


def test_the_line_to_type() -> None:
    assert apt.line("python3.11-venv") == "sudo apt-get install -y python3.11-venv"
