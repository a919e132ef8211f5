"""`anfang`: one file per noun; each registers its commands on the application object by being imported here."""

from anfang.cli import (
    cities,
    doctor,
    export,
    import_,
    init,
    report,
    round,
    score,
    testbed,
)
from anfang.cli.app import main

__all__ = [
    "cities",
    "doctor",
    "export",
    "import_",
    "init",
    "main",
    "report",
    "round",
    "score",
    "testbed",
]
