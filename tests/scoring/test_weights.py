"""Weights come whole or not at all: every fault of a file is named with its line and the mend."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from anfang.errors import BadInput
from scoring.weights import find_weights, load_weights, weight_names
from tests.scoring.sample import CATALOGUE
from tests.scoring.test_tree import CATALOGUE as TREE

OWN = """\
source: the owner of the standard
notice: final
dimensions: {guide: 40, tech: 10, processing: 40, interaction: 10, mobile: 0, crosscutting: 0}
indicators:
  guide: {guide_findable: 60, guide_logic: 40}
  tech: equal
  processing: catalogue
  interaction: catalogue
  mobile: catalogue
  crosscutting: equal
"""


def own(folder: Path, old: str = "", new: str = "") -> Path:
    assert old in OWN
    path = folder / "own.yaml"
    path.write_text(OWN.replace(old, new, 1), encoding="utf-8")
    return path


def test_the_default_is_the_catalogue_written_out() -> None:
    found = find_weights("default", CATALOGUE)
    assert found.indicators == {row.id: row.weight for row in CATALOGUE.indicators if row.score}
    assert {row.id: row.weight for row in CATALOGUE.dimensions if row.id != "gate"} == found.dimensions
    assert found.provisional


def test_equal_weights_at_both_levels() -> None:
    found = find_weights("equal", CATALOGUE)
    assert [found.dimensions[name] for name in ("guide", "tech", "processing", "interaction")] == [25] * 4
    assert found.indicators["int_faq"] == pytest.approx(100 / 11)


def test_dimensions_alike_over_the_rows_of_the_catalogue() -> None:
    found = find_weights("dimensions-equal", CATALOGUE)
    assert (found.dimensions["tech"], found.indicators["proc_trips"]) == (25, 24)


def test_an_owners_file(tmp_path: Path) -> None:
    found = find_weights(str(own(tmp_path)), CATALOGUE)
    assert (found.name, found.source, found.provisional) == ("own", "the owner of the standard", False)
    assert found.indicators["guide_findable"] == 60
    assert "guide_scenario" not in found.indicators
    assert found.indicators["tech_load"] == pytest.approx(100 / 14)
    assert found.indicators["proc_trips"] == 24


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("guide: 40", "guide: 41", 3, "the weights of the dimensions add up to 101"),
        ("guide: 40", "guide: 40.000002", 3, "the weights of the dimensions add up to 100.000002"),
        ("guide_logic: 40", "guide_logic: 39", 5, "the weights of the rows of 'guide' add up to 99"),
        ("guide: 40", "guide: nan", 3, "guide: Input should be a finite number"),
        ("guide: 40", "guide: inf", 3, "guide: Input should be a finite number"),
        ("guide: 40", "guide: -40", 3, "guide: Input should be greater than or equal to 0"),
        ("guide: 40", "guide: ''", 3, "guide: Input should be a valid number"),
        ("guide_logic: 40", "guide_logic: heavy", 5, "Input should be a valid number"),
        (
            "guide_logic: 40",
            "guide_lgoic: 40",
            5,
            "unknown row of guide: 'guide_lgoic'; did you mean 'guide_logic'?",
        ),
        ("guide_logic: 40", "proc_trips: 40", 5, "unknown row of guide: 'proc_trips'"),
        ("mobile: 0, ", "", 3, "the dimension 'mobile' is missing in `dimensions`"),
        ("  tech: equal\n", "", 4, "the dimension 'tech' is missing in `indicators`"),
        ("tech: 10", "tehc: 10", 3, "unknown dimension: 'tehc'; did you mean 'tech'?"),
        ("{guide_findable: 60, guide_logic: 40}", "{}", 5, "the weights of the rows of 'guide' add up to 0"),
        ("source: the owner of the standard\n", "", 1, "the field 'source' is missing"),
        (OWN, "", 1, "the file is empty"),
    ],
)
def test_refused(tmp_path: Path, old: str, new: str, line: int, message: str) -> None:
    path = own(tmp_path, old, new)
    with pytest.raises(BadInput) as bad:
        load_weights(path, CATALOGUE)
    assert bad.value.where.startswith(f"{path}:{line}:")
    assert message in bad.value.message
    assert bad.value.mend


def test_rounding_of_a_millionth_is_forgiven(tmp_path: Path) -> None:
    assert load_weights(own(tmp_path, "guide: 40", "guide: 40.0000009"), CATALOGUE).dimensions["guide"] > 40


def test_an_unknown_name_gets_the_nearest_one() -> None:
    with pytest.raises(BadInput, match="did you mean 'equal'"):
        find_weights("equel", CATALOGUE)
    assert weight_names() == ("default", "dimensions-equal", "equal")


def test_means_other_than_the_arithmetic_one(tmp_path: Path) -> None:
    path = own(tmp_path, "indicators:", "aggregation: {headline: geometric, tech: harmonic}\nindicators:")
    found = load_weights(path, CATALOGUE)
    assert [found.method(name) for name in ("headline", "tech", "guide")] == ["geometric", "harmonic", "arithmetic"]
    with pytest.raises(BadInput, match="median"):
        load_weights(own(tmp_path, "indicators:", "aggregation: {headline: median}\nindicators:"), CATALOGUE)
    with pytest.raises(BadInput, match="did you mean 'headline'"):
        load_weights(own(tmp_path, "indicators:", "aggregation: {headlin: geometric}\nindicators:"), CATALOGUE)


def test_an_optional_dimension_need_not_be_named_and_counts_where_it_is(tmp_path: Path) -> None:
    left = load_weights(own(tmp_path), CATALOGUE)
    assert (left.dimensions["survey"], left.indicators["sat_survey"]) == (0, 60)
    named = load_weights(own(tmp_path, "tech: 10,", "tech: 5, survey: 5,"), CATALOGUE)
    assert named.headline("survey")
    assert not left.headline("survey")


DEEP = """\
source: test
dimensions: {guide: 60, text: 75, tech: 40, apart: 0}
indicators: {text: equal, guide: {c: 25}, tech: catalogue, apart: catalogue}
"""


def test_weights_of_a_deeper_tree(tmp_path: Path) -> None:
    """Right below guide: the dimension text 75 and the row c 25."""
    catalogue = replace(
        TREE, indicators=tuple(replace(row, weight=100.0 if row.id in "de" else 50.0) for row in TREE.indicators)
    )
    path = tmp_path / "deep.yaml"
    path.write_text(DEEP, encoding="utf-8")
    assert load_weights(path, catalogue).indicators == {"a": 50, "b": 50, "c": 25, "d": 100, "e": 100}
    path.write_text(DEEP.replace("guide: {c: 25}", "guide: equal"), encoding="utf-8")
    assert load_weights(path, catalogue).indicators["c"] == 25
    path.write_text(DEEP.replace("c: 25", "c: 30"), encoding="utf-8")
    with pytest.raises(BadInput, match="the weights right below 'guide' add up to 105"):
        load_weights(path, catalogue)
