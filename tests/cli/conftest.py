from __future__ import annotations

import pytest

from anfang.cli import app


@pytest.fixture(autouse=True)
def wide(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal wide enough for every table, whatever the one that runs the tests is."""
    monkeypatch.setattr(app.out, "_width", 220)
