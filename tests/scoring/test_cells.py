from __future__ import annotations

from dataclasses import replace

import pytest

from anfang.errors import BadInput
from anfang.model import Observation
from scoring.cells import Cell, cells
from tests.scoring.sample import CATALOGUE, PLAN, lost, seen


def one_cell(
    *observations: Observation, basket: tuple[str, ...] = PLAN.basket, step: str = ""
) -> Cell | None:
    found = cells(observations, CATALOGUE, replace(PLAN, basket=basket))
    return next(iter(found.values()), {}).get(step)


def test_points_follow_from_the_value() -> None:
    assert one_cell(seen("a", "tech_load", 9)) == Cell("observed", 50.0, 9)


def test_a_state_has_no_points() -> None:
    found = one_cell(lost(seen("a", "tech_load", 9), "error", "the browser died"))
    assert found == Cell("error", None, None, "the browser died")
    assert found.missing


def test_too_few_facts_are_not_observed() -> None:
    few = {"compared": 4, "equal": 1, "differing": ["fee", "phone", "materials"]}
    found = one_cell(
        seen("a", "guide_cross_channel", few, step="seal"), basket=("guide_cross_channel",), step="seal"
    )
    assert found
    assert (found.status, found.points, found.reason) == ("not_observed", None, "too few facts to decide")


def test_a_word_that_leaves_the_row_out_is_not_applicable() -> None:
    one = seen("a", "guide_material_detail", "none_needed", step="seal")
    found = one_cell(one, basket=("guide_material_detail",), step="seal")
    assert found
    assert (found.status, found.missing) == ("not_applicable", False)


def test_points_alone_count_as_they_are() -> None:
    assert one_cell(seen("a", "tech_load", score=41.5)) == Cell("observed", 41.5)


def test_points_and_value_must_agree_to_a_hundredth() -> None:
    assert one_cell(seen("a", "tech_load", 9, score=50.009)) == Cell("observed", 50.0, 9)
    with pytest.raises(
        BadInput, match=r"a / portal / tech_load: points 50.02 where 50 follow from the value"
    ):
        one_cell(seen("a", "tech_load", 9, score=50.02))


@pytest.mark.parametrize(
    ("one", "message"),
    [
        (seen("a", "tech_laod", 9), "unknown row; did you mean 'tech_load'?"),
        (seen("a", "tech_load"), "neither a value nor points"),
        (seen("a", "tech_load", score=101.0), "neither a value nor points"),
        (seen("a", "tech_load", score=float("nan")), "neither a value nor points"),
        (seen("a", "tech_load", "fast"), "the value 'fast' does not fit"),
        (seen("a", "proc_trips", score=65.0, step="seal"), "points for one step of a row that is summed"),
        (
            seen("a", "proc_trips", {"used": 2}, score=65.0, step="seal"),
            "points for one step of a row that is summed",
        ),
    ],
)
def test_refused(one: Observation, message: str) -> None:
    with pytest.raises(BadInput) as bad:
        one_cell(one)
    assert message in bad.value.message
    assert bad.value.where.startswith("a / portal / ")
    assert bad.value.mend


def test_two_observations_of_the_same_are_refused() -> None:
    with pytest.raises(BadInput, match="there is a second observation of the same"):
        one_cell(seen("a", "tech_load", 9), seen("a", "tech_load", 3))


def test_the_headline_uses_the_portal_and_the_mobile_index_the_mobile_site() -> None:
    both = [seen("a", row, 9, channel=channel) for row in ("tech_load",) for channel in ("mobile", "portal")]
    both[0] = replace(both[0], value=3)
    assert one_cell(*both) == Cell("observed", 50.0, 9)
    assert one_cell(both[0]) is None
    mobile = [
        seen("a", "mob_channels", ["app"], channel="mobile"),
        seen("a", "mob_channels", [], channel="portal"),
    ]
    assert one_cell(*mobile, basket=("mob_channels",)) == Cell("observed", 100.0, ["app"])
    assert one_cell(mobile[1], basket=("mob_channels",)) == Cell("observed", 0.0, [])


def test_what_was_not_planned_is_left_aside() -> None:
    assert one_cell(seen("a", "tech_login", "one")) is None
    assert one_cell(seen("a", "proc_apply", "form", step="invoice"), step="invoice") is None
