from __future__ import annotations

from dataclasses import replace

from anfang.report.weighing import checked, names_of, study
from scoring.study import load_study, possible
from scoring.tree import ROOT
from scoring.weightcheck import weight_check
from tests.report.test_console import printed
from tests.scoring.sample import CATALOGUE, WEIGHTS

STUDY = load_study()


def test_other_means_are_told_and_say_nothing_of_the_study() -> None:
    bent = replace(WEIGHTS, methods={"headline": "geometric"})
    found, usual = (weight_check(one, CATALOGUE, WEIGHTS, STUDY) for one in (bent, WEIGHTS))
    text = " ".join(printed(checked(found, usual, CATALOGUE, "en")).split())
    assert "Means: Score geometric" in text
    assert "say nothing about it" in text


def test_what_could_not_have_been() -> None:
    told = study(possible({"guide": 0.4, "interaction": 0.25}, "arithmetic", STUDY), "zh").plain
    assert "不相容" in told
    assert "20.01 > 18.81" in told


def test_names_of_everything_that_weighs() -> None:
    names = names_of(CATALOGUE, "zh")
    assert (names[ROOT], names["guide"], names["proc_trips"]) == ("总分", "办事指南", "企业开办跑动次数")
