from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from anfang.cli import verify as command
from anfang.cli.app import app
from anfang.errors import BadInput, VerificationFailed
from tests.test_verify import behind_our_back, folder

assert command.verify
assert folder, "the fixture"


def call(round_: Path, *words: str) -> Result:
    return CliRunner().invoke(app, ["verify", round_.name, "--results", str(round_.parent), *words])


def test_a_sound_round_is_told_with_its_head(folder: Path) -> None:
    told = call(folder)
    assert told.exit_code == 0, told.output
    assert "spring is what was recorded: 3 links, 3 files" in told.output
    head = told.output.split("chain head ")[1].strip()
    assert call(folder, "--head", head[:16]).exit_code == 0
    found = json.loads(call(folder, "--json").stdout)
    assert (found["sound"], found["head"], found["faults"]) == (True, head, [])


def test_a_harmed_round_ends_with_4_and_names_the_item(folder: Path) -> None:
    behind_our_back(folder, "UPDATE observations SET value = '1'")
    failed = call(folder).exception
    assert isinstance(failed, VerificationFailed)
    assert failed.exit_code == 4
    assert "chain: link 3 (attempt 1): what it stands for was changed" in str(failed)


@pytest.mark.parametrize("head", ["abc", "not a head at all"])
def test_what_is_no_head_is_refused(folder: Path, head: str) -> None:
    failed = call(folder, "--head", head).exception
    assert isinstance(failed, BadInput)
    assert "12 or more" in failed.mend
