"""`anfang`: one file per noun; each registers its commands on the application object by being imported here."""

from anfang.cli import (
    cities,
    demo,
    doctor,
    explain,
    export,
    import_,
    init,
    problems,
    report,
    robustness,
    round,
    score,
    survey,
    testbed,
    visit,
    weights,
)
from anfang.cli.app import main

__all__ = [
    "cities",
    "demo",
    "doctor",
    "explain",
    "export",
    "import_",
    "init",
    "main",
    "problems",
    "report",
    "robustness",
    "round",
    "score",
    "survey",
    "testbed",
    "visit",
    "weights",
]
