"""Rows that are summed over the steps (trips, days, materials): what each step adds to the mean, before and after."""

from __future__ import annotations

from collections.abc import Mapping

from anfang.model import Change, Indicator
from scoring.cells import WHOLE, Cells
from scoring.compare import both
from scoring.goalposts import term
from scoring.matched import Panel


def step_changes(held: Panel, row: Indicator) -> Mapping[str, Change]:
    """Step -> its mean before and after, over the cities whose sum is known in both rounds; the steps add up to the sums.

    A step that another one covers (a combined guide) adds nothing. Empty where a sum was given without its steps.
    """
    sums = both(held.before, held.after, lambda card: card.indicators[row.id].value if row.id in card.indicators else None)
    if row.score is None or not sums or any((WHOLE in side.get((city, row.id), {})) for side in held.cells for city in sums):
        return {}
    return {step: _change(held, row, step, list(sums)) for step in held.frame.plan.steps}


def _change(held: Panel, row: Indicator, step: str, cities: list[str]) -> Change:
    one, two = (sum(_adds(side, city, row, step) for city in cities) / len(cities) for side in held.cells)
    return Change(one, two)


def _adds(side: Cells, city: str, row: Indicator, step: str) -> float:
    cell = side[city, row.id].get(step)
    assert row.score is not None
    return term(row.score, cell.value) if cell and cell.status == "observed" else 0.0
