"""The bench bears the name of the package; no script beside it may take it for the package."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

BENCH = Path(__file__).resolve().parents[2] / "bench"


def test_a_script_of_the_folder_finds_the_package() -> None:
    told = "import sys; sys.path.insert(0, sys.argv[1]); import scoring.rank, scoring; print(scoring.rank.rank.__module__, len(scoring.__path__))"
    done = subprocess.run([sys.executable, "-c", told, str(BENCH)], cwd=BENCH.parent, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["scoring.rank", "1"]


def test_it_runs_as_a_script() -> None:
    done = subprocess.run([sys.executable, str(BENCH / "scoring.py"), "--help"], cwd=BENCH.parent, capture_output=True, text=True, check=True)
    assert "--draws" in done.stdout
