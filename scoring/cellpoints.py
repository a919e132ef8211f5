"""The points of every cell, looked up in the cells themselves: a round of thousands of cities needs no second table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from scoring.cells import Cells


class CellPoints(Mapping[tuple[str, str, str], float | None]):
    """(city, step, row) -> points of the cell: a view of the cells, made of nothing."""

    def __init__(self, found: Cells) -> None:
        self._found = found

    def __getitem__(self, place: tuple[str, str, str]) -> float | None:
        city, step, row = place
        return self._found[city, row][step].points

    def __iter__(self) -> Iterator[tuple[str, str, str]]:
        return ((city, step, row) for (city, row), steps in self._found.items() for step in steps)

    def __len__(self) -> int:
        return sum(map(len, self._found.values()))
