from __future__ import annotations

from scoring.matched import matched, panel
from tests.scoring.sample import WEIGHTS, city, portal, scored, without

CITIES = tuple(city(name) for name in "abcdefghijkl")


def test_what_is_missing_in_one_round_is_missing_in_both() -> None:
    full = [one for held in CITIES for one in portal(held.id)]
    gap = [*without(portal("a"), "proc_apply", "seal"), *full[11:]]
    found = matched(scored(gap, cities=CITIES, name="one"), scored(full, cities=CITIES, name="two"), WEIGHTS)
    assert [cards["a"].indicators["proc_apply"].points for cards in (found.before, found.after)] == [100, 100]
    assert [cards["b"].indicators["proc_apply"].points for cards in (found.before, found.after)] == [50, 50]
    assert found.ranked == tuple("abcdefghijkl")
    assert found.root.leaves().keys() == {row for row in found.after["a"].indicators if row in found.frame.plan.basket}


def test_the_panel_holds_the_cities_of_both_rounds() -> None:
    one = scored([*portal("a"), *portal("b")], name="one")
    two = scored([*portal("b"), *portal("c")], name="two")
    found = matched(one, two, WEIGHTS)
    assert [held.id for held in found.cities] == ["b"]
    assert found.ranked == ("b",)


def test_a_panel_of_three_rounds() -> None:
    """What the second of three rounds did not see leaves all of them."""
    gap = [*without(portal("a"), "proc_apply", "seal"), *portal("b")]
    rounds = [scored(held, name=f"r{at}") for at, held in enumerate(([*portal("a"), *portal("b")], gap, [*portal("b"), *portal("a")]))]
    found = panel(rounds, WEIGHTS)
    assert [cards["a"].indicators["proc_apply"].points for cards in found.cards] == [100, 100, 100]
    assert [cards["b"].indicators["proc_apply"].points for cards in found.cards] == [50, 50, 50]
    assert (found.before, found.after) == (found.cards[0], found.cards[2])
