from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from anfang import fieldcell
from anfang.errors import BadInput
from anfang.grid import Cell
from anfang.model import Evidence

SHANGHAI = ZoneInfo("Asia/Shanghai")


def cell(value: object, *, json: bool = False) -> Cell:
    return Cell(value, "sheet.xlsx:B7", json)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("works", "works"),
        ('"works"', "works"),
        (" ｗｏｒｋｓ ", "works"),
        ("３", 3),
        ("3 ", 3),
        (3, 3),
        ("2.5", 2.5),
        ("-3", -3),
        ("true", True),
        ('{"used": 2, "declared": null}', {"used": 2, "declared": None}),
        ('["name"]', ["name"]),
        (None, None),
        ("  ", None),
    ],
)
def test_a_value_is_json_or_a_code_word_or_the_same_number_in_another_dress(written: object, meant: object):
    assert fieldcell.value(cell(written), "a form") == meant


@pytest.mark.parametrize("written", ["n/a", "N/A", "—", "-", "／", "不详", "null"])
def test_words_for_nothing_are_no_value(written: str):
    with pytest.raises(BadInput, match=r"B7: .* is no value") as refused:
        fieldcell.value(cell(written), "a form")
    assert refused.value.mend == "leave it blank; status and reason say why"


@pytest.mark.parametrize(
    "written", ["是", "否", "yes", "3个", "{used: 2}", "NaN.", "[NaN]", "三", date(2026, 3, 2), "[" * 100_000]
)
def test_what_cannot_be_read_names_the_form_that_the_instrument_has(written: object):
    with pytest.raises(BadInput) as refused:
        fieldcell.value(cell(written), "works | broken")
    assert refused.value.where == "sheet.xlsx:B7"
    assert refused.value.mend == "write what the instrument has: works | broken"


@pytest.mark.parametrize(
    ("written", "meant"),
    [("８８．５", 88.5), ("88.5 ", 88.5), (0, 0.0), ("0", 0.0), (None, None), ("", None)],
)
def test_a_score_is_a_number_and_a_blank_is_not_zero(written: object, meant: float | None):
    assert fieldcell.score(cell(written)) == meant


@pytest.mark.parametrize("written", ["88,5", "是", "n/a", True, "nan", "1e2", -1, 100.01, "１０１"])
def test_a_score_out_of_form_or_range_is_refused(written: object):
    with pytest.raises(BadInput, match="B7"):
        fieldcell.score(cell(written))


def test_a_word_that_is_nearly_known_gets_a_suggestion():
    with pytest.raises(BadInput, match="unknown city 'qinghee'; did you mean 'qinghe'"):
        fieldcell.word(cell("qinghee"), "city", ["qinghe", "linhai"])
    with pytest.raises(BadInput, match="unknown city '清河'; did you mean 'qinghe'"):
        fieldcell.word(cell("清河"), "city", ["qinghe"], meant={"清河": "qinghe"})
    with pytest.raises(BadInput, match="city is blank"):
        fieldcell.word(cell(None), "city", ["qinghe"])


@pytest.mark.parametrize(
    "written",
    ["2026-03-02T09:00+08:00", "2026-03-02 09:00", "２０２６-03-02T01:00Z", datetime(2026, 3, 2, 9)],
)
def test_a_moment_without_a_zone_is_in_the_citys(written: object):
    assert fieldcell.moment(cell(written), SHANGHAI) == datetime(2026, 3, 2, 9, tzinfo=SHANGHAI)


def test_a_day_is_its_first_moment_and_a_blank_is_unknown():
    assert fieldcell.moment(cell(date(2026, 3, 2)), SHANGHAI) == datetime(2026, 3, 2, tzinfo=SHANGHAI)
    assert fieldcell.moment(cell(None), SHANGHAI) is None


@pytest.mark.parametrize("written", ["03/02/2026", "2026年3月2日", "昨天", 46083, "2026-02-30"])
def test_a_date_that_could_be_another_is_refused(written: object):
    with pytest.raises(BadInput, match="B7: not a date"):
        fieldcell.moment(cell(written), SHANGHAI)


def test_evidence_is_records_or_plain_words():
    assert fieldcell.evidence(cell('[{"quote":"无","url":"http://a.test/"}]')) == (
        Evidence("无", "http://a.test/"),
    )
    assert fieldcell.evidence(cell([{"note": "seen"}], json=True)) == (Evidence(note="seen"),)
    assert fieldcell.evidence(cell("电话录音第3段")) == (Evidence(note="电话录音第3段"),)
    assert fieldcell.evidence(cell(None)) == fieldcell.evidence(cell("[]")) == ()


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ('[{"quote":"cut…[cut]', "not JSON"),
        ('[{"qoute":"x"}]', "did you mean 'quote'"),
        ('[{"quote":3}]', "quote is no text"),
        ('[{"snapshot":"../../etc/passwd"}]', "snapshot is no sha256"),
        ('["x"]', "no record"),
    ],
)
def test_evidence_out_of_form_is_refused(written: str, why: str):
    with pytest.raises(BadInput, match=why):
        fieldcell.evidence(cell(written))
