from __future__ import annotations

from anfang.report.html.shared import problems
from tests.scoring.sample import portal, scored

NOW = scored([*portal("a"), *portal("b", tech_load=3)], name="now")


def test_what_the_page_of_shared_problems_shows() -> None:
    """7 problems of a, 6 of b; the load time is a's alone; nobody offers the seal online."""
    found = problems(NOW, [], "en")
    assert (found["items"], found["item_cities"], found["repeated"], found["compared"]) == (13, 2, 0, False)
    assert "tech_load" not in {one.indicator.id for one in found["spots"]}
    assert found["key_reasons"]["seal", "there is no online application"] == 2
    assert [(one.city, one.step) for one, _ in found["key_rows"]] == [("a", "registration"), ("a", "seal"), ("b", "registration"), ("b", "seal")]


def test_against_an_earlier_round() -> None:
    found = problems(NOW, [scored([*portal("a"), *portal("b")], name="before")], "zh")
    assert (found["repeated"], found["compared"]) == (13, True)
