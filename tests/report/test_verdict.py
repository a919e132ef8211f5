"""The sentences of a comparison: the study's own one, with how sure it is."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from anfang.report.verdict import chance, paragraphs, verdict
from scoring.changes import changes
from scoring.settings import load_settings
from tests.scoring.sample import CATALOGUE, WEIGHTS, portal, scored, without
from tests.scoring.test_changes import found
from tests.scoring.test_compare import CITIES, all_of, results
from tests.scoring.test_movements import AFTER, BEFORE, noisy

SETTINGS = replace(load_settings(), draws=200)


def test_trips_fell_mainly_for_what() -> None:
    """Three of twelve cities need no trip any more, each 1 + 1 less: 2 -> 1.5."""
    first, moved, rests, sure = verdict(found(), CATALOGUE, "en")[:4]
    assert first == "Trips fell from 2.00 to 1.50, mainly Seal engraving (−0.25), Company registration (−0.25)."
    assert moved == "Of 12 cities 3 need fewer, 0 need more and 9 as many as before."
    assert re.fullmatch(r"The mean change is −0\.50; depending .* between −1\.\d\d and −0\.\d\d \(an interval of 95%\)\.", rests)
    assert sure == "Were it chance alone which cities rose and which fell, so large a change would come out in 25.0% of cases: it may be chance."


def test_the_same_in_chinese_without_a_word_of_english() -> None:
    told = verdict(found(), CATALOGUE, "zh")
    assert told[0] == "企业开办平均跑动次数从 2.00 次降至 1.50 次，主要因“公章刻制”（−0.25）、“企业设立登记”（−0.25）。"
    assert told[4] == "总分均值从 65.48 分升至 68.89 分，主要因“业务办理”（+1.75）、“技术支撑”（+1.67）。"
    assert not re.search("[A-Za-z]", "".join(told))


def test_cities_are_classed_and_the_draws_told() -> None:
    *_, drawn, classes = verdict(found(), CATALOGUE, "en")
    assert drawn.startswith("With every weight moved by up to 25% (without a retest the error of measurement is not known), the mean change")
    assert classes.startswith("However the weights are moved, 3 cities improved, 0 declined and 9 did neither for sure; whether")


def test_a_retest_lets_the_error_be_told() -> None:
    told = verdict(changes(BEFORE, AFTER, WEIGHTS, SETTINGS, noisy()), CATALOGUE, "en")
    assert any(line.startswith("With every weight moved by up to 25% and everything measured again") for line in told)
    assert "1 cities improved, 1 declined, and 10 did not change by more than the noise." in told


def test_what_worked_against_a_rise_is_named() -> None:
    """Eleven cities lose their trips (+ 7 each) and half of them their tracking (interaction - 0.2 x 40): down by a fifth and more."""
    after = [one for at, held in enumerate(CITIES) for one in portal(held.id, proc_trips={"used": 0}, int_tracking="absent" if at % 2 else "offered")]
    told = verdict(changes(results("before", all_of()), results("after", after), WEIGHTS, SETTINGS), CATALOGUE, "en")
    assert "The mean score rose from 65.48 to 68.48, mainly Processing (+7.00); Interaction (−4.00) worked against it." in told


def test_no_change_at_all() -> None:
    told = verdict(changes(results("one", all_of()), results("two", all_of()), WEIGHTS, SETTINGS), CATALOGUE, "en")
    assert told[0] == "Trips stayed at 2.00."
    assert "The mean score stayed at 65.48." in told


def test_the_printed_means_are_bridged_where_they_differ() -> None:
    """b came at 72.143: the printed mean rises by 3.333 though no city changed."""
    one, two = scored(portal("a"), name="one"), scored([*portal("a"), *portal("b", tech_load=3)], name="two")
    told = verdict(changes(one, two, WEIGHTS, SETTINGS), CATALOGUE, "en")
    assert told[-1] == "The rounds printed means of 65.48 and 68.81 (+3.33): cities ranked in both 0.00, new ones +3.33, those gone 0.00."
    assert "A single city in both rounds cannot be tested." in told


def test_nothing_to_say() -> None:
    gap = scored(without(without(portal("a"), "tech_load"), "proc_trips"), name="one")
    assert verdict(changes(gap, scored(portal("a"), name="two"), WEIGHTS, SETTINGS), CATALOGUE, "zh") == ()


@pytest.mark.parametrize(("p", "told"), [(None, "—"), (0.0004, "<0.1%"), (0.25, "25.0%"), (1, "100.0%")])
def test_chances_in_words(p: float | None, told: str) -> None:
    assert chance(p) == told


def test_the_same_as_running_text() -> None:
    trips, score, cities = paragraphs(found(), CATALOGUE, "en")
    assert trips.startswith("Trips fell from 2.00 to 1.50")
    assert score.startswith("The mean score rose")
    assert cities.endswith("only a retest can tell.")
    assert " ".join((trips, score, cities)) == " ".join(verdict(found(), CATALOGUE, "en"))
