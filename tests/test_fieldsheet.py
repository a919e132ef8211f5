from __future__ import annotations

import pytest

from anfang.errors import BadInput
from anfang.fieldsheet import Terms, observation
from anfang.grid import Cell
from anfang.model import Observation
from tests.sample import CATALOGUE, CITIES, RESULTS, real

TERMS = Terms(CATALOGUE, {city.id: city for city in CITIES})
ROW = {
    "city": "qinghe",
    "channel": "portal",
    "step": "",
    "indicator": "tech_load",
    "status": "observed",
    "value": "9",
}


def read(terms: Terms = TERMS, **cells: object) -> Observation:
    return observation({name: Cell(value, f"s.xlsx:{name}") for name, value in (ROW | cells).items()}, terms)


def test_a_row_is_an_observation():
    assert read() == Observation("qinghe", "portal", "", "tech_load", "observed", 9, observer="import")


def test_a_score_that_agrees_to_a_hundredth_is_the_values_own():
    """9 seconds are halfway between 3 (100 points) and 15 (0 points)."""
    assert read(score="50.01").score is None
    with pytest.raises(
        BadInput, match=r"score: the score 50\.02 does not agree with the value, which earns 50"
    ):
        read(score="50.02")


def test_a_row_with_a_score_alone_keeps_it_and_its_observer_is_import():
    one = read(value=None, score="８８", observer="Li")
    assert (one.value, one.score, one.observer) == (None, 88.0, "import")


def test_an_observer_of_values_is_kept():
    assert read(observer="Li").observer == "Li"


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        ({"value": None}, "value: observed, but value and score are blank"),
        (
            {"value": None, "status": "not_observed", "score": 0},
            "score: a score, but the status is not_observed",
        ),
        (
            {"indicator": "guide_blank_form", "step": "seal", "value": "wroks"},
            "value: the value 'wroks' does not fit",
        ),
        ({"value": "是"}, "value: '是' is no value"),
        ({"value": "-1"}, "value: the value -1 does not fit"),
        ({"step": "seal"}, "step: tech_load is measured once per portal"),
        ({"indicator": "guide_blank_form"}, "step: step is blank"),
        ({"indicator": "guide_blank_form", "step": "公章刻制"}, "did you mean 'seal'"),
        ({"indicator": "页面加载时长"}, "did you mean 'tech_load'"),
        ({"indicator": "tech_laod"}, "did you mean 'tech_load'"),
        ({"indicator": "gate_column", "value": None, "score": 5}, "gate_column is never scored"),
        ({"city": "清河"}, "did you mean 'qinghe'"),
        ({"status": "seen"}, "status: unknown status 'seen'"),
        ({"channel": "web"}, "channel: unknown channel 'web'"),
        (
            {
                "indicator": "guide_logic",
                "step": "seal",
                "value": '{"applicable":[],"failed":[]}',
                "score": 100,
            },
            "decides nothing",
        ),
    ],
)
def test_what_cannot_be_meant_is_refused_with_its_cell(cells: dict[str, object], why: str):
    with pytest.raises(BadInput, match=why) as refused:
        read(**cells)
    assert refused.value.where.startswith("s.xlsx:")
    assert refused.value.mend


def test_a_state_that_is_not_observed_needs_no_value():
    one = read(status="blocked", value=None, reason="captcha")
    assert (one.status, one.value, one.score, one.reason) == ("blocked", None, None, "captcha")


def test_a_row_that_is_summed_has_its_score_once_with_a_blank_step():
    """Two trips in all are worth 65 points."""
    step = {"indicator": "proc_trips", "step": "seal", "value": '{"used":2,"declared":null,"derived":2}'}
    assert read(**step).value["used"] == 2
    with pytest.raises(BadInput, match="score: proc_trips is summed over the steps"):
        read(**step, score=65)
    assert read(indicator="proc_trips", value='{"used":2}', score=65).step == ""
    with pytest.raises(BadInput, match="earns 65"):
        read(indicator="proc_trips", value='{"used":2}', score=85)


def test_points_alone_may_stand_for_all_steps():
    one = read(indicator="guide_blank_form", value=None, score=50)
    assert (one.step, one.score) == ("", 50.0)


def test_simulated_data_never_become_a_real_citys():
    cities = {city.id: city for city in real(RESULTS).cities}
    with pytest.raises(BadInput, match="mark: simulated data for the real city 'qinghe'"):
        read(Terms(CATALOGUE, cities), mark="SIMULATED 模拟数据")
    assert read(mark="SIMULATED 模拟数据").city == "qinghe"
