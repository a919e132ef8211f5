"""Style, types and the import rules of the house, so that whoever runs the tests has run them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent


@pytest.mark.parametrize(
    "tool",
    [("ruff", "check", "."), ("pyright",), ("lint-imports",)],
    ids=" ".join,
)
def test_the_tree_is_clean(tool: tuple[str, ...]) -> None:
    name, *arguments = tool
    done = subprocess.run([BIN / name, *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
