"""Gates (单项否决): raised, not raised or not known. A gate marks a city and never changes its points."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from anfang.model import Catalogue, Indicator, Plan
from scoring.cells import ABSENT, NONE, WHOLE, Cell, Cells
from scoring.conditions import number
from scoring.goalposts import NOTHING

CORE = "guide_core_elements"
LACKING = 4
"""A guide that lacks so many core elements is of no use."""


def gates(
    found: Cells, city: str, catalogue: Catalogue, plan: Plan, rows: Sequence[Indicator] | None = None
) -> Mapping[str, bool | None]:
    """Every gate of the catalogue (`rows`, where they were sought already); None where it is not known."""
    return {row.id: _gate(row, found, city, catalogue, plan) for row in (gate_rows(catalogue) if rows is None else rows)}


def gate_rows(catalogue: Catalogue) -> tuple[Indicator, ...]:
    return tuple(row for row in catalogue.indicators if row.raised is not None)


def _gate(row: Indicator, found: Cells, city: str, catalogue: Catalogue, plan: Plan) -> bool | None:
    cell = found.get((city, row.id), NONE).get(WHOLE, ABSENT)
    if cell.status == "observed" and cell.value is not None:
        return _reached(row, cell, len(plan.steps))
    if row.raised == "every_step":
        return _every_step(found.get((city, CORE), NONE), catalogue, plan)
    return None


def _reached(row: Indicator, cell: Cell, steps: int) -> bool | None:
    if row.raised == "every_step" and cell.value in NOTHING:
        return True
    limit = float(steps) if isinstance(row.raised, str) else row.raised
    seen = float(cell.value) if isinstance(cell.value, bool) else number(cell.value)
    return None if seen is None or limit is None else seen >= limit


def unusable(core: Mapping[str, Cell], catalogue: Catalogue, plan: Plan) -> int | None:
    """Number of the planned steps without a guide that can be used; None where one of them is not known.

    `core`: step -> cell of the core elements.
    """
    judged = _judged(core, catalogue, plan)
    return None if None in judged else sum(useless is True for useless in judged)


def _every_step(core: Mapping[str, Cell], catalogue: Catalogue, plan: Plan) -> bool | None:
    """Whether no step has a guide that can be used; one usable guide settles it, a step not known leaves it open."""
    judged = _judged(core, catalogue, plan)
    if False in judged:
        return False
    return None if None in judged or not judged else True


def _judged(core: Mapping[str, Cell], catalogue: Catalogue, plan: Plan) -> list[bool | None]:
    """Whether each planned step's guide is useless."""
    planned = [core.get(step, ABSENT) for step in plan.steps]
    return [
        _useless(cell, len(catalogue.core_elements)) for cell in planned if cell.status != "not_applicable"
    ]


def _useless(cell: Cell, elements: int) -> bool | None:
    if cell.status != "observed" or cell.value is None:
        return None
    if cell.value in NOTHING:
        return True
    stated = number(cell.value)
    return None if stated is None else elements - stated >= LACKING
