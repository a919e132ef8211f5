"""docs/accuracy.md: what was measured when, one line a family; lines are added and never changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from anfang.testbed.accuracy import Accuracy
from bench.gym import line

FILE = Path(__file__).parents[1] / "docs" / "accuracy.md"
HEAD = """# Accuracy on portals whose truth is known

Made by `python bench/first_contact.py FAMILY` and `python bench/accuracy.py --note`; lines are added and never changed.

A **first** contact is that of the shopper, the probes and the lexicon as they were before the family came into the repository:
whoever wrote the family had read what is known of real portals and the schema of planted facts, and nothing of the shopper. A
**later** line is that of the instrument at its commit, which may have been mended after a look at the misses. *Value equal* is
the share of planted facts recorded as planted, *points equal* the share that earns the right points, *majority* what always
answering a row's most frequent value would get right, *wrong* recorded otherwise, *missing* not observed. All portals are
simulated: whether a real one is as easy, nobody knows beforehand.

| day | family | contact | instrument | portals | planted | value equal | points equal | majority | wrong | missing |
|---|---|---|---|---|---|---|---|---|---|---|
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """A family as one instrument saw it."""

    day: str
    family: str
    contact: str
    instrument: str
    """Short hash of the commit."""
    portals: int
    found: Accuracy

    def row(self) -> str:
        cells = (self.day, self.family, self.contact, self.instrument, str(self.portals), *line(self.found))
        return f"| {' | '.join(cells)} |"


def known(text: str, family: str) -> bool:
    """Whether the family's first contact stands in the file."""
    return any(
        [cell.strip() for cell in row.split("|")][2:4] == [family, "first"] for row in text.splitlines() if row.startswith("|")
    )


def add(entries: Iterable[Entry], file: Path = FILE) -> None:
    """Write the lines below those that are there."""
    text = file.read_text(encoding="utf-8") if file.exists() else HEAD
    rows = "".join(f"{entry.row()}\n" for entry in entries)
    file.write_text(text + rows, encoding="utf-8")
