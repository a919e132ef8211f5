from __future__ import annotations

import pytest

from scoring.cellpoints import CellPoints
from scoring.cells import Cell

FOUND = {("a", "tech_load"): {"": Cell("observed", 50.0)}, ("a", "proc_apply"): {"seal": Cell("observed", 0.0), "registration": Cell("blocked")}}


def test_every_cell_has_its_points() -> None:
    points = CellPoints(FOUND)
    assert dict(points) == {("a", "", "tech_load"): 50, ("a", "seal", "proc_apply"): 0, ("a", "registration", "proc_apply"): None}
    assert (len(points), points["a", "", "tech_load"], points.get(("b", "", "tech_load"))) == (3, 50, None)
    assert points.get(("a", "invoice", "proc_apply")) is None
    with pytest.raises(KeyError):
        points["b", "", "tech_load"]
