from __future__ import annotations

import csv
import json
import os
import zipfile
from dataclasses import replace
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

from anfang import mendtables, tables
from anfang.celltext import CUT_MARK
from anfang.errors import BadInput
from anfang.exchange import FORMATS, Format, read_table, write_table
from anfang.model import Evidence, Observation
from tests.sample import CATALOGUE, CITIES, OBSERVATIONS, RESULTS, seen

PAYLOADS = (
    "=1+1",
    "+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(1+1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    " =1+1",
    "＝1+1",
    '=HYPERLINK("http://evil.test/","click")',
    "=cmd|'/C calc'!A0",
    "'=1+1",
    "http://evil.test/?a=1",
    "internal:Sheet1!A1",
    "file:///etc/passwd",
    'two\nlines, "quoted"; and more',
    "_x0041__x0000_",
    "😀 emoji 汉字",
    "12345678901234567890",
    "{=1+1}",
)
"""Texts of a page that a careless writer turns into a formula or a link, and a careless reader into another text."""

UNPRINTABLE = {
    "NUL\x00": "NUL␀",
    "bell\x07": "bell␇",
    "half \ud83d": "half �",
    "\x1b[31mred": "␛[31mred",
    "a\x9fb\uffff": "a�b�",
}


def told(text: str) -> Observation:
    return seen("qinghe", "tech_load", 9, reason=text, evidence=(Evidence(quote=text),))


def carry(folder: Path, format: Format, *observations: Observation) -> tuple[Observation, ...]:
    """What comes back after writing a round with these observations."""
    results = replace(RESULTS, observations=observations)
    path = write_table(tables.observations(results), folder / f"t.{format}", format)
    return read_table(path, catalogue=CATALOGUE, cities=CITIES)


@pytest.mark.parametrize("format", FORMATS)
def test_a_round_comes_back_as_it_was(tmp_path: Path, format: Format):
    """In the round's own order; points of the values are computed again, so only given scores are carried."""
    in_order = [OBSERVATIONS[at] for at in (4, 2, 3, 1, 6, 5, 0, 7)]
    assert carry(tmp_path, format, *OBSERVATIONS) == tuple(in_order)


@pytest.mark.parametrize("format", FORMATS)
def test_texts_of_a_page_come_back_as_they_were(tmp_path: Path, format: Format):
    for payload in PAYLOADS:
        back = carry(tmp_path, format, told(payload))[0]
        assert back.evidence[0].quote == payload
        assert back.reason == payload.replace("\r", "\n")


@pytest.mark.parametrize("format", FORMATS)
def test_what_no_file_can_carry_comes_back_visible(tmp_path: Path, format: Format):
    for text, visible in UNPRINTABLE.items():
        assert carry(tmp_path, format, told(text))[0].reason == visible


def test_a_workbook_holds_no_formula_no_link_and_no_control_character(tmp_path: Path):
    results = replace(
        RESULTS, observations=tuple(told(text) for text in (*PAYLOADS, *UNPRINTABLE, "长" * 40_000))
    )
    path = write_table(tables.observations(results), tmp_path / "t.xlsx", "xlsx")
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"]
    assert b"<f>" not in sheet
    assert b"<hyperlink" not in sheet
    assert not any(b"evil.test" in data for name, data in parts.items() if name.endswith(".rels"))
    assert not any(byte in data for data in parts.values() for byte in (b"\x00", b"\x07", b"\x1b"))
    reasons = {row[9].value for row in openpyxl.load_workbook(path).active.iter_rows(min_row=2)}
    cut = next(text for text in reasons if text and text.endswith(CUT_MARK))
    assert len(cut) == 32_767


def test_a_cut_value_is_refused_when_read_back(tmp_path: Path):
    with pytest.raises(BadInput, match=r"t\.xlsx:H2: the evidence is not JSON") as refused:
        carry(tmp_path, "xlsx", told("长" * 40_000))
    assert "csv or json" in refused.value.mend
    assert carry(tmp_path, "csv", told("长" * 40_000))[0].reason == "长" * 40_000


def test_no_csv_cell_starts_like_a_formula_and_figures_stay_figures(tmp_path: Path):
    results = replace(RESULTS, observations=(*OBSERVATIONS, *(told(text) for text in PAYLOADS)))
    path = write_table(tables.observations(results), tmp_path / "t.csv", "csv")
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(path.open(encoding="utf-8-sig", newline="")))
    assert not [cell for row in rows for cell in row if cell.lstrip().startswith(("=", "+", "-", "@", "＝"))]
    assert path.read_text("utf-8-sig").splitlines()[1].split(",")[-5] != '"65.0"'
    assert pd.read_csv(path, encoding="utf-8-sig")["score"].dropna().tolist()[:4] == [65.0, 0.0, 100.0, 50.0]


def test_json_holds_values_as_json(tmp_path: Path):
    path = write_table(tables.observations(RESULTS), tmp_path / "t.json", "json")
    row = json.loads(path.read_text())[5]
    assert row["value"] == {"used": 2, "declared": 0, "derived": 2}
    assert row["score"] is None
    assert row["evidence"][0]["quote"] == "办理地点：无"


def test_every_table_can_be_written_in_every_format(tmp_path: Path):
    frames = (tables.scores, tables.ranking, tables.regions, tables.derived, mendtables.problems)
    for made in frames:
        for format in FORMATS:
            assert write_table(made(RESULTS), tmp_path / f"{made.__name__}.{format}", format).stat().st_size
    rank = openpyxl.load_workbook(tmp_path / "ranking.xlsx").active
    assert [cell.value for cell in rank[2]][:5] == [1, "linhai", "临海", "华东", 88.25]
    assert json.loads((tmp_path / "ranking.json").read_text())[2]["rank"] is None


@pytest.mark.parametrize("format", FORMATS)
def test_two_exports_are_the_same_bytes(tmp_path: Path, format: Format):
    again = replace(RESULTS, observations=OBSERVATIONS[::-1])
    one, two = (
        write_table(tables.observations(made), tmp_path / made.name, format)
        for made in (RESULTS, replace(again, name="2"))
    )
    assert one.read_bytes() == two.read_bytes()


def test_a_failed_write_leaves_the_old_file_and_nothing_else(tmp_path: Path):
    path = tmp_path / "t.json"
    path.write_text("old")
    broken = tables.observations(RESULTS).assign(value="no JSON")
    with pytest.raises(ValueError, match="Expecting value"):
        write_table(broken, path, "json")
    assert path.read_text() == "old"
    assert os.listdir(tmp_path) == ["t.json"]


HEAD = "city,channel,step,indicator,status,value,score,evidence,observed_at"


def read(folder: Path, text: str) -> tuple[Observation, ...]:
    (folder / "t.csv").write_text(text)
    return read_table(folder / "t.csv", catalogue=CATALOGUE, cities=CITIES)


def test_columns_may_stand_in_any_order(tmp_path: Path):
    text = "score,value,status,indicator,step,channel,city,observed_at,evidence\n88,,observed,tech_load,,portal,qinghe,,\n"
    assert read(tmp_path, text) == (
        Observation("qinghe", "portal", "", "tech_load", "observed", score=88.0, observer="import"),
    )


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (f"{HEAD}\n", "no rows"),
        ("city,channel\nqinghe,portal\n", "missing column step, indicator, status, value, score"),
        (
            f"{HEAD},reson\nqinghe,portal,,tech_load,observed,9,,,,x\n",
            "unknown column 'reson'; did you mean 'reason'",
        ),
    ],
)
def test_missing_and_unknown_columns_are_refused(tmp_path: Path, text: str, why: str):
    with pytest.raises(BadInput, match=why):
        read(tmp_path, text)


def test_one_observer_may_not_contradict_himself_but_two_may_differ(tmp_path: Path):
    row = "qinghe,portal,,tech_load,observed,{},,,,,{}\n"
    head = f"{HEAD},reason,observer\n"
    assert len(read(tmp_path, head + row.format(9, "Li") + row.format(9, "Li"))) == 1
    assert [one.value for one in read(tmp_path, head + row.format(9, "Li") + row.format(12, "Wu"))] == [9, 12]
    with pytest.raises(BadInput, match=r"t.csv:3 \(city\): contradicts t.csv:2"):
        read(tmp_path, head + row.format(9, "Li") + row.format(12, "Li"))


def test_all_refused_rows_are_told_at_once(tmp_path: Path):
    rows = "qinghe,portal,,tech_load,observed,是,,,\nqinghe,portal,,tech_load,observed,,101,,\n"
    with pytest.raises(BadInput) as refused:
        read(tmp_path, f"{HEAD}\n{rows}")
    assert "2 rows are refused" in str(refused.value)
    assert "t.csv:2 (value): '是' is no value" in str(refused.value)
    assert "t.csv:3 (score): the score 101 is out of range" in str(refused.value)
