from __future__ import annotations

from dataclasses import replace

from anfang import mendtables
from scoring.offline import load_reasons
from tests.sample import RESULTS
from tests.scoring.sample import portal, scored

NOW = scored([*portal("a"), *portal("b")], name="now")
BEFORE = scored([*portal("a", tech_load=3), *portal("b")], name="before")


def test_problems_carry_the_remedy_in_the_language() -> None:
    zh, en = mendtables.problems(RESULTS), mendtables.problems(RESULTS, lang="en")
    row = RESULTS.catalogue["guide_blank_form"]
    assert zh["remedy"].tolist()[2] == row.remedy_zh
    assert en["remedy"].tolist()[2] == row.remedy_en


def test_problems_carry_gain_history_and_department() -> None:
    told = mendtables.problems(NOW, lang="en", earlier=[BEFORE]).set_index(["city", "indicator", "step"])
    load = told.loc["a", "tech_load", ""]
    assert (round(load["gain"], 3), load["history"], load["since"], load["department"]) == (6.667, "first", None, "Platform operation")
    other = told.loc["b", "tech_load", ""]
    assert (other["history"], other["since"]) == ("repeated", "before")


def test_hot_spots_and_key_list() -> None:
    spots = mendtables.hotspots(NOW).set_index(["indicator", "step"])
    assert spots.loc["proc_trips", ""][["n", "of", "gain", "cities"]].tolist() == [2, 2, 14, "a b"]
    steps = mendtables.keylist(NOW, load_reasons(), lang="en")
    assert steps[steps["reason"] == "apply_absent"][["city", "step", "words"]].values.tolist() == [
        ["a", "seal", "there is no online application"], ["b", "seal", "there is no online application"],
    ]  # fmt: skip


def test_an_empty_round_has_the_same_columns() -> None:
    empty = replace(RESULTS, observations=(), scorecards={})
    assert mendtables.problems(empty).empty
    assert list(mendtables.problems(empty).columns) == list(mendtables.problems(RESULTS).columns)
