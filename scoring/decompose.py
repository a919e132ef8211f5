"""A change of a headline taken apart, exactly: what each row did, what other weights did, what came and what went.

On the scale of a node's mean (scoring/means.py) the headline is a weighted sum, so its change is, for every part below it,
    performance   (w1 + w2) / 2 x (x2 - x1)
    weight        (w2 - w1) x ((x1 + x2) / 2 - c)        its weight moved because others came, went or were missing
    entry, exit   w2 x (x2 - c), -w1 x (x1 - c)          counted in one of the rounds only
where w are the weights after renormalising and c is the node's own mean of both rounds: since the weights add up to 1 in
both, any c gives the same sum; this one says how much better or worse than the rest a part was that came or went. The rise
of the scale between two figures leads from one level to the next, so the terms add up whatever the kinds of mean.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from scoring.means import scale, slope
from scoring.tree import Node, worth

Kind = Literal["performance", "weight", "entry", "exit"]
Points = Callable[[str], float | None]
"""Row -> points, None where it does not count."""


@dataclass(frozen=True, slots=True)
class Term:
    part: str
    """A row, or a dimension that came or went as a whole."""
    kind: Kind
    amount: float
    """Points of the headline's change."""


@dataclass(frozen=True, slots=True)
class Decomposition:
    before: float
    after: float
    terms: tuple[Term, ...]

    @property
    def change(self) -> float:
        return self.after - self.before

    def by_part(self) -> Mapping[str, float]:
        """Part -> all that it did, the greatest amount first."""
        found: dict[str, float] = {}
        for term in self.terms:
            found[term.part] = found.get(term.part, 0.0) + term.amount
        return dict(sorted(found.items(), key=lambda one: (-abs(one[1]), one[0])))

    def by_kind(self) -> Mapping[Kind, float]:
        kinds: tuple[Kind, ...] = ("performance", "weight", "entry", "exit")
        return {kind: math.fsum(one.amount for one in self.terms if one.kind == kind) for kind in kinds}


def decompose(before: Node, was: Points, after: Node, now: Points) -> Decomposition | None:
    """The change of one city's headline; None where one of the rounds has none. The trees are of the same weights."""
    one, two = worth(before, was), worth(after, now)
    if one is None or two is None:
        return None
    return Decomposition(one, two, tuple(_node(_Side(before, was), _Side(after, now), 1.0)))


def averaged(parts: Sequence[Decomposition]) -> Decomposition | None:
    """The change of the mean of several cities; None without one."""
    if not parts:
        return None
    size = len(parts)
    terms: dict[tuple[str, Kind], list[float]] = {}
    for term in (term for part in parts for term in part.terms):
        terms.setdefault((term.part, term.kind), []).append(term.amount)
    return Decomposition(
        math.fsum(part.before for part in parts) / size,
        math.fsum(part.after for part in parts) / size,
        tuple(Term(part, kind, math.fsum(amounts) / size) for (part, kind), amounts in terms.items()),
    )


def grouped(found: Decomposition, root: Node) -> Mapping[str, float]:
    """The terms gathered by the dimensions right below the headline, in the order of the tree."""
    home = {row: node.id for node in root.nodes for row in node.leaves()}
    home |= {below.id: node.id for node in root.nodes for below in node.all()}
    amounts: dict[str, list[float]] = {node.id: [] for node in root.nodes}
    for term in found.terms:
        amounts.setdefault(home.get(term.part, term.part), []).append(term.amount)
    return {name: math.fsum(held) for name, held in amounts.items()}


@dataclass(frozen=True, slots=True)
class _Side:
    """A node in one of the rounds, with the points of its rows."""

    node: Node
    points: Points

    def parts(self) -> Mapping[str, tuple[float, float, Node | None]]:
        """Part right below that is known -> its share of the node, its points, and the node it is."""
        held: list[tuple[str, float, float | None, Node | None]] = [
            *((row, weight, self.points(row), None) for row, weight in self.node.rows),
            *((below.id, below.weight, worth(below, self.points), below) for below in self.node.nodes),
        ]
        known = [(name, weight, points, node) for name, weight, points, node in held if points is not None]
        total = math.fsum(weight for _, weight, _, _ in known)
        return {name: (weight / total, points, node) for name, weight, points, node in known}


def _node(one: _Side, two: _Side, factor: float) -> Iterator[Term]:
    """Terms that add up to factor x the change of the node's points."""
    left, right, there = one.parts(), two.parts(), scale(two.node.method)
    was, now = worth(one.node, one.points), worth(two.node, two.points)
    assert was is not None
    assert now is not None
    rise = factor / slope(two.node.method, was, now)
    middle = (there(was) + there(now)) / 2
    for name in dict.fromkeys((*left, *right)):
        if name not in right:
            yield Term(name, "exit", -rise * left[name][0] * (there(left[name][1]) - middle))
        elif name not in left:
            yield Term(name, "entry", rise * right[name][0] * (there(right[name][1]) - middle))
        else:
            yield from _both(name, (one, left[name]), (two, right[name]), rise, middle)


_Part = tuple[_Side, tuple[float, float, Node | None]]


def _both(name: str, one: _Part, two: _Part, rise: float, middle: float) -> Iterator[Term]:
    (before, (w1, x1, below1)), (after, (w2, x2, below2)) = one, two
    there = scale(after.node.method)
    inner = rise * (w1 + w2) / 2 * slope(after.node.method, x1, x2)
    if below1 and below2:
        yield from _node(_Side(below1, before.points), _Side(below2, after.points), inner)
    else:
        yield Term(name, "performance", inner * (x2 - x1))
    if abs(w2 - w1) > 1e-12:
        yield Term(name, "weight", rise * (w2 - w1) * ((there(x1) + there(x2)) / 2 - middle))


def total(terms: Iterable[Term]) -> float:
    return math.fsum(term.amount for term in terms)
