"""How the shopper did on a family that it had never seen: measured with the instrument as it was before the family came.

    python bench/first_contact.py FAMILY [--cities N] [--seed N] [--dry]

Checks out the commit before the family's first one beside the working tree, lets its shopper, probes and lexicon walk the
family's portals (served from the working tree), and adds the accuracy to docs/accuracy.md. A first contact is measured
once: a family that has its line is refused. `--dry` prints the line and writes nothing.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from anfang import results as rounds
from anfang.model import RoundResults
from anfang.testbed.facts import PortalFacts
from anfang.testbed.server import Testbed, write_cities
from bench import ledger
from bench.accuracy import misses
from bench.gym import MOMENT, WINDOW, of_family, portals

ROOT = Path(__file__).parents[1]
NAME = "first"


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("family")
    parser.add_argument("--cities", type=int, default=12, help="portals of the family (12)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--dry", action="store_true", help="print, write nothing")
    asked = parser.parse_args(arguments)
    if not asked.dry and ledger.FILE.exists() and ledger.known(ledger.FILE.read_text(encoding="utf-8"), asked.family):
        sys.exit(f"{asked.family} has had its first contact: see {ledger.FILE.name}")
    commit = before(asked.family)
    drawn = portals([asked.family], asked.cities, asked.seed)
    with tempfile.TemporaryDirectory(prefix="anfang-first-") as folder, checkout(commit, Path(folder) / "tree") as tree:
        if not (tree / "anfang" / "cli" / "round.py").exists():
            sys.exit(f"{asked.family} was here before the shopper could make a round: there is no first contact to measure")
        found = asyncio.run(walk(tree, Path(folder), drawn))
    day = datetime.now(UTC).date().isoformat()
    entry = ledger.Entry(day, asked.family, "first", commit[:9], asked.cities, of_family(found, drawn, asked.family))
    print(*misses(found, drawn, 40), entry.row(), sep="\n")
    if not asked.dry:
        ledger.add([entry])
    return 0


def before(family: str) -> str:
    """The commit before the first one that has the family; HEAD where the family is not committed yet."""
    path = f"anfang/testbed/families/{family}"
    told = git("log", "--format=%H", "--reverse", "--diff-filter=A", "--", path, f"{path}.py").split()
    return git("rev-parse", f"{told[0]}^" if told else "HEAD").strip()


def git(*words: str) -> str:
    return subprocess.run(["git", *words], cwd=ROOT, check=True, capture_output=True, text=True).stdout


@contextmanager
def checkout(commit: str, tree: Path) -> Iterator[Path]:
    """The files of a commit in a folder of their own."""
    git("worktree", "add", "--detach", str(tree), commit)
    try:
        yield tree
    finally:
        git("worktree", "remove", "--force", str(tree))


async def walk(tree: Path, folder: Path, drawn: tuple[PortalFacts, ...]) -> RoundResults:
    """The round that the old instrument makes of the portals by its own command line."""
    lab, results = folder / "lab.yaml", folder / "results"
    async with Testbed(drawn) as bed:
        write_cities(lab, drawn, bed.port)
        moment, window = MOMENT.isoformat(), "..".join(WINDOW)
        new = ["round", "new", NAME, "--cities", str(lab), "--window", window, "--lab", "--now", moment]
        for words in (new, ["round", "open", NAME, "--now", moment], ["round", "run", NAME, "--now", moment]):
            await asyncio.to_thread(anfang, tree, results, words)
    return rounds.load(NAME, results)


def anfang(tree: Path, results: Path, words: Sequence[str]) -> None:
    """Run a command of the old tree. Raises CalledProcessError where it fails."""
    environment = {**os.environ, "PYTHONPATH": str(tree), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "anfang", *words, "--results", str(results)]
    subprocess.run(command, cwd=tree, env=environment, check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    sys.exit(main())
