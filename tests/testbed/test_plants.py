from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from anfang.errors import BadInput
from anfang.testbed import plants
from anfang.testbed.controls import perfect
from anfang.testbed.draw import generate
from anfang.testbed.places import invent


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    file, portals = tmp_path / "planted.json", generate(invent(4), seed=3)
    file.write_text(plants.dump(portals), encoding="utf-8")
    assert plants.load(file) == portals


def test_the_truth_stands_beside_the_facts() -> None:
    written = json.loads(plants.dump([replace(perfect(), complaint="off_site")]))
    rows = {(row["step"], row["indicator"]): (row["status"], row["value"]) for row in written["truth"]["perfect"]}
    assert rows["seal", "guide_findable"] == ("observed", 3)
    assert rows["", "int_complaint_channel"] == ("blocked", None)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[1]", "holds no planted facts"),
        ("nonsense", "holds no planted facts"),
        ('{"facts": [{"id": "x"}]}', "facts.0.name: Field required"),
    ],
)
def test_another_file_is_refused_by_its_name(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "other.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(BadInput, match=said):
        plants.load(file)
