"""Dimensions below dimensions, and who answers for what: the catalogue of test_catalogue.py with another level."""

from __future__ import annotations

from pathlib import Path

import pytest

from anfang.errors import BadInput
from scoring.catalogue import load_catalogue
from tests.scoring.test_catalogue import small

DEEP = (
    ("weight: 100}\n", "weight: 100}\n  text: {zh: 文字, en: Text, weight: 40, parent: guide, department: service}\n"),
    ("core_elements:", "departments:\n  service: {zh: 政务服务管理部门, en: Services}\n  police: {zh: 公安, en: Police}\ncore_elements:"),
    ("en: Seal engraving}", "en: Seal engraving, department: police}"),
    ("dimension: guide\n    per: step\n    by: browser\n    weight: 60", "dimension: text\n    per: step\n    by: browser\n    weight: 100"),
    ("    over: sum\n    by: browser\n    weight: 40", "    over: sum\n    by: browser\n    weight: 60"),
)


def test_a_dimension_below_another_one(tmp_path: Path) -> None:
    """guide = text 40 + guide_days 60; text = guide_core 100."""
    found = load_catalogue(small(tmp_path, *DEEP))
    assert {one.id: (one.parent, one.weight) for one in found.dimensions} == {
        "guide": ("", 100),
        "text": ("guide", 40),
        "gate": ("", 0),
    }


def test_who_answers_for_it(tmp_path: Path) -> None:
    """A row of a step goes to the step's department, one of the portal to its dimension's, unless it names its own."""
    found = load_catalogue(small(tmp_path, *DEEP))
    names = [found.department(found["guide_core"], step) for step in ("seal", "")]
    assert [name and name.zh for name in names] == ["公安", "政务服务管理部门"]
    assert found.department(found["guide_days"]) is None
    own = small(tmp_path, *DEEP, ("weight: 100\n    source", "weight: 100\n    department: service\n    source"))
    held = load_catalogue(own)
    assert (one := held.department(held["guide_core"], "seal"))
    assert one.id == "service"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("parent: guide", "parent: giude", "unknown dimension 'giude'; did you mean 'guide'?"),
        ("parent: guide", "parent: text", "the dimension 'text' is above itself"),
        ("weight: 40, parent", "weight: 50, parent", "the weights of the dimension 'guide' add up to 110"),
        ("department: police", "department: plice", "unknown department 'plice'; did you mean 'police'?"),
    ],
)
def test_refused(tmp_path: Path, old: str, new: str, message: str) -> None:
    with pytest.raises(BadInput) as bad:
        load_catalogue(small(tmp_path, *DEEP, (old, new)))
    assert message in bad.value.message
    assert bad.value.mend
