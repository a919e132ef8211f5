"""Two cities visited again: what came out otherwise, and what a single visit may be wrong by."""

from __future__ import annotations

from dataclasses import replace

import pytest

from anfang.errors import BadInput
from anfang.model import Observation
from scoring.matrix import headline_of
from scoring.retest import Retest, retest
from tests.scoring.sample import PLAN, portal, scored, without

FIRST = [*portal("a"), *portal("b")]
AGAIN = [*portal("a", tech_load=3), *portal("b", guide_blank_form__seal="works")]
"""tech_load of a 50 -> 100, guide_blank_form of b at the step seal 0 -> 100; everything else the same."""


def seen_twice(first: list[Observation] = FIRST, second: list[Observation] = AGAIN) -> Retest:
    return retest([(scored(first, name="first"), scored(second, name="again"))])


def test_what_came_out_otherwise() -> None:
    """22 cells are compared: 3 rows per step over 2 steps... 6 rows of one cell and 2 of two cells, in each of 2 cities."""
    found = seen_twice()
    assert (found.rounds, found.cities) == ((("first", "again"),), ("a", "b"))
    assert (found.compared, int(found.differing.sum())) == (20, 2)
    rows = {row.row: row for row in found.rows()}
    load, form = rows["tech_load"], rows["guide_blank_form"]
    assert (load.pairs, load.differing, load.confusions) == (2, 1, ((50, 100, 1),))
    assert (form.pairs, form.differing, form.confusions) == (4, 1, ((0, 100, 1),))
    assert (rows["tech_errors"].differing, rows["tech_errors"].confusions) == (0, ())


def test_the_error_of_a_single_visit_is_half_the_squared_distance() -> None:
    """tech_load: distances 50 and 0, so sqrt((2500 / 2) / 2) = 25; guide_blank_form: one of four is 100: sqrt(2500 / 2)."""
    rows = {row.row: row for row in seen_twice().rows()}
    assert rows["tech_load"].error == 25
    assert rows["guide_blank_form"].error == pytest.approx(1250**0.5)
    assert rows["proc_trips"].error == 0


def test_the_error_of_the_headline_comes_from_the_headlines_of_both_visits() -> None:
    """a: tech 66.67 -> 100, headline + 6.667; b: form 50 -> 100, guide + 6 x 50 / 14, headline + 6.429."""
    tree = headline_of(scored(FIRST))
    a, b = 0.2 * 100 / 3, 0.3 * 300 / 14
    assert seen_twice().error(tree) == pytest.approx(((a * a + b * b) / 4) ** 0.5)
    assert seen_twice(portal("a"), portal("a")).error(tree) is None


def test_only_what_both_visits_scored_is_compared() -> None:
    second = [*without(portal("a"), "tech_load"), *portal("b"), *portal("c")]
    found = seen_twice(FIRST, second)
    assert found.cities == ("a", "b")
    assert [row.pairs for row in found.rows() if row.row == "tech_load"] == [1]


def test_several_pairs_of_rounds_add_up() -> None:
    one, two = scored(FIRST, name="first"), scored(AGAIN, name="again")
    both = retest([(one, two), (replace(one, name="spring"), replace(two, name="spring-again"))])
    assert both.compared == 40
    assert both.cities == ("a", "b", "a", "b")


@pytest.mark.parametrize(
    ("other", "message"),
    [
        ({"name": "first"}, "a round is no retest of itself"),
        ({"instrument": "two"}, "a retest needs the same instrument"),
    ],
)
def test_what_is_no_retest(other: dict[str, str], message: str) -> None:
    with pytest.raises(BadInput, match=message):
        retest([(scored(FIRST, name="first"), scored(AGAIN, **({"name": "again"} | other)))])


def test_no_city_in_common() -> None:
    with pytest.raises(BadInput, match="no city in common") as bad:
        seen_twice(portal("a"), portal("z"))
    assert (bad.value.where, bad.value.mend) == ("first, again", "visit cities of the first round again")


def test_rows_outside_the_headline_have_an_error_too() -> None:
    plan = replace(PLAN, basket=(*PLAN.basket, "x_elder"))
    found = retest([(scored(FIRST, plan=plan, name="first"), scored(AGAIN, plan=plan, name="again"))])
    assert "x_elder" not in {row.row for row in found.rows()}
