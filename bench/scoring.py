"""What scoring costs, beside other libraries (bench/scorecards.py).

    python bench/scoring.py [--cities N] [--draws N]
"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent


def step_aside() -> None:
    """Puts the package `scoring` in the place of this file: a script of this folder finds the file first and means the package."""
    path = list(sys.path)
    sys.path[:] = [place for place in path if Path(place or ".").resolve() != HERE]
    del sys.modules["scoring"]
    importlib.import_module("scoring")
    sys.path[:] = path


if __name__ == "scoring":
    step_aside()
elif __name__ == "__main__":
    sys.exit(importlib.import_module("scorecards").main())
