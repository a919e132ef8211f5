"""A table of what people said; whatever cannot be meant is refused with its cell."""

from __future__ import annotations

from pathlib import Path

import pytest

from anfang.errors import BadInput
from anfang.surveysheet import read_survey
from scoring.goalposts import points
from tests.scoring.sample import CATALOGUE, city

CITIES = (city("shanghai"), city("hefei"))
HEAD = "city,kind,group,good,percent,of,source,date\n"


def read(tmp_path: Path, rows: str, head: str = HEAD) -> dict[tuple[str, str], object]:
    path = tmp_path / "asked.csv"
    path.write_text(head + rows, encoding="utf-8")
    return {(one.city, one.indicator): one.value for one in read_survey(path, CITIES)}


def test_groups_add_up_to_everybody(tmp_path: Path) -> None:
    """93.09 % of 186 enterprises are 173.1474 answers; with 180 of 200 people 353.1474 of 386."""
    found = read(tmp_path, "shanghai,satisfaction,企业,,93.09,186,study,2020-04-01\nshanghai,满意度,办事群众,180,,200,study,\n")
    value = found["shanghai", "sat_survey"]
    assert value == {"satisfied": 353.1474, "asked": 386, "groups": {"企业": {"satisfied": 173.1474, "asked": 186}, "办事群众": {"satisfied": 180, "asked": 200}}}
    assert points(CATALOGUE["sat_survey"].score or {}, value) == pytest.approx(100 * 353.1474 / 386)


def test_everybody_given_is_taken_as_given(tmp_path: Path) -> None:
    """Groups may overlap: they need not add up."""
    found = read(tmp_path, "hefei,satisfaction,,90,90%,100,,\nhefei,satisfaction,线上,60,,70,,\nhefei,satisfaction,线下,50,,60,,\n")
    assert found["hefei", "sat_survey"]["asked"] == 100  # type: ignore[index]


def test_reviews_and_few_answers(tmp_path: Path) -> None:
    found = read(tmp_path, "hefei,好差评,,28,,29,,\n")
    assert found["hefei", "sat_review"] == {"good": 28, "reviews": 29, "groups": {}}
    assert points(CATALOGUE["sat_review"].score or {}, found["hefei", "sat_review"]) is None


@pytest.mark.parametrize(
    ("rows", "message", "place"),
    [
        ("hefeii,satisfaction,,1,,2,,\n", "unknown city 'hefeii'; did you mean 'hefei'", "asked.csv:2 (city)"),
        ("hefei,smiles,,1,,2,,\n", "unknown kind 'smiles'", "asked.csv:2 (kind)"),
        ("hefei,satisfaction,,1,,,,\n", "`of` is no number of answers", "asked.csv:2 (of)"),
        ("hefei,satisfaction,,1,,0,,\n", "`of` is no number of answers", "asked.csv:2 (of)"),
        ("hefei,satisfaction,,1,,2.5,,\n", "`of` is no number of answers", "asked.csv:2 (of)"),
        ("hefei,satisfaction,,,,20,,\n", "neither `good` nor `percent`", "asked.csv:2 (good)"),
        ("hefei,satisfaction,,21,,20,,\n", "21 good answers of 20", "asked.csv:2 (good)"),
        ("hefei,satisfaction,,,101,20,,\n", "101 percent", "asked.csv:2 (percent)"),
        ("hefei,satisfaction,,10,60,20,,\n", "10 of 20 is not 60 percent", "asked.csv:2 (percent)"),
        ("hefei,satisfaction,,many,,20,,\n", "'many' is no number", "asked.csv:2 (good)"),
        ("hefei,satisfaction,,nan,,20,,\n", "nan is out of range", "asked.csv:2 (good)"),
        ("hefei,satisfaction,,-1,,20,,\n", "-1 is out of range", "asked.csv:2 (good)"),
        ("hefei,satisfaction,,1,,20,,\nhefei,satisfaction,,1,,20,,\n", "two rows of satisfaction for 'everybody'", "asked.csv:3 (city)"),
    ],
)
def test_what_cannot_be_meant(tmp_path: Path, rows: str, message: str, place: str) -> None:
    with pytest.raises(BadInput) as bad:
        read(tmp_path, rows)
    assert message in bad.value.message
    assert bad.value.where == place
    assert bad.value.mend


@pytest.mark.parametrize(("head", "message"), [("city,kind,of,smile\n", "unknown column 'smile'"), ("city,kind,good\n", "missing column of")])
def test_columns(tmp_path: Path, head: str, message: str) -> None:
    with pytest.raises(BadInput, match=message):
        read(tmp_path, "hefei,satisfaction,1,1\n"[: 30 if "smile" in head else -3] + "\n", head)


def test_no_rows(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no rows"):
        read(tmp_path, "")
