from __future__ import annotations

from collections import Counter

from anfang.testbed.families import load
from bench.gym import portals, told


def test_every_family_has_cities_of_its_own_whatever_is_asked_for_beside_it() -> None:
    every = portals((), 2, seed=1)
    assert Counter(facts.family for facts in every) == dict.fromkeys(load(), 2)
    assert len({facts.name for facts in every}) == len({facts.id for facts in every}) == len(every)
    assert portals(["spa"], 2, seed=1) == tuple(facts for facts in every if facts.family == "spa")


def test_a_long_value_is_cut_for_the_table() -> None:
    assert told({"b": 1, "a": "县"}) == '{"a": "县", "b": 1}'
    assert len(told(list(range(100)))) == 70
