from __future__ import annotations

from dataclasses import replace

import pytest

from scoring.frame import Frame, basket_share
from scoring.tree import ROOT
from tests.scoring.sample import CATALOGUE, PLAN, WEIGHTS


def test_the_frame_of_the_sample() -> None:
    """Two rows in each of the four dimensions; the shares of the headline by hand: guide 0.3 x 8 / 14 and so on."""
    found = Frame.of(CATALOGUE, PLAN, WEIGHTS)
    assert found.headline == ("guide", "tech", "processing", "interaction")
    assert found.root().id == ROOT
    leaves = found.root().leaves()
    assert leaves["guide_scenario"] == pytest.approx(0.3 * 8 / 14)
    assert leaves["proc_trips"] == pytest.approx(0.3 * 24 / 36)
    assert sum(leaves.values()) == pytest.approx(1)


def test_rows_that_left_the_headline_leave_the_tree() -> None:
    found = Frame.of(CATALOGUE, PLAN, WEIGHTS)
    leaves = found.root(["proc_trips", "proc_apply"]).leaves()
    assert leaves["guide_scenario"] == pytest.approx(30 / 70 * 8 / 14)
    assert "processing" not in {node.id for node in found.root(["proc_trips", "proc_apply"]).all()}
    # the tree of the dimension itself stays, empty
    assert [node.rows for node in found.kept(["proc_trips", "proc_apply"]) if node.id == "processing"] == [()]


def test_share_of_the_basket() -> None:
    """guide 8 + 6 of 100, tech 8 + 4, processing 24 + 12, interaction 6 + 4."""
    share = basket_share(Frame.of(CATALOGUE, PLAN, WEIGHTS))
    expected = {
        "guide": 0.14,
        "tech": 0.12,
        "processing": 0.36,
        "interaction": 0.10,
        "mobile": 0,
        "crosscutting": 0,
        "survey": 0,
    }
    assert share == pytest.approx(expected)


def test_the_share_follows_the_weights() -> None:
    weights = replace(WEIGHTS, indicators={"guide_scenario": 60.0, "guide_logic": 40.0})
    assert basket_share(Frame.of(CATALOGUE, PLAN, weights))["guide"] == pytest.approx(0.6)
