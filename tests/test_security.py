"""Every test that the threat model names exists."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TEXT = (ROOT / "docs" / "security.md").read_text("utf-8")
THREATS = TEXT.split("## Field work")[0]


def test_every_line_of_the_threat_model_names_a_test_that_exists() -> None:
    lines = [line for line in THREATS.splitlines() if line.startswith("| ") and not line.startswith("| what could")]
    assert len(lines) >= 15
    for line in lines:
        named = re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", line)
        assert named, line
        for file, name in named:
            assert f"def {name}(" in (ROOT / file).read_text("utf-8") if name else (ROOT / file).is_file(), line
