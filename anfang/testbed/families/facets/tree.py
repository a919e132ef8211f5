"""The catalogue's places: what a tab, a facet or a main item lists, page by page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random
from typing import Any, Literal

from anfang.testbed.families.facets.matters import Matter
from anfang.testbed.families.facets.plans import PAGE

Kind = Literal["tab", "usual", "chip", "sub", "group"]


@dataclass(slots=True, eq=False)
class Node:
    """A place in the catalogue. Facets (`nodes`) stand above its list; an entry is a guide or a main item.

    `front` stands on the first page, `back` on the second, `fill` where there is room.
    """

    id: str
    label: str
    kind: Kind
    nodes: list[Node] = field(default_factory=list["Node"])
    front: list[Matter | Node] = field(default_factory=list["Matter | Node"])
    back: list[Matter | Node] = field(default_factory=list["Matter | Node"])
    fill: list[Matter | Node] = field(default_factory=list["Matter | Node"])
    rows: list[Matter | Node] = field(default_factory=list["Matter | Node"])

    def settle(self, rng: Random, *, paged: bool) -> None:
        """Put the entries in order. Without pages to turn, what stands in front may come anywhere."""
        if self.kind != "group" and paged:
            room = max(0, PAGE - len(self.front))
            first, then = [*self.front, *self.fill[:room]], [*self.back, *self.fill[room : room + PAGE - len(self.back)]]
            rng.shuffle(then)
            rest = self.fill[room + PAGE - len(self.back) :]
        else:
            first, then, rest = [*self.front, *self.back, *self.fill], [], []
        rng.shuffle(first)
        self.rows = [*first, *then, *rest]

    def every(self) -> Iterator[Node]:
        """This place and all under it."""
        yield self
        entries = (*self.front, *self.back, *self.fill)
        for below in (*self.nodes, *(entry for entry in entries if isinstance(entry, Node))):
            yield from below.every()

    def chips(self) -> list[dict[str, str]]:
        return [{"id": node.id, "label": node.label} for node in self.nodes]

    def page(self, number: int) -> dict[str, Any]:
        """What the list shows: a page of its rows, or all of a main item's."""
        size = max(1, len(self.rows)) if self.kind == "group" else PAGE
        return {
            "subs": self.chips() if self.kind == "chip" else [],
            "rows": [_row(row) for row in self.rows[size * (number - 1) : size * number]],
            "total": len(self.rows),
            "page": number,
            "pages": max(1, -(-len(self.rows) // size)),
        }


def _row(row: Matter | Node) -> dict[str, Any]:
    if isinstance(row, Node):
        return {"kind": "group", "id": row.id, "name": row.label, "count": len(row.rows)}
    return {"kind": "matter", "code": row.code, "name": row.guide.name, "online": row.online}
