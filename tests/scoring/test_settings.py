from __future__ import annotations

from pathlib import Path

import pytest

from anfang.errors import BadInput
from scoring.settings import load_settings

SHIPPED = Path("scoring/robustness.yaml")


def test_the_shipped_numbers_are_those_of_the_methodology() -> None:
    found = load_settings(SHIPPED)
    assert (found.draws, found.spreads, found.tail, found.top, found.pairwise) == (10000, (0.25, 0.5), 0.05, 10, 200)
    assert found.seed == 20200328


def test_what_is_asked_for_replaces_them() -> None:
    found = load_settings(SHIPPED).with_(draws=500, seed=0, spread=0.1)
    assert (found.draws, found.seed, found.spreads) == (500, 0, (0.1,))


@pytest.mark.parametrize(("wrong", "message"), [({"draws": 0}, "0 draws"), ({"spread": 1.0}, "a spread of 1")])
def test_what_cannot_be(wrong: dict[str, int], message: str) -> None:
    with pytest.raises(BadInput, match=message):
        load_settings(SHIPPED).with_(**wrong)


@pytest.mark.parametrize(("old", "new"), [("draws: 10000", "draws: 0"), ("tail: 0.05", "tail: 0.5"), ("apart: 0.95", "apartt: 0.95"), ("geometric,", "median,")])
def test_refused_with_the_line(tmp_path: Path, old: str, new: str) -> None:
    text = SHIPPED.read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "robustness.yaml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(BadInput) as bad:
        load_settings(path)
    assert bad.value.where.startswith(f"{path}:")
