from __future__ import annotations

from dataclasses import replace

import pytest

from anfang.model import RoundResults
from anfang.report.html.shares import headline_shares, weights_hold
from tests.scoring.sample import WEIGHTS, portal, scored


def test_shares_are_the_weights_of_the_scored_headline_dimensions(results: RoundResults) -> None:
    card = results.scorecards["xinhe"]
    assert headline_shares(results, card) == {"guide": 0.5, "processing": 0.5}
    alone = replace(card, dimensions={"guide": card.dimensions["guide"]})
    assert headline_shares(results, alone) == {"guide": 1.0}


def test_a_city_without_a_headline_has_no_shares(results: RoundResults) -> None:
    assert headline_shares(results, results.scorecards["donggang"]) == {}


def test_the_catalogue_explains_a_round_that_was_scored_with_its_weights(results: RoundResults) -> None:
    # guide of xinhe: (32 x 100 + 48 x 50) / 80 = 70; headline (70 + 85) / 2 = 77.5
    assert results.scorecards["xinhe"].headline == 77.5
    assert weights_hold(results)


@pytest.mark.parametrize("wrong", ["headline", "dimension"])
def test_other_weights_are_noticed(results: RoundResults, wrong: str) -> None:
    card = results.scorecards["xinhe"]
    if wrong == "headline":
        card = replace(card, headline=73.0)
    else:
        # Rows weighed alike: guide 75, headline 80; the headline follows from the dimensions, but guide not from its rows.
        guide = replace(card.dimensions["guide"], points=75.0)
        card = replace(card, headline=80.0, dimensions={**card.dimensions, "guide": guide})
    assert not weights_hold(replace(results, scorecards={**results.scorecards, "xinhe": card}))


def test_a_weight_file_of_ones_own_explains_its_round() -> None:
    own = replace(WEIGHTS, dimensions={**WEIGHTS.dimensions, "guide": 10.0, "tech": 40.0})
    held = scored(portal("a"), weights=own)
    assert weights_hold(held)
    assert headline_shares(held, held.scorecards["a"]) == {"guide": 0.1, "tech": 0.4, "processing": 0.3, "interaction": 0.2}


def test_other_means_are_not_told_by_shares() -> None:
    bent = replace(WEIGHTS, methods={"headline": "geometric"})
    assert not weights_hold(scored(portal("a"), weights=bent))
