"""`anfang cities list` counts what is known, and refuses what cannot be meant."""

from __future__ import annotations

import json
from pathlib import Path

from typer.testing import CliRunner

from anfang.cli.app import app, run

FILE = """\
cities:
  - {id: jia, name: 甲市, region: 华北, portals: {portal: 'https://zwfw.jia.example.cn/', mobile: null}}
  - {id: yi, name: 乙市, region: 华南}
"""


def listed(folder: Path, *options: str) -> str:
    file = folder / "cities.yaml"
    file.write_text(FILE, encoding="utf-8")
    result = CliRunner().invoke(app, ["cities", "list", "--file", str(file), *options])
    assert result.exit_code == 0, result.output
    return result.output


def test_the_table_counts_the_known_addresses(tmp_path: Path) -> None:
    text = listed(tmp_path)
    assert "甲市" in text
    assert "2 cities; portal address known: 1, unknown: 1" in text


def test_one_region_as_json(tmp_path: Path) -> None:
    rows = json.loads(listed(tmp_path, "--region", "华北", "--json"))
    assert [row["id"] for row in rows] == ["jia"]
    assert rows[0]["portals"] == {"portal": "https://zwfw.jia.example.cn/", "mobile": None}


def test_an_unknown_region_ends_with_2() -> None:
    assert run(lambda: app(["cities", "list", "--region", "华西"], standalone_mode=False)) == 2


def test_a_wrong_file_ends_with_2(tmp_path: Path) -> None:
    file = tmp_path / "cities.yaml"
    file.write_text("- jia\n")
    assert run(lambda: app(["cities", "list", "--file", str(file)], standalone_mode=False)) == 2
