from __future__ import annotations

from anfang.shopper.verdict import Sign, weigh, weights

TABLE = {"threshold": 60, "signs": {"heading": 50, "element": 5, "another item": -110}}


def test_strengths_times_weights_are_added_up() -> None:
    verdict = weigh(TABLE, [Sign("heading", 0.8, "公章刻制"), Sign("element", 4, "phone"), Sign("colour", 9)])
    assert (verdict.score, verdict.holds) == (60, True)  # 40 + 20 + 0
    assert verdict.told() == "60 of 60: +40 heading (公章刻制), +20 element (phone)"
    assert not weigh(TABLE, [Sign("heading"), Sign("another item")]).holds
    assert weigh(TABLE, []).told() == "0 of 60: no sign"


def test_every_table_has_a_threshold_and_numbers() -> None:
    for table in (weights()["guide"], weights()["section"], *weights()["kinds"].values()):
        assert table["threshold"] > 0
        assert all(isinstance(weight, int | float) for weight in table["signs"].values())
