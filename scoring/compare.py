"""Before and after over the matched panel: what was scored in both rounds, and nothing else.

A step of a mean row counts where both rounds scored it; a row combined by sum, or given for the whole portal, where both
rounds scored the row. What one round left out is left out of both, so that a change is a change of the portals and not
of what could be measured. Rows that left the headline of either round leave both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from anfang.errors import BadInput
from anfang.model import Change, City, CityComparison, Comparison, Indicator, Plan, RoundResults, Scorecard
from scoring.aggregate import scorecards
from scoring.cells import ABSENT, OUTSIDE, WHOLE, Cell, Cells, cells
from scoring.frame import Frame
from scoring.rank import rank
from scoring.regions import groups, mean, trips
from scoring.rows import combine
from scoring.weights import Weights


def compare(before: RoundResults, after: RoundResults, weights: Weights) -> Comparison:
    """Scores both rounds again over the matched panel; raises BadInput where they cannot be compared.

    Means of points are over the cities that have a headline in both rounds, those of rows and trips over the cities that
    have the figure in both.
    """
    _comparable(before, after)
    cities = [city for city in after.cities if city.id in before.scorecards]
    plan = _common(before.plan, after.plan)
    frame = Frame.of(after.catalogue, plan, weights)
    panel = _panel(before, after, [city.id for city in cities], frame)
    return Comparison(
        before=before.name,
        after=after.name,
        cities=tuple(panel.city(city.id) for city in cities),
        mean=panel.mean(_headline),
        dimensions={name: panel.mean(_dimension(name)) for name in frame.weights.dimensions},
        indicators={row.id: panel.mean(_indicator(row.id)) for row in frame.basket},
        regions=_regions(panel, cities),
        trips=panel.mean(trips),
        left_out=panel.left_out,
        entries=tuple(city.id for city in after.cities if city.id not in before.scorecards),
        exits=tuple(city.id for city in before.cities if city.id not in after.scorecards),
    )


_Figure = Callable[[Scorecard], float | None]


@dataclass(frozen=True, slots=True)
class _Panel:
    """The scorecards of both rounds over the matched panel, and the ranks that follow."""

    before: Mapping[str, Scorecard]
    after: Mapping[str, Scorecard]
    left_out: Mapping[str, str]
    ranks: tuple[Mapping[str, int | None], Mapping[str, int | None]]

    def change(self, city: str, figure: _Figure) -> Change:
        return Change(figure(self.before[city]), figure(self.after[city]))

    def mean(self, figure: _Figure, cities: Iterable[str] | None = None) -> Change:
        """Mean over the cities where the figure is known in both rounds."""
        pairs = [self.change(city, figure) for city in (self.before if cities is None else cities)]
        both = [pair for pair in pairs if pair.change is not None]
        return Change(mean(pair.before for pair in both), mean(pair.after for pair in both))

    def city(self, city: str) -> CityComparison:
        one, two = (ranks.get(city) for ranks in self.ranks)
        card = self.after[city]
        return CityComparison(
            city=city,
            headline=self.change(city, _headline),
            rank=Change(one, two),
            dimensions={name: self.change(city, _dimension(name)) for name in card.dimensions},
            indicators={
                name: self.change(city, _indicator(name))
                for name, score in card.indicators.items()
                if score.status != "not_planned"
            },
            trips=self.change(city, trips),
        )


def _panel(before: RoundResults, after: RoundResults, cities: Sequence[str], frame: Frame) -> _Panel:
    left, right = (cells(round_.observations, frame.catalogue, frame.plan) for round_ in (before, after))
    left, right = _matched(left, right, cities, frame)
    out = _left_out(before, after, frame)
    one, two = (scorecards(side, cities, frame, left_out=out) for side in (left, right))
    return _Panel(
        one.cards, two.cards, {**one.left_out, **two.left_out}, (_ranks(one.cards), _ranks(two.cards))
    )


def _comparable(before: RoundResults, after: RoundResults) -> None:
    differ = {
        "instruments": (before.instrument, after.instrument),
        "scenarios": (before.plan.scenario, after.plan.scenario),
        "steps": (before.plan.steps, after.plan.steps),
    }
    for what, (one, two) in differ.items():
        if one != two:
            raise BadInput(
                f"the rounds have different {what}: {one} and {two}",
                where=f"{before.name}, {after.name}",
                mend="measure one of them again from its archive with the instrument of the other, then compare",
            )


def _common(before: Plan, after: Plan) -> Plan:
    """The later plan over the rows that both rounds planned."""
    return replace(after, basket=tuple(name for name in after.basket if name in set(before.basket)))


def _left_out(before: RoundResults, after: RoundResults, frame: Frame) -> Mapping[str, str]:
    basket = {row.id for row in frame.basket}
    return {
        name: f"{round_.name}: {reason}"
        for round_ in (after, before)
        for name, reason in round_.ranking.left_out.items()
        if name in basket
    }


def _matched(left: Cells, right: Cells, cities: Iterable[str], frame: Frame) -> tuple[Cells, Cells]:
    one: dict[tuple[str, str], Mapping[str, Cell]] = {}
    two: dict[tuple[str, str], Mapping[str, Cell]] = {}
    for city in cities:
        for row in frame.basket:
            key = (city, row.id)
            one[key], two[key] = _pair(row, left.get(key, {}), right.get(key, {}), frame.plan.steps)
    return one, two


_Steps = Mapping[str, Cell]


def _pair(row: Indicator, left: _Steps, right: _Steps, steps: Sequence[str]) -> tuple[_Steps, _Steps]:
    """The cells of one city and row that may be compared."""
    if row.per == "portal" or row.over == "sum" or WHOLE in left or WHOLE in right:
        one, two = combine(row, left, steps), combine(row, right, steps)
        if one.score.points is not None and two.score.points is not None:
            return left, right
        gap = {WHOLE: _gap(one.applicable and two.applicable)}
        return gap, gap
    pairs = {step: _cells(left.get(step, ABSENT), right.get(step, ABSENT)) for step in steps}
    return {step: pair[0] for step, pair in pairs.items()}, {step: pair[1] for step, pair in pairs.items()}


def _cells(left: Cell, right: Cell) -> tuple[Cell, Cell]:
    if left.points is not None and right.points is not None:
        return left, right
    gap = _gap(left.status not in OUTSIDE and right.status not in OUTSIDE)
    return gap, gap


def _gap(applicable: bool) -> Cell:
    return Cell("not_observed" if applicable else "not_applicable", reason="not scored in both rounds")


def _headline(card: Scorecard) -> float | None:
    return card.headline


def _dimension(name: str) -> _Figure:
    """Points of a dimension, of ranked cities alone."""
    return lambda card: card.dimensions[name].points if card.ranked else None


def _indicator(name: str) -> _Figure:
    return lambda card: card.indicators[name].points


def _regions(panel: _Panel, cities: Iterable[City]) -> Mapping[str, Change]:
    return {
        name: panel.mean(_headline, [city.id for city in held])
        for name, held in groups(cities, "region").items()
    }


def _ranks(cards: Mapping[str, Scorecard]) -> Mapping[str, int | None]:
    return {row.city: row.rank for row in rank(cards.values()).rows}
