from __future__ import annotations

from dataclasses import replace

from scoring.certainty import certainty
from scoring.settings import load_settings
from tests.scoring.sample import WEIGHTS, portal, scored, without

SETTINGS = replace(load_settings(), draws=50)


def test_a_round_alone_and_against_an_earlier_one() -> None:
    one = scored([*portal("a"), *portal("b", tech_load=3)], name="one")
    alone = certainty(one, WEIGHTS, SETTINGS)
    assert alone.changes is None
    assert alone.robust is not None
    assert list(alone.robust.standings) == ["b", "a"]
    two = scored([*portal("a", tech_load=3), *portal("b", tech_load=3)], name="two")
    both = certainty(two, WEIGHTS, SETTINGS, before=one)
    assert both.changes is not None
    assert both.changes.comparison.before == "one"


def test_a_round_without_a_rank() -> None:
    assert certainty(scored(without(portal("a"), "tech_load")), WEIGHTS, SETTINGS).robust is None
