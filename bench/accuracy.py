"""How rightly the shopper sees portals whose truth is known: by family, by indicator, what was seen instead, twice the same?

    python bench/accuracy.py [--family NAME ...] [--cities N] [--seed N] [--runs N] [--misses N] [--results DIR] [--note]

Portals are drawn at the base rates of the testbed and visited by ordinary rounds. `wrong` is observed with another value
than planted, `missing` is not observed; `majority` is what always answering a row's most frequent value would get right.
Repeatable: identical status and value in every further run, timings by their points. `--note` adds a line a family to docs/accuracy.md. Exit 1 where a run differs.
"""

from __future__ import annotations

import argparse
import asyncio
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console
from rich.table import Table

from anfang.demo.accuracy import accuracy_of
from anfang.demo.repeat import Difference, differences
from anfang.model import Json, RoundResults
from anfang.testbed.accuracy import Accuracy
from anfang.testbed.facts import PortalFacts
from bench import ledger
from bench.gym import Cost, costs, line, measure, of_family, portals, share, told

Miss = Mapping[str, Json]


def main(arguments: Sequence[str] | None = None) -> int:
    asked = _asked(arguments)
    drawn, screen = portals(asked.family, asked.cities, asked.seed), Console(width=max(120, Console().width))
    with tempfile.TemporaryDirectory(prefix="anfang-accuracy-") as temporary:
        folder = asked.results or Path(temporary)
        runs = [asyncio.run(measure(folder / f"run{n + 1}", drawn, workers=asked.workers)) for n in range(asked.runs)]
        spent = costs(folder / "run1", drawn)
    screen.print(by_family(runs[0], drawn, spent), by_indicator(accuracy_of({"run1": (runs[0], drawn)})))
    for text in misses(runs[0], drawn, asked.misses):
        screen.print(text, markup=False, highlight=False, soft_wrap=True)
    if asked.note:
        note(runs[0], drawn)
    found = [(n, differences(runs[0], other)) for n, other in enumerate(runs[1:], start=2)]
    screen.print(*repeated(found, len(runs[0].observations)), sep="\n", markup=False, highlight=False, soft_wrap=True)
    return 1 if any(changed for _, changed in found) else 0


def _asked(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--family", action="append", default=[], help="a family; give it again for more (default: all)")
    parser.add_argument("--cities", type=int, default=6, help="portals of each family (6)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--runs", type=int, default=1, help="rounds over the same portals (1)")
    parser.add_argument("--workers", type=int, help="visits at once")
    parser.add_argument("--misses", type=int, default=40, help="kinds of misses to print (40)")
    parser.add_argument("--note", action="store_true", help="add the figures to docs/accuracy.md")
    parser.add_argument("--results", type=Path, help="keep the rounds in this folder")
    return parser.parse_args(arguments)


def by_family(results: RoundResults, drawn: Sequence[PortalFacts], spent: Mapping[str, Cost]) -> Table:
    headings = ("planted", "value equal", "points equal", "majority", "wrong", "missing", "loads", "most", "CPU s")
    table = _table("family", headings)
    for family in dict.fromkeys(facts.family for facts in drawn):
        cost = spent.get(family)
        loads = (f"{cost.loads:g}", str(cost.most), f"{cost.cpu:.1f}") if cost else ("", "", "")
        table.add_row(family, *line(of_family(results, drawn, family)), *loads)
    table.add_section()
    table.add_row("all", *line(accuracy_of({results.name: (results, tuple(drawn))})), "", "", "")
    return table


def by_indicator(found: Accuracy) -> Table:
    table = _table("indicator", ("planted", "value equal", "points equal", "majority", "wrong", "missing"))
    for name, tally in found.indicators.items():
        table.add_row(
            name, f"{tally['n']:g}", share(tally, "value_equal"), share(tally, "points_equal"),
            share(tally, "majority_baseline"), f"{tally['wrong']:g}", f"{tally['missing']:g}",
        )  # fmt: skip
    table.add_section()
    table.add_row("all", *line(found)[:4], f"{found.overall['wrong']:g}", f"{found.overall['missing']:g}")
    return table


def _table(first: str, headings: Sequence[str]) -> Table:
    table = Table(first)
    for heading in headings:
        table.add_column(heading, justify="right")
    return table


def misses(results: RoundResults, drawn: Sequence[PortalFacts], most: int) -> Iterator[str]:
    """What was seen instead, the commonest first, by family and indicator, with the first place of each."""
    family = {facts.id: facts.family for facts in drawn}
    found = accuracy_of({results.name: (results, tuple(drawn))}).misses
    kinds: dict[tuple[str, str, str, str], list[Miss]] = {}
    for miss in found:
        seen = told(miss["seen"]) if miss["status"] == "observed" else str(miss["status"])
        key = (family[str(miss["city"])], str(miss["indicator"]), told(miss["truth"]), seen)
        kinds.setdefault(key, []).append(miss)
    for (name, indicator, truth, seen), held in sorted(kinds.items(), key=lambda one: -len(one[1]))[:most]:
        places = ", ".join(dict.fromkeys(f"{miss['city']}/{miss['step']}" for miss in held[:3]))
        yield f"{len(held):4} {name:9} {indicator:22} {truth}  ->  {seen}  ({places})"


def note(results: RoundResults, drawn: Sequence[PortalFacts]) -> None:
    """A line for each family, of the instrument as it is committed."""
    command = ["git", "rev-parse", "--short=9", "HEAD"]
    commit = subprocess.run(command, cwd=ledger.FILE.parent, check=True, capture_output=True, text=True).stdout.strip()
    day = datetime.now(UTC).date().isoformat()
    counted = Counter(facts.family for facts in drawn)
    ledger.add(
        ledger.Entry(day, name, "later", commit, number, of_family(results, drawn, name)) for name, number in counted.items()
    )


def repeated(found: Sequence[tuple[int, Sequence[Difference]]], rows: int) -> Iterator[str]:
    for number, changed in found:
        yield f"run {number}: {rows - len(changed)} of {rows} observations identical"
        yield from (f"  {one.city} {one.step} {one.indicator}: {one.one} -> {one.other}" for one in changed)


if __name__ == "__main__":
    sys.exit(main())
