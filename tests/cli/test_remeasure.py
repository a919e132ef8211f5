from __future__ import annotations

import json
from pathlib import Path

from typer.testing import CliRunner

from anfang.cli import remeasure as command
from anfang.cli.app import app
from anfang.errors import Unfinished
from tests.test_verify import folder

assert command.remeasure
assert folder, "the fixture"


def test_visits_whose_archive_is_not_a_trail_any_more_are_named(folder: Path) -> None:
    for file in (folder / "evidence").rglob("*.json.gz"):
        file.unlink()
    words = ["remeasure", "spring", "--results", str(folder.parent)]
    told = CliRunner().invoke(app, words)
    assert isinstance(told.exception, Unfinished)
    assert "qinghe (purged or missing), linhai (not visited), yunshan (not visited)" in str(told.exception)
    assert "0 observations measured again" in told.output
    found = json.loads(CliRunner().invoke(app, [*words, "--json", "--dry-run"]).stdout)
    assert (found["before"], found["recorded"], len(found["left"])) == (["i1"], False, 3)
