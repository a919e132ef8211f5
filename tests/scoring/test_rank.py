from __future__ import annotations

from anfang.model import RankRow, Scorecard
from scoring.rank import rank


def card(city: str, points: float, low: float | None = None, high: float | None = None) -> Scorecard:
    return Scorecard(
        city, points, True, "", {}, {}, points if low is None else low, points if high is None else high
    )


def test_best_first_and_ties_share_the_smallest_rank() -> None:
    rows = rank([card("a", 70), card("d", 80), card("c", 80), card("b", 90), card("e", 60)]).rows
    assert [(row.city, row.rank) for row in rows] == [("b", 1), ("c", 2), ("d", 2), ("a", 4), ("e", 5)]


def test_ranks_are_made_on_unrounded_points() -> None:
    rows = rank([card("a", 80.001), card("b", 80.002)]).rows
    assert [(row.city, row.rank) for row in rows] == [("b", 1), ("a", 2)]


def test_points_equal_within_a_billionth_tie() -> None:
    assert [row.rank for row in rank([card("a", 80.0), card("b", 80.0 + 5e-10)]).rows] == [1, 1]


def test_not_ranked_cities_stand_apart() -> None:
    apart = Scorecard("a", None, False, "coverage below 70%: tech 33%", {}, {}, 10.0, 90.0)
    rows = rank([apart, card("b", 50)]).rows
    assert rows[0].city == "b"
    assert rows[1] == RankRow("a", None, None, None, None, "coverage below 70%: tech 33%")


def test_bounds_give_the_best_and_the_worst_rank() -> None:
    """b may be anything from 60 to 85: behind a for sure, before or behind c; d is behind all."""
    rows = {
        row.city: row
        for row in rank([card("a", 90), card("b", 80, 60, 85), card("c", 70), card("d", 50)]).rows
    }
    ranks = {city: (row.best_rank, row.rank, row.worst_rank) for city, row in rows.items()}
    assert ranks == {"a": (1, 1, 1), "b": (2, 2, 3), "c": (2, 3, 3), "d": (4, 4, 4)}


def test_a_wide_city_does_not_stand_against_itself() -> None:
    (row,) = rank([card("a", 50, 0, 100)]).rows
    assert (row.best_rank, row.rank, row.worst_rank) == (1, 1, 1)


def test_nobody_to_rank() -> None:
    assert rank([]).rows == ()
