from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import bootstrap

ROOT = Path(bootstrap.__file__).parent


def test_an_old_python_is_told_what_to_type(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2, "final", 0))
    with pytest.raises(
        SystemExit, match=r"3\.11 or newer, this one is 3\.9\.2: run `make setup PYTHON="
    ) as told:
        bootstrap.main()
    assert told.value.code != 0


def test_a_venv_that_works_is_kept() -> None:
    assert bootstrap._works(Path(sys.executable))


def test_a_venv_that_does_not_work_is_made_anew(tmp_path: Path) -> None:
    assert not bootstrap._works(tmp_path / "python")
    broken = tmp_path / "broken"
    broken.write_text("#!/bin/sh\nexit 1\n")
    broken.chmod(0o755)
    assert not bootstrap._works(broken)


def test_it_needs_the_standard_library_alone() -> None:
    """-S leaves out site-packages: what a fresh machine has."""
    script = "import sys; sys.path.insert(0, '.'); import bootstrap; print(bootstrap.OLDEST)"
    done = subprocess.run(
        [sys.executable, "-S", "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "(3, 11)"


def test_the_lock_is_complete_and_names_no_place() -> None:
    """Every dependency is pinned with its hashes, and the file says nothing of where it was made."""
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert not [word for word in ("://", "index-url", "find-links", "-e ", "/home", "/root") if word in text]
    pinned = [line for line in text.splitlines() if "==" in line]
    assert all(line.endswith("\\") for line in pinned)
    assert "hatchling==" in text
