"""What must hold whatever was seen: of scoring as a whole, on rounds that hypothesis makes."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anfang.model import Observation, RoundResults, Weights
from scoring.changes import changes
from scoring.decompose import total
from scoring.settings import load_settings
from tests.scoring.sample import PLAN, WEIGHTS, lost, portal, scored

METHODS = ("arithmetic", "geometric", "harmonic")
LOOSE = replace(PLAN, coverage=0.2, left_out_share=1.0)
QUICK = replace(load_settings(), draws=20, comparison=load_settings().comparison.model_copy(update={"resamples": 100}))

VALUES = {
    "guide_scenario": st.sampled_from(["wizard", "all_steps", "some_steps", "absent"]),
    "guide_blank_form__registration": st.sampled_from(["works", "broken"]),
    "guide_blank_form__seal": st.sampled_from(["works", "broken", "absent"]),
    "tech_load": st.integers(1, 20),
    "tech_errors": st.integers(0, 9),
    "proc_trips__registration": st.integers(0, 2).map(lambda used: {"declared": used, "derived": used, "used": used}),
    "proc_apply__seal": st.sampled_from(["form", "login_generic", "absent"]),
    "int_rating": st.sets(st.sampled_from(["entry", "five_levels", "public_results"])).map(sorted),
}
BETTER = {
    "guide_scenario": ("absent", "some_steps", "all_steps", "wizard"),
    "guide_blank_form__seal": ("absent", "works"),
    "tech_load": (20, 12, 9, 5, 2),
    "tech_errors": (9, 4, 2, 0),
    "proc_trips__registration": tuple({"used": used} for used in (3, 2, 1, 0)),
    "proc_apply__seal": ("absent", "login_generic", "form"),
    "int_rating": ([], ["entry"], ["entry", "five_levels"], ["entry", "five_levels", "public_results"]),
}
"""Row -> values, each better than the one before."""
Portal = dict[str, object]
portals = st.lists(st.fixed_dictionaries({}, optional=VALUES), min_size=1, max_size=5)
gaps = st.sets(st.integers(0, 200), max_size=12)


def seen(held: list[Portal], missing: set[int] = frozenset()) -> list[Observation]:  # type: ignore[assignment]
    """The cities c0, c1, ...; the observations at the places of `missing` were blocked."""
    told = [one for at, values in enumerate(held) for one in portal(f"c{at}", **values)]
    return [lost(one) if at in missing else one for at, one in enumerate(told)]


def results(observations: list[Observation], weights: Weights = WEIGHTS, name: str = "round") -> RoundResults:
    return scored(observations, plan=LOOSE, weights=weights, name=name)


def headlines(found: RoundResults) -> dict[str, float | None]:
    return {city: card.headline for city, card in found.scorecards.items()}


@given(portals, gaps, st.floats(0.01, 1000), st.sampled_from(METHODS))
@settings(max_examples=25, deadline=None)
def test_scaling_weights_changes_nothing(held: list[Portal], missing: set[int], factor: float, method: str) -> None:
    bent = replace(WEIGHTS, methods={"headline": method, "dimensions": method})
    scaled = replace(
        bent,
        dimensions={name: weight * factor for name, weight in bent.dimensions.items()},
        indicators={name: weight * factor for name, weight in bent.indicators.items()},
    )
    one, two = (headlines(results(seen(held, missing), weights)) for weights in (bent, scaled))
    assert one == pytest.approx(two, abs=1e-9)


@given(portals, gaps, st.sampled_from(sorted(BETTER)), st.data(), st.sampled_from(METHODS))
@settings(max_examples=40, deadline=None)
def test_a_better_value_never_lowers_a_score(held: list[Portal], missing: set[int], row: str, data: st.DataObject, method: str) -> None:
    bent = replace(WEIGHTS, methods={"headline": method, "dimensions": method})
    values = BETTER[row]
    worse = data.draw(st.integers(0, len(values) - 2))
    better = data.draw(st.integers(worse + 1, len(values) - 1))
    low, high = (headlines(results(seen([{**held[0], row: values[at]}, *held[1:]], missing), bent)) for at in (worse, better))
    if low["c0"] is not None:
        assert (high["c0"] or 0) >= low["c0"] - 1e-9
    assert {city: one for city, one in low.items() if city != "c0"} == {city: one for city, one in high.items() if city != "c0"}


@given(portals, gaps, st.randoms(use_true_random=False))
@settings(max_examples=25, deadline=None)
def test_the_order_of_the_input_never_matters(held: list[Portal], missing: set[int], chance: object) -> None:
    told = seen(held, missing)
    mixed = list(told)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    one, two = results(told), results(mixed)
    assert one.scorecards == two.scorecards
    assert one.ranking == two.ranking
    assert dict(one.points) == dict(two.points)


@given(portals, portals, gaps, gaps, st.sampled_from(METHODS))
@settings(max_examples=25, deadline=None)
def test_every_decomposition_adds_up(before: list[Portal], after: list[Portal], one: set[int], two: set[int], method: str) -> None:
    bent = replace(WEIGHTS, methods={"headline": method, "dimensions": method})
    found = changes(results(seen(before, one), bent, "one"), results(seen(after, two), bent, "two"), bent, QUICK)
    for part in (*found.cities.values(), *found.parts.values(), *([found.nation] if found.nation else [])):
        assert total(part.terms) == pytest.approx(part.change, abs=1e-9)
    if found.nation and found.comparison.mean.change is not None:
        assert found.nation.change == pytest.approx(found.comparison.mean.change, abs=1e-9)
    if found.published and found.published.both:
        whole = found.published.both.change + found.published.came + found.published.went
        assert whole == pytest.approx(found.published.change, abs=1e-9)


@given(portals, gaps)
@settings(max_examples=25, deadline=None)
def test_a_score_lies_inside_its_bounds_and_ranks_inside_theirs(held: list[Portal], missing: set[int]) -> None:
    found = results(seen(held, missing))
    for row in found.ranking.rows:
        card = found.scorecards[row.city]
        if row.rank is None or card.headline is None:
            continue
        assert (card.low or 0) - 1e-9 <= card.headline <= (card.high or 0) + 1e-9
        assert (row.best_rank or 1) <= row.rank <= (row.worst_rank or 99)
        assert math.isfinite(card.headline)
