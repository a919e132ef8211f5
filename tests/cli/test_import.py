"""`anfang import` makes a round that can be ranked; `anfang export` gives the same table back."""

from __future__ import annotations

from pathlib import Path

import pytest

from anfang import results
from anfang.cli.app import app, run
from anfang.errors import BadInput
from anfang.model import Evidence

CITIES = """\
cities:
  - {id: jia, name: 甲市, region: 华北, portals: {portal: 'https://zwfw.jia.example.cn/'}}
  - {id: yi, name: 乙市, region: 华南, portals: {portal: 'https://zwfw.yi.example.cn/'}}
  - {id: bing, name: 丙市, region: 华南, portals: {portal: 'https://zwfw.bing.example.cn/'}}
"""
HEAD = "city,channel,step,indicator,status,value,score,evidence,observed_at\n"
TABLE = HEAD + (
    "jia,portal,,guide_scenario,observed,wizard,,,2020-01-02\n"
    "jia,portal,,tech_load,observed,９,,,2020-01-09\n"
    "yi,portal,,guide_scenario,observed,absent,0,,\n"
    "yi,portal,,tech_load,observed,,90,,\n"
)
"""甲 has 100 (wizard) and 50 (9 s), 乙 has 0 (absent) and 90; guides weigh 30 and technology 20."""


def command(folder: Path, *words: str) -> int:
    return run(lambda: app([*words, "--results", str(folder / "results")], standalone_mode=False))


def imported(folder: Path, table: str = TABLE, name: str = "winter") -> int:
    (folder / "cities.yaml").write_text(CITIES, encoding="utf-8")
    (folder / "table.csv").write_text(table, encoding="utf-8")
    return command(folder, "import", name, str(folder / "table.csv"), "--cities", str(folder / "cities.yaml"))


def test_a_table_measured_elsewhere_can_be_ranked(tmp_path: Path):
    assert imported(tmp_path) == 0
    found = results.load("winter", tmp_path / "results")
    ranked = [(row.city, row.rank, row.points) for row in found.ranking.rows]
    assert ranked == [
        ("jia", 1, pytest.approx((100 * 30 + 50 * 20) / 50)),
        ("yi", 2, pytest.approx(90 * 20 / 50)),
    ]
    assert (found.state, found.plan.basket) == ("closed", ("guide_scenario", "tech_load"))
    assert found.plan.window == ("2020-01-02", "2020-01-09")


def test_the_same_data_again_change_nothing_and_other_data_are_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    assert imported(tmp_path) == imported(tmp_path) == 0
    assert "nothing changed" in capsys.readouterr().out
    assert imported(tmp_path, TABLE.replace("absent,0", "wizard,100")) == 2
    assert "already there with different data" in capsys.readouterr().err
    assert [card.headline for card in results.load("winter", tmp_path / "results").scorecards.values()] == [
        80.0,
        36.0,
    ]


def test_a_refused_table_leaves_no_round(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert imported(tmp_path, TABLE.replace("wizard", "是")) == 2
    assert "table.csv:2 (value)" in capsys.readouterr().err
    assert not (tmp_path / "results" / "winter").exists()


def test_two_observers_of_one_row_have_to_be_settled_first(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    head = HEAD.replace("observed_at", "observed_at,reason,observer")
    rows = "".join(
        f"jia,portal,,tech_load,observed,{value},,,,,{who}\n" for value, who in ((9, "Li"), (12, "Wu"))
    )
    assert imported(tmp_path, head + rows) == 2
    assert "Li and Wu both observed it" in capsys.readouterr().err
    assert list((tmp_path / "results").glob("*")) == []


def test_a_channel_without_an_address_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert imported(tmp_path, HEAD + "jia,mobile,,mob_info,observed,present,,,\n") == 2
    assert "no address for it" in capsys.readouterr().err


def test_an_exported_table_makes_the_same_round_again(tmp_path: Path):
    assert imported(tmp_path) == 0
    table = tmp_path / "again.xlsx"
    assert command(tmp_path, "export", "winter", "--table", "observations", "-o", str(table)) == 0
    assert command(tmp_path, "import", "copy", str(table), "--cities", str(tmp_path / "cities.yaml")) == 0
    first, copy = (results.load(name, tmp_path / "results") for name in ("winter", "copy"))
    assert copy.observations == first.observations
    assert copy.ranking == first.ranking


def test_hashes_of_files_that_stay_with_the_source_become_notes(tmp_path: Path):
    proof = '"[{""url"":""https://zwfw.jia.example.cn/"",""snapshot"":""' + "ab" * 32 + '""}]"'
    assert imported(tmp_path, HEAD + f"jia,portal,,tech_load,observed,9,,{proof},\n") == 0
    one = results.load("winter", tmp_path / "results").observations[0]
    assert one.evidence == (Evidence(url="https://zwfw.jia.example.cn/", note="snapshot " + "ab" * 32),)


def test_a_bad_name_is_refused(tmp_path: Path):
    assert imported(tmp_path, name="../winter") == 2
    with pytest.raises(BadInput):
        results.load("winter", tmp_path / "results")
