"""Put the evaluator's study folder, then the shipped suite, on the import path.

A study is the nearest folder (the working folder or one above it) that holds a cities.yaml; it overrides the shipped
suite file by file. In a checkout both are the same folder; in the wheel the shipped suite is `anfang/_suite`.
"""

from __future__ import annotations

import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def shipped() -> Path:
    """The folder of the suite that came with this installation."""
    inside = _PACKAGE / "_suite"
    return inside if inside.is_dir() else _PACKAGE.parent


def study(start: Path | None = None) -> Path | None:
    """The nearest folder with a cities.yaml, from `start` (the working folder) upwards."""
    here = (start or Path.cwd()).resolve()
    return next((folder for folder in (here, *here.parents) if (folder / "cities.yaml").is_file()), None)


def find(relative: str, start: Path | None = None) -> Path:
    """A file of the suite (e.g. 'scoring/catalogue.yaml'): the study's own where it has one, else the shipped one."""
    own = study(start)
    if own and (own / relative).is_file():
        return own / relative
    return shipped() / relative


def results(start: Path | None = None) -> Path:
    """The folder of the rounds: `results/` of the study, else of the working folder."""
    return (study(start) or start or Path.cwd()) / "results"


def activate() -> None:
    """Make `scenarios`, `probes` and `scoring` importable, the study's before the shipped ones."""
    for folder in (shipped(), study()):
        if folder and str(folder) not in sys.path:
            sys.path.insert(0, str(folder))
