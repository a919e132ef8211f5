"""A sheet for experts, filled in and read back; every cell that cannot be meant is named."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from anfang.errors import BadInput
from anfang.weightsheet import experts_of, parts, read_sheet, sheet
from scoring.experts import opinions
from scoring.tree import ROOT
from tests.scoring.sample import CATALOGUE

Answer = Callable[[str, str, str, str], str]


def filled(folder: Path, answer: Answer, *, experts: int = 2, only: tuple[str, ...] = (ROOT, "survey")) -> Path:
    """The sheet with what `answer(expert, part, a, b)` says."""
    path = folder / "experts.xlsx"
    path.write_bytes(sheet(CATALOGUE, experts, only=only))
    book = openpyxl.load_workbook(path)
    page = book.active
    assert page is not None
    heads = [str(cell.value) for cell in page[1]]
    for row in page.iter_rows(min_row=2):
        told = {head: str(cell.value or "") for head, cell in zip(heads, row, strict=True)}
        for head, cell in zip(heads, row, strict=True):
            if head.startswith("expert"):
                cell.value = answer(head, told["part"], told["a"], told["b"]) or None
    book.save(path)
    return path


ORDER = ("guide", "processing", "tech", "interaction")


def fit(expert: str, part: str, a: str, b: str) -> str:
    if part == "survey":
        return "80" if a == "sat_survey" else "20"
    steps = ORDER.index(b) - ORDER.index(a)
    return str(2**steps) if steps > 0 else f"1/{2**-steps}"


def test_filled_in_and_read_back(tmp_path: Path) -> None:
    """Each dimension twice the next one: 8 : 4 : 2 : 1 of 15."""
    answers = read_sheet(filled(tmp_path, fit), CATALOGUE)
    assert experts_of(answers) == ("expert 1", "expert 2")
    headline, survey = opinions(answers, parts(CATALOGUE))
    assert headline.weights == pytest.approx({"guide": 53.33, "processing": 26.67, "tech": 13.33, "interaction": 6.67})
    assert survey.weights == {"sat_survey": 80, "sat_review": 20}


def test_the_whole_instrument_is_asked(tmp_path: Path) -> None:
    path = tmp_path / "all.xlsx"
    path.write_bytes(sheet(CATALOGUE, 3))
    page = openpyxl.load_workbook(path).active
    assert page is not None
    asked = [str(row[0].value) for row in page.iter_rows(min_row=2)]
    assert (asked.count(ROOT), asked.count("guide"), asked.count("interaction")) == (6, 14, 11)
    assert page.cell(2, 9).number_format == "@"


def test_an_expert_may_leave_a_part_out(tmp_path: Path) -> None:
    answers = read_sheet(filled(tmp_path, lambda expert, part, a, b: "" if (expert, part) == ("expert 2", ROOT) else fit(expert, part, a, b)), CATALOGUE)
    assert [(one.expert, one.node) for one in answers] == [("expert 1", ROOT), ("expert 1", "survey"), ("expert 2", "survey")]


@pytest.mark.parametrize(
    ("wrong", "message"),
    [("much more", "'much more' is no number"), ("1/0", "'1/0' is no number"), ("", "the pair guide : tech is not answered"), ("12", "12 for guide : tech")],
)
def test_an_answer_that_cannot_be_meant(tmp_path: Path, wrong: str, message: str) -> None:
    path = filled(tmp_path, lambda expert, part, a, b: wrong if (expert, a, b) == ("expert 2", "guide", "tech") else fit(expert, part, a, b))
    with pytest.raises(BadInput, match=message) as bad:
        opinions(read_sheet(path, CATALOGUE), parts(CATALOGUE))
    assert bad.value.where.startswith(("experts.xlsx:J2", "expert 2, headline"))
    assert bad.value.mend


ROWS = [
    {"part": "headline", "kind": "pairs", "a": "guide", "b": "tech", "expert 1": "2"},
    {"part": "survey", "kind": "points", "a": "sat_survey", "b": "", "expert 1": "60"},
]


def written(folder: Path, rows: list[dict[str, str]]) -> Path:
    path = folder / "own.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return path


@pytest.mark.parametrize(
    ("at", "change", "message"),
    [
        (0, {"part": "headlin"}, "unknown part 'headlin'; did you mean 'headline'"),
        (0, {"kind": "pair"}, "unknown kind 'pair'"),
        (0, {"b": "tehc"}, "'tehc' is not in headline; did you mean 'tech'"),
        (1, {"part": "headline", "kind": "pairs", "a": "guide", "b": "tech"}, "the question stands twice"),
        (1, {"part": "headline", "kind": "points", "a": "guide"}, "answers headline in pairs and in points"),
        (0, {"expert 1": "", "other": ""}, "unknown column 'other'"),
    ],
)
def test_a_row_that_cannot_be_meant(tmp_path: Path, at: int, change: dict[str, str], message: str) -> None:
    rows = [dict(row) for row in ROWS]
    rows[at] |= change
    if "other" in change:
        rows = [{"other": "x"} | row for row in rows]
    with pytest.raises(BadInput, match=message):
        read_sheet(written(tmp_path, rows), CATALOGUE)


def test_no_expert_and_no_answer(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no column of an expert"):
        read_sheet(written(tmp_path, [{"part": "survey", "kind": "points", "a": "sat_survey", "b": ""}]), CATALOGUE)
    blank = [row | {"expert 1": ""} for row in ROWS]
    with pytest.raises(BadInput, match="no expert has answered"):
        read_sheet(written(tmp_path, blank), CATALOGUE)


def test_a_fraction_that_became_a_date(tmp_path: Path) -> None:
    from datetime import datetime

    path = filled(tmp_path, fit)
    book = openpyxl.load_workbook(path)
    assert book.active is not None
    book.active["I2"] = datetime(2026, 1, 3)
    book.save(path)
    with pytest.raises(BadInput, match="is a date"):
        read_sheet(path, CATALOGUE)


def test_parts_that_are_not_there() -> None:
    with pytest.raises(BadInput, match="no part 'guid'; did you mean 'guide'"):
        sheet(CATALOGUE, 1, only=("guid",))
