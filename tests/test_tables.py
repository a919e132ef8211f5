from __future__ import annotations

from dataclasses import replace

import pandas as pd

from anfang import tables
from tests.sample import COMPARISON, OBSERVATIONS, RESULTS, real


def test_observations_stand_in_the_rounds_own_order_whatever_the_store_gave():
    frame = tables.observations(RESULTS)
    assert list(frame.columns) == list(tables.OBSERVATION_COLUMNS)
    assert frame[["city", "indicator", "step"]].agg("/".join, axis=1).tolist() == [
        "qinghe/guide_logic/seal",
        "qinghe/guide_blank_form/registration",
        "qinghe/guide_blank_form/seal",
        "qinghe/tech_load/",
        "qinghe/proc_trips/registration",
        "qinghe/proc_trips/seal",
        "linhai/tech_load/",
        "yunshan/tech_load/",
    ]
    shuffled = replace(RESULTS, observations=OBSERVATIONS[::-1])
    pd.testing.assert_frame_equal(tables.observations(shuffled), frame)


def test_an_observation_is_json_text_and_figures():
    row = tables.observations(RESULTS).iloc[5]
    assert row["value"] == '{"declared":0,"derived":2,"used":2}'
    assert pd.isna(row["score"])
    assert row["observed_at"] == "2026-03-02T09:30:00+08:00"
    assert row["evidence"] == (
        '[{"quote":"办理地点：无","snapshot":"'
        + "a" * 64
        + '","url":"http://qinghe.portal.test:8000/guide/1"}]'
    )


def test_scores_are_blank_where_not_known_never_zero():
    frame = tables.scores(RESULTS).set_index("city")
    assert frame.loc["qinghe", ["headline", "low", "high", "tech_load", "gate_service"]].tolist() == [
        57.5,
        40,
        90,
        50,
        1,
    ]
    assert frame.loc["yunshan", ["headline", "tech", "tech_load"]].isna().all()
    assert frame.loc["yunshan", "tech_coverage"] == 0.0
    assert frame.columns.get_loc("tech_coverage") == frame.columns.get_loc("tech") + 1


def test_ranking_keeps_the_order_and_leaves_the_unranked_without_a_rank():
    frame = tables.ranking(RESULTS)
    assert frame["city"].tolist() == ["linhai", "qinghe", "yunshan"]
    assert frame["rank"].isna().tolist() == [False, False, True]
    assert frame["reason"].tolist() == ["", "", "coverage below 70%: tech 0%"]


def test_regions_carry_their_n():
    row = tables.regions(RESULTS).iloc[0]
    assert (row["region"], row["n"], row["cities"], row["mean"]) == ("华东", 1, 2, 88.25)
    assert pd.isna(row["trips"])


def test_comparison_has_one_row_per_figure():
    frame = tables.comparison(COMPARISON)
    assert frame.iloc[0].tolist() == ["all", "", "headline", 59.0, 72.875, 13.875]
    region = frame[frame["id"] == "华北"].iloc[0]
    assert (region["scope"], region["change"]) == ("region", -2.5)
    assert pd.isna(frame[(frame["measure"] == "tech_load") & (frame["scope"] == "all")]["change"]).all()


def test_simulated_tables_carry_the_mark_in_every_row_and_real_ones_do_not():
    marked = tables.marked(tables.ranking(RESULTS), RESULTS, "SIMULATED")
    assert marked.iloc[:, -1].tolist() == ["SIMULATED"] * 3
    assert tables.MARK_COLUMN not in tables.marked(tables.ranking(RESULTS), real(RESULTS), "SIMULATED")


def test_an_empty_round_has_the_same_columns():
    empty = replace(RESULTS, observations=())
    assert list(tables.observations(empty).columns) == list(tables.OBSERVATION_COLUMNS)
