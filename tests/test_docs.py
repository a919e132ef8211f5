"""The documents speak of commands and indicators that exist."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer.main

import anfang.cli  # registers the commands
from anfang import init
from anfang.cli.app import app
from scoring.catalogue import load_catalogue

ROOT = Path(anfang.cli.__file__).parents[2]
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md"), init.TEMPLATE / "README.md"])

FENCE = re.compile(r"^```.*?$(.*?)^```", re.MULTILINE | re.DOTALL)
SPAN = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
INDICATOR = re.compile(r"\b(?:guide|tech|proc|int|mob|x|inv|gate)_[a-z_]+\b")


def codes(text: str) -> Iterator[str]:
    """Every line of the fenced and indented blocks and every code span of a page."""
    for block in FENCE.findall(text):
        yield from block.replace("\\\n", " ").splitlines()
    rest = FENCE.sub("", text)
    yield from (line for line in rest.splitlines() if line.startswith("    "))
    yield from SPAN.findall(rest)


def commands(text: str) -> Iterator[list[str]]:
    """The words of every `anfang` command, up to a pipe, a redirection or the next command."""
    for code in codes(text):
        for part in re.split(r"\|\||&&|[|;>]", code):
            line = part.strip().removeprefix("$ ")
            if re.match(r"anfang(\s|$)", line):
                yield shlex.split(line, comments=True)[1:]


def wrong(words: list[str]) -> str:
    """What is wrong with a command by the application itself; '' where it exists with all its options."""
    command: Any = typer.main.get_command(app)
    for word in words:
        if word.startswith("-"):
            known = {name for option in command.params for name in option.opts} | {"--help"}
            if word.split("=")[0] not in known:
                return f"{command.name} has no option {word}"
        elif hasattr(command, "commands"):
            if word not in command.commands:
                return f"no command {word}"
            command = command.commands[word]
    return ""


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_command_exists(page: Path) -> None:
    faults = {shlex.join(words): wrong(words) for words in commands(page.read_text(encoding="utf-8"))}
    assert {line: fault for line, fault in faults.items() if fault} == {}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_indicator_exists(page: Path) -> None:
    known = {row.id for row in load_catalogue().indicators}
    assert set(INDICATOR.findall(page.read_text(encoding="utf-8"))) - known == set()


def test_commands_are_found_wherever_they_stand() -> None:
    text = "Run `anfang doctor --json`.\n\n    anfang cities list\n\n```\n$ anfang init \\\n  x | less  # y\n```\n"
    assert list(commands(text)) == [["init", "x"], ["cities", "list"], ["doctor", "--json"]]


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("doctor --json", ""),
        ("cities list --region=华南", ""),
        ("--help", ""),
        ("doctr", "no command doctr"),
        ("cities lst", "no command lst"),
        ("doctor --jsn", "doctor has no option --jsn"),
    ],
)
def test_a_command_is_judged_by_the_application(line: str, fault: str) -> None:
    assert wrong(line.split()) == fault
