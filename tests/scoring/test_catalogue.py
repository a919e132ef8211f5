"""The shipped catalogue, and what a wrong one is told: file, line and mend."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from anfang.errors import BadInput
from scoring.catalogue import load_catalogue
from scoring.goalposts import points

SHIPPED = Path("scoring/catalogue.yaml")

SMALL = """\
dimensions:
  guide: {zh: 办事指南, en: Service guides, weight: 100}
  gate: {zh: 单项否决, en: Gates, weight: 0}
core_elements: [name, phone]
extended_elements: [fee]
steps:
  seal: {zh: 公章刻制, en: Seal engraving}
indicators:
  - id: guide_core
    zh: 重点要素
    en: Core elements
    dimension: guide
    per: step
    by: browser
    weight: 60
    source: P
    value: list of the elements stated
    score: {kind: checks, of: core_elements}
    evidence: quoted text
    remedy_zh: 补齐要素。
    remedy_en: State the elements.
  - id: guide_days
    zh: 时限
    en: Days
    dimension: guide
    per: step
    over: sum
    by: browser
    weight: 40
    source: P
    value: working days
    score: {kind: sum_steps, score: {kind: steps, upto: [[1, 100], [5, 50]], beyond: 0}}
    evidence: quoted text
    remedy_zh: 压缩时限。
    remedy_en: Shorten the limit.
derived:
  - {id: fast_cities, zh: 快, en: Fast, indicator: guide_days, steps: sum, when: [value <= 1]}
"""


def small(folder: Path, *changes: tuple[str, str]) -> Path:
    text = SMALL
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path = folder / "catalogue.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_shipped_catalogue_is_whole() -> None:
    rows = load_catalogue(SHIPPED).indicators
    assert (len(rows), sum(row.score is not None for row in rows)) == (72, 66)
    assert sum(row.raised is not None for row in rows) == 4
    assert Counter(row.dimension for row in rows if row.score) == {
        "guide": 14,
        "tech": 14,
        "processing": 12,
        "interaction": 11,
        "mobile": 7,
        "crosscutting": 6,
        "survey": 2,
    }


def test_every_row_says_what_the_city_should_do() -> None:
    for row in load_catalogue(SHIPPED).indicators:
        assert row.remedy_zh.endswith("。"), row.id
        assert row.remedy_en.endswith("."), row.id


def test_a_row_of_a_known_kind_needs_no_python(tmp_path: Path) -> None:
    found = load_catalogue(small(tmp_path))
    assert points(found["guide_core"].score or {}, ["phone"]) == 50
    assert points(found["guide_days"].score or {}, 5) == 50
    assert found.derived[0]["id"] == "fast_cities"


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("weight: 60", "weight: 50", 2, "the weights of the dimension 'guide' add up to 90"),
        (
            "en: Service guides, weight: 100",
            "en: Service guides, weight: 90",
            1,
            "the weights of the dimensions add up to 90",
        ),
        ("weight: 60", "weight: .nan", 15, "weight"),
        ("weight: 60", "weight: -1", 15, "weight"),
        ("dimension: guide", "dimension: giude", 12, "unknown dimension 'giude'; did you mean 'guide'?"),
        ("id: guide_days", "id: guide_core", 22, "the id 'guide_core' is there twice"),
        ("over: sum", "over: mean", 27, "`over: sum` and the kind sum_steps go together"),
        ("of: core_elements", "of: core_element", 18, "of"),
        ("kind: checks", "kind: check", 18, "score"),
        ("[[1, 100], [5, 50]]", "[[5, 100], [1, 50]]", 32, "the limits must rise from left to right"),
        ("[[1, 100], [5, 50]]", "[[1, 101], [5, 50]]", 32, "less than or equal to 100"),
        ("beyond: 0", "byond: 0", 32, "beyond"),
        ("value <= 1", "value =< 1", 37, "not a condition: 'value =< 1'"),
        (
            "indicator: guide_days",
            "indicator: guide_day",
            37,
            "unknown indicator 'guide_day'; did you mean 'guide_days'?",
        ),
        (
            "    score: {kind: checks, of: core_elements}\n",
            "",
            15,
            "a row has a weight above 0 exactly where it has a `score`",
        ),
        ("    remedy_zh: 补齐要素。\n", "", 9, "the field 'remedy_zh' is missing"),
    ],
)
def test_refused(tmp_path: Path, old: str, new: str, line: int, message: str) -> None:
    path = small(tmp_path, (old, new))
    with pytest.raises(BadInput) as bad:
        load_catalogue(path)
    assert bad.value.where.startswith(f"{path}:{line}:")
    assert message in bad.value.message
    assert bad.value.mend
