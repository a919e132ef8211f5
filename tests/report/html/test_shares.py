from __future__ import annotations

from dataclasses import replace

import pytest

from anfang.model import RoundResults
from anfang.report.html.shares import catalogue_weights_hold, headline_shares
from tests.report.byhand import CATALOGUE


def test_shares_are_the_weights_of_the_scored_headline_dimensions(results: RoundResults) -> None:
    card = results.scorecards["xinhe"]
    assert headline_shares(CATALOGUE, card) == {"guide": 0.5, "processing": 0.5}
    alone = replace(card, dimensions={"guide": card.dimensions["guide"]})
    assert headline_shares(CATALOGUE, alone) == {"guide": 1.0}


def test_a_city_without_a_headline_has_no_shares(results: RoundResults) -> None:
    assert headline_shares(CATALOGUE, results.scorecards["donggang"]) == {}


def test_the_catalogue_explains_a_round_that_was_scored_with_its_weights(results: RoundResults) -> None:
    # guide of xinhe: (32 x 100 + 48 x 50) / 80 = 70; headline (70 + 85) / 2 = 77.5
    assert results.scorecards["xinhe"].headline == 77.5
    assert catalogue_weights_hold(results)


@pytest.mark.parametrize("wrong", ["headline", "dimension"])
def test_other_weights_are_noticed(results: RoundResults, wrong: str) -> None:
    card = results.scorecards["xinhe"]
    if wrong == "headline":
        card = replace(card, headline=73.0)
    else:
        # Rows weighed alike: guide 75, headline 80; the headline follows from the dimensions, but guide not from its rows.
        guide = replace(card.dimensions["guide"], points=75.0)
        card = replace(card, headline=80.0, dimensions={**card.dimensions, "guide": guide})
    assert not catalogue_weights_hold(replace(results, scorecards={**results.scorecards, "xinhe": card}))
