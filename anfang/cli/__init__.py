"""`anfang`: one file per noun; each registers its commands on the application object by being imported here."""

from anfang.cli import (
    cities,
    demo,
    doctor,
    evidence,
    explain,
    export,
    import_,
    init,
    keeping,
    remeasure,
    report,
    round,
    score,
    testbed,
    verify,
    visit,
)
from anfang.cli.app import main

__all__ = [
    "cities",
    "demo",
    "doctor",
    "evidence",
    "explain",
    "export",
    "import_",
    "init",
    "keeping",
    "main",
    "remeasure",
    "report",
    "round",
    "score",
    "testbed",
    "verify",
    "visit",
]
