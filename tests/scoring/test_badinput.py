"""What may go wrong with the input: a clear error, or a result that is defined."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from anfang.errors import BadInput
from anfang.model import RoundResults
from scoring.certainty import certainty
from scoring.matrix import matrix_of
from scoring.settings import load_settings
from scoring.sobol import sensitivity
from scoring.structure import structure
from scoring.trend import trend
from scoring.weights import load_weights
from tests.scoring.sample import CATALOGUE, PLAN, WEIGHTS, portal, scored, seen, without

LOADED = load_settings()
SETTINGS = replace(LOADED, draws=30, sobol=LOADED.sobol.model_copy(update={"base": 8, "weight_sets": 8}))


def alike(cities: str, name: str = "round") -> RoundResults:
    return scored([one for city in cities for one in portal(city)], name=name)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -1, "soon", None, True])
def test_a_value_that_is_no_figure(value: object) -> None:
    with pytest.raises(BadInput) as bad:
        scored([seen("a", "tech_load", value)])
    assert bad.value.where == "a / portal / tech_load"
    assert bad.value.mend


@pytest.mark.parametrize("score", [float("nan"), float("inf"), -0.1, 100.1])
def test_points_that_are_none(score: float) -> None:
    with pytest.raises(BadInput, match="neither a value nor points of 0 to 100"):
        scored([seen("a", "tech_load", score=score)])


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("dimensions: {guide: .nan, tech: 20, processing: 30, interaction: 20, mobile: 0, crosscutting: 0}\n", "guide"),
        ("dimensions: {guide: -30, tech: 80, processing: 30, interaction: 20, mobile: 0, crosscutting: 0}\n", "guide"),
        ("dimensions: {guide: 30, tech: 20, processing: 30, interaction: 21, mobile: 0, crosscutting: 0}\n", "add up to 101"),
        ("dimensions: {guide: 0, tech: 0, processing: 0, interaction: 0, mobile: 0, crosscutting: 0}\n", "add up to 0"),
        ("dimensions: [1, 2]\n", "dimensions"),
        ("", "weights.yaml"),
    ],
)
def test_weights_that_cannot_be(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "weights.yaml"
    rows = "indicators: {guide: catalogue, tech: catalogue, processing: catalogue, interaction: catalogue, mobile: catalogue, crosscutting: catalogue}\n"
    path.write_text(f"source: own\nnotice: own\n{text}{rows}" if text else "", encoding="utf-8")
    with pytest.raises(BadInput) as bad:
        load_weights(path, CATALOGUE)
    assert message in str(bad.value)
    assert "weights.yaml" in str(bad.value)


def test_cities_all_alike() -> None:
    """Ties everywhere: one rank, one band, no test finds anything, nothing is infinite."""
    found = certainty(alike("abcdef", "two"), WEIGHTS, SETTINGS, before=alike("abcdef", "one"))
    assert found.robust is not None
    assert {(one.low, one.high, one.band) for one in found.robust.standings.values()} == {(1, 1, 1)}
    assert found.changes is not None
    assert found.changes.headline is not None
    assert (found.changes.headline.flips, found.changes.headline.effect, found.changes.headline.standardised) == (1, 0, None)
    assert found.changes.headline.low == found.changes.headline.high == 0
    assert found.grouping.test.chance is None
    assert {one.effective for one in structure(matrix_of(alike("abc"))).weights} == {None}
    assert {one.total for one in sensitivity(alike("abc"), SETTINGS).influences} == {None}


def test_one_city() -> None:
    found = certainty(alike("a", "two"), WEIGHTS, SETTINGS, before=alike("a", "one"))
    assert found.changes is not None
    assert found.changes.headline is not None
    assert (found.changes.headline.n, found.changes.headline.flips) == (1, None)
    assert (found.grouping.test.small, found.grouping.test.chance) == (("华东",), None)


def test_no_city_and_no_observation() -> None:
    nobody = scored([])
    assert nobody.ranking.rows == ()
    found = certainty(nobody, WEIGHTS, SETTINGS)
    assert (found.robust, found.grouping.groups) == (None, {})


def test_one_round() -> None:
    assert trend([alike("abc", "one")], WEIGHTS, SETTINGS).steps == ()


def test_everything_missing() -> None:
    """Whatever was blocked leaves a city without a rank, never with a guessed score."""
    blind = [one for row in PLAN.basket for one in without(portal("a"), row) if one.status == "blocked"]
    found = scored(blind)
    card = found.scorecards["a"]
    assert (card.headline, card.ranked) == (None, False)
    assert (card.low, card.high) == (0, 100)
    assert card.reason.startswith("coverage below 70%")


def test_a_basket_of_nothing() -> None:
    found = scored(portal("a"), plan=replace(PLAN, basket=()))
    assert found.scorecards["a"].reason == "no row of the headline applies"
