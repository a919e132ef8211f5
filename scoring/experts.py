"""The answers of several experts made into one set of weights, node by node of the tree."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

import numpy as np

from anfang.errors import BadInput
from scoring import ahp, budget
from scoring.ahp import Consistency
from scoring.matrix import Floats
from scoring.shape import Shape
from scoring.tree import ROOT

Kind = Literal["pairs", "points"]


@dataclass(frozen=True, slots=True)
class Answers:
    """What one expert said of one node: pairs compared, or points shared out."""

    expert: str
    node: str
    kind: Kind
    pairs: ahp.Judgements = field(default_factory=dict[tuple[str, str], float])
    points: budget.Budget = field(default_factory=dict[str, float])


@dataclass(frozen=True, slots=True)
class View:
    """One expert's own weights of a node, in percent."""

    expert: str
    weights: Mapping[str, float]
    consistency: Consistency | None
    """Of compared pairs."""


@dataclass(frozen=True, slots=True)
class Opinion:
    """The weights of a node that its experts give together, hundredths of a percent, adding up to 100."""

    node: str
    kind: Kind
    weights: Mapping[str, float]
    views: tuple[View, ...]
    consistency: Consistency | None
    """Of the pairs of all experts together."""
    agreement: float | None
    """Kendall's W over the experts."""

    @property
    def doubtful(self) -> tuple[View, ...]:
        """Those whose answers contradict each other too much."""
        return tuple(view for view in self.views if view.consistency and view.consistency.ratio > ahp.ACCEPTED)


def opinions(answers: Iterable[Answers], below: Mapping[str, Sequence[str]]) -> tuple[Opinion, ...]:
    """`below`: node -> what is right below it. Raises BadInput where answers are missing or of two kinds for one node."""
    by_node: dict[str, list[Answers]] = {}
    for one in answers:
        by_node.setdefault(one.node, []).append(one)
    return tuple(_opinion(node, held, below[node]) for node, held in by_node.items())


def asked(shape: Shape, headline: Sequence[str]) -> Mapping[str, Sequence[str]]:
    """Node -> what has to be weighed right below it: the headline's dimensions, then rows and dimensions of each of them."""
    found: dict[str, Sequence[str]] = {ROOT: headline}
    for name in shape.dimensions:
        parts = [*shape.rows.get(name, {}), *shape.below.get(name, ())]
        if len(parts) > 1:
            found[name] = parts
    return found


def hundredths(shares: Sequence[float]) -> list[float]:
    """Shares as percents of two places that add up to 100: what rounding leaves goes to those it cost most."""
    total = math.fsum(shares)
    exact = [10_000 * share / total for share in shares]
    whole = [math.floor(one + 1e-9) for one in exact]
    order = sorted(range(len(exact)), key=lambda at: whole[at] - exact[at])
    for at in order[: 10_000 - sum(whole)]:
        whole[at] += 1
    return [one / 100 for one in whole]


def _opinion(node: str, answers: Sequence[Answers], items: Sequence[str]) -> Opinion:
    kinds = {one.kind for one in answers}
    if len(kinds) > 1:
        raise BadInput(f"{node} is answered in pairs and in points", mend="let all experts answer it in one way")
    tables = [_asked_table(one, items) for one in answers] if kinds == {"pairs"} else []
    shares = [ahp.priorities(table) for table in tables] or [_shares(one, items) for one in answers]
    views = tuple(_view(one, share, items, tables[at] if tables else None) for at, (one, share) in enumerate(zip(answers, shares, strict=True)))
    joint = ahp.together(tables) if tables else None
    made = ahp.priorities(joint) if joint is not None else budget.mean(shares)
    return Opinion(
        node,
        answers[0].kind,
        dict(zip(items, hundredths(made.tolist()), strict=True)),
        views,
        ahp.consistency(joint, items) if joint is not None else None,
        budget.concordance([np.round(share, 9) for share in shares]),
    )


def _view(one: Answers, shares: Floats, items: Sequence[str], table: Floats | None) -> View:
    told = None if table is None else ahp.consistency(table, items)
    return View(one.expert, dict(zip(items, (100 * shares).tolist(), strict=True)), told)


def _asked_table(one: Answers, items: Sequence[str]) -> Floats:
    try:
        return ahp.pairwise(items, one.pairs)
    except BadInput as bad:
        raise _named(bad, one) from bad


def _shares(one: Answers, items: Sequence[str]) -> Floats:
    try:
        return budget.allotted(items, one.points)
    except BadInput as bad:
        raise _named(bad, one) from bad


def _named(bad: BadInput, one: Answers) -> BadInput:
    return BadInput(bad.message, where=f"{one.expert}, {one.node}", mend=bad.mend)
