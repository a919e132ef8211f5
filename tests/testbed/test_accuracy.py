from __future__ import annotations

import pytest

from anfang.model import Json, Observation, Status
from anfang.testbed.accuracy import accuracy

TRUTH = {
    "songlan": {("seal", "guide_findable"): 2, ("", "tech_load"): 4.0, ("seal", "proc_depth"): {"raw": None, "used": "II"}},
    "yuji": {("seal", "guide_findable"): 2, ("", "tech_load"): 0.0, ("seal", "proc_depth"): {"raw": None, "used": "IV"}},
}


def points(indicator: str, value: Json) -> float | None:
    """As the catalogue has them: up to 3 clicks 100, 4 clicks 80; 100 up to 3 s, 0 from 15 s."""
    if indicator == "guide_findable":
        return 100.0 if value <= 3 else 80.0
    if indicator == "tech_load":
        return min(100.0, 100 * (15 - value) / 12)
    return {"II": 50.0, "IV": 100.0}[value["used"]]


def seen(city: str, step: str, indicator: str, value: Json, status: Status = "observed") -> Observation:
    return Observation(city=city, channel="portal", step=step, indicator=indicator, status=status, value=value)


def test_values_points_wrong_and_missing() -> None:
    found = accuracy(
        TRUTH,
        [
            seen("songlan", "seal", "guide_findable", 3),  # wrong, but 100 points all the same
            seen("yuji", "seal", "guide_findable", 4),  # wrong, 80 points
            seen("songlan", "", "tech_load", 4.3),  # 91.7 and 89.2 points: within 5
            seen("yuji", "", "tech_load", None, "error"),  # missing
            seen("songlan", "seal", "proc_depth", {"raw": "二级", "used": "II"}),  # the wording does not count
            seen("nowhere", "seal", "guide_findable", 9),  # nothing planted: ignored
        ],
        points,
    )
    assert found.overall == {"value_equal": 2 / 6, "points_equal": 3 / 6, "wrong": 2, "missing": 2, "n": 6}
    assert found.indicators["guide_findable"] == {
        "value_equal": 0.0, "points_equal": 0.5, "wrong": 2, "missing": 0, "n": 2, "majority_baseline": 1.0
    }  # fmt: skip
    assert found.indicators["proc_depth"]["majority_baseline"] == 0.5
    assert list(found.misses) == [
        {"city": "songlan", "step": "seal", "indicator": "guide_findable", "truth": 2, "seen": 3, "status": "observed"},
        {"city": "yuji", "step": "seal", "indicator": "guide_findable", "truth": 2, "seen": 4, "status": "observed"},
        {"city": "yuji", "step": "", "indicator": "tech_load", "truth": 0.0, "seen": None, "status": "error"},
        {
            "city": "yuji", "step": "seal", "indicator": "proc_depth", "truth": {"raw": None, "used": "IV"},
            "seen": None, "status": "not_observed",
        },
    ]  # fmt: skip


@pytest.mark.parametrize(("share", "equal"), [(0.0502, 1.0), (0.06, 0.0)])
def test_a_share_of_links_is_equal_within_half_a_per_mille(share: float, equal: float) -> None:
    found = accuracy({"songlan": {("", "tech_links"): 0.05}}, [seen("songlan", "", "tech_links", share)], lambda _, v: v)
    assert found.overall["value_equal"] == equal


def test_only_the_channel_portal_is_compared() -> None:
    mobile = Observation(city="songlan", channel="mobile", step="", indicator="tech_load", status="observed", value=4.0)
    assert accuracy({"songlan": {("", "tech_load"): 4.0}}, [mobile], points).overall["missing"] == 1
