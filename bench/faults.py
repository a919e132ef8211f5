"""The fault matrix: every promise of reliability, the tests that prove it, pass or fail.

    python bench/faults.py [--soak] [--only WORD] [--failed]

Runs the tests that bench/faults.yaml names (all hostile pages included, which wait for time-outs: about ten minutes),
prints one line a row and writes docs/reliability.md. --soak kills 500 times instead of 50. Exit code 1 where a row fails
or has no test.
"""

from __future__ import annotations

import argparse
import fnmatch
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from rich.console import Console
from ruamel.yaml import YAML

ROOT = Path(__file__).resolve().parents[1]
MATRIX = ROOT / "bench" / "faults.yaml"
PAGE = ROOT / "docs" / "reliability.md"
HEAD = """# Reliability

What is promised, and the tests that prove it. Written by `make faults`, which runs them; do not edit it by hand.
Whose failure it was, what survives a crash, how a page is held and how field work behaves is told in
[security.md](security.md) and [design.md](design.md).

"""


@dataclass(frozen=True, slots=True)
class Row:
    section: str
    text: str
    tests: tuple[str, ...]
    """'file::pattern' below tests/."""


@dataclass(frozen=True, slots=True)
class Proved:
    row: Row
    passed: int
    failed: int
    skipped: int
    without: tuple[str, ...]
    """Patterns that match no test."""

    @property
    def holds(self) -> bool:
        return self.passed > 0 and not self.failed and not self.without


def rows(matrix: Path = MATRIX) -> tuple[Row, ...]:
    sections = YAML(typ="safe").load(matrix.read_text("utf-8"))
    return tuple(Row(section, one["row"], tuple(one["tests"])) for section, several in sections.items() for one in several)


def run(files: Iterable[str], *, soak: bool, named: str = "") -> dict[str, str]:
    """Test id ('file::name') -> passed, failed or skipped. `named`: an expression for pytest -k."""
    environment = os.environ | {"ANFANG_TRICKS": "1", "PYTHONPATH": str(ROOT)} | ({"ANFANG_SOAK": "1"} if soak else {})
    with tempfile.TemporaryDirectory() as passing:
        report = Path(passing) / "junit.xml"
        paths = [f"tests/{file}" for file in sorted(set(files))]
        command = [sys.executable, "-m", "pytest", "-q", "-n", "2", "--dist", "loadfile", "-o", "junit_family=xunit1"]
        chosen = ["-k", named] if named else []
        subprocess.run([*command, f"--junitxml={report}", *chosen, *paths], cwd=ROOT, env=environment, check=False)
        return read(report)


def read(report: Path) -> dict[str, str]:
    """The outcome of every test of a JUnit report (xunit1, which names the files)."""
    found: dict[str, str] = {}
    for case in ElementTree.parse(report).iter("testcase"):
        marks = {child.tag for child in case}
        outcome = "failed" if marks & {"failure", "error"} else "skipped" if "skipped" in marks else "passed"
        found[f"{(case.get('file') or '').removeprefix('tests/')}::{case.get('name')}"] = outcome
    return found


def prove(row: Row, outcomes: Mapping[str, str]) -> Proved:
    met: dict[str, str] = {}
    without = list[str]()
    for pattern in row.tests:
        mine = {name: outcome for name, outcome in outcomes.items() if fnmatch.fnmatchcase(name, pattern)}
        met |= mine
        without += [] if mine else [pattern]
    told = list(met.values())
    return Proved(row, told.count("passed"), told.count("failed"), told.count("skipped"), tuple(without))


def said(row: Row) -> str:
    return row.text.replace("|", "/")


def standing(text: str) -> dict[str, str]:
    """What a page that was written earlier says: text of the row -> its line."""
    lines = [line for line in text.splitlines() if line.startswith(("| pass | ", "| FAIL | "))]
    return {line.split(" | ")[1]: line for line in lines}


def keywords(proving: Iterable[Row]) -> str:
    """The tests of some rows for pytest -k; a whole file goes by its name."""
    split = [pattern.partition("::") for row in proving for pattern in row.tests]
    words = [name.replace("[[]", "[").strip("*") or Path(file).stem for file, _, name in split]
    return " or ".join(sorted(set(words)))


def page(proved: Iterable[Proved], kept: Mapping[str, str] | None = None) -> str:
    """The document. `kept`: lines of rows that were proved before and were not run again."""
    text, section = [HEAD], ""
    for one in proved:
        if one.row.section != section:
            section = one.row.section
            text.append(f"{'' if len(text) == 1 else chr(10)}## {section}\n\n| | what is promised | tests |\n|---|---|---|\n")
        if kept and (line := kept.get(said(one.row))):
            text.append(f"{line}\n")
            continue
        named = ", ".join(f"`{pattern.replace('[[]', '[')}`" for pattern in one.row.tests)
        text.append(f"| {'pass' if one.holds else 'FAIL'} | {said(one.row)} | {named} ({one.passed}) |\n")
    return "".join(text)


def main() -> int:
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--soak", action="store_true", help="500 deaths, and every fault")
    words.add_argument("--only", default="", metavar="WORD", help="rows and sections that contain this; writes no page")
    words.add_argument("--failed", action="store_true", help="only the rows that the page says FAIL, or lacks")
    asked = words.parse_args()
    known = standing(PAGE.read_text("utf-8")) if asked.failed else {}
    kept = {text: line for text, line in known.items() if line.startswith("| pass")}
    every = rows()
    wanted = [row for row in every if asked.only.lower() in f"{row.section} {row.text}".lower() and said(row) not in kept]
    named = keywords(wanted) if asked.failed else ""
    outcomes = run((pattern.split("::")[0] for row in wanted for pattern in row.tests), soak=asked.soak, named=named)
    proved = {row: prove(row, outcomes) for row in wanted}
    tell(proved.values())
    if not asked.only:
        PAGE.write_text(page([proved.get(row) or prove(row, {}) for row in every], kept), encoding="utf-8")
    return 0 if all(one.holds for one in proved.values()) else 1


def tell(proved: Iterable[Proved]) -> None:
    out, told = Console(highlight=False, soft_wrap=True), list(proved)
    for one in told:
        why = f"  no test: {', '.join(one.without)}" if one.without else f"  {one.failed} failed" if one.failed else ""
        out.print(f"{'pass' if one.holds else 'FAIL'}  {one.row.section}: {one.row.text} ({one.passed}){why}", markup=False)
    out.print(f"{sum(one.holds for one in told)} of {len(told)} rows hold")


if __name__ == "__main__":
    sys.exit(main())
