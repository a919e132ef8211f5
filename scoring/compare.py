"""Before and after: figures of two rounds side by side over the matched panel (scoring/matched.py)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from anfang.model import Change, City, CityComparison, Comparison, RoundResults, Scorecard, Weights
from scoring.matched import Panel, matched
from scoring.rank import rank
from scoring.regions import groups, mean, trips


def compare(before: RoundResults, after: RoundResults, weights: Weights) -> Comparison:
    """Scores both rounds again over the matched panel; raises BadInput where they cannot be compared.

    Means of points are over the cities that have a headline in both rounds, those of rows and trips over the cities that
    have the figure in both.
    """
    return compared(matched(before, after, weights), before, after)


def compared(held: Panel, before: RoundResults, after: RoundResults) -> Comparison:
    """The comparison over a panel that was matched already."""
    panel = _Sides(held.before, held.after, (_ranks(held.before), _ranks(held.after)))
    return Comparison(
        before=before.name,
        after=after.name,
        cities=tuple(panel.city(city.id) for city in held.cities),
        mean=panel.mean(headline),
        dimensions={name: panel.mean(dimension(name)) for name in held.frame.weights.dimensions},
        indicators={row.id: panel.mean(indicator(row.id)) for row in held.frame.basket},
        regions=_regions(panel, held.cities),
        trips=panel.mean(trips),
        left_out=held.left_out,
        entries=tuple(city.id for city in after.cities if city.id not in before.scorecards),
        exits=tuple(city.id for city in before.cities if city.id not in after.scorecards),
    )


Figure = Callable[[Scorecard], float | None]


def headline(card: Scorecard) -> float | None:
    return card.headline


def dimension(name: str) -> Figure:
    """Points of a dimension, of ranked cities alone."""
    return lambda card: card.dimensions[name].points if card.ranked else None


def indicator(name: str) -> Figure:
    return lambda card: card.indicators[name].points


def both(before: Mapping[str, Scorecard], after: Mapping[str, Scorecard], figure: Figure) -> Mapping[str, tuple[float, float]]:
    """City -> the figure before and after, of the cities where it is known in both rounds."""
    pairs = ((city, figure(card), figure(after[city])) for city, card in before.items())
    return {city: (one, two) for city, one, two in pairs if one is not None and two is not None}


@dataclass(frozen=True, slots=True)
class _Sides:
    """The scorecards of both rounds over the matched panel, and the ranks that follow."""

    before: Mapping[str, Scorecard]
    after: Mapping[str, Scorecard]
    ranks: tuple[Mapping[str, int | None], Mapping[str, int | None]]

    def change(self, city: str, figure: Figure) -> Change:
        return Change(figure(self.before[city]), figure(self.after[city]))

    def mean(self, figure: Figure, cities: Iterable[str] | None = None) -> Change:
        """Mean over the cities where the figure is known in both rounds."""
        wanted = set(self.before if cities is None else cities)
        pairs = [pair for city, pair in both(self.before, self.after, figure).items() if city in wanted]
        return Change(mean(one for one, _ in pairs), mean(two for _, two in pairs))

    def city(self, city: str) -> CityComparison:
        one, two = (ranks.get(city) for ranks in self.ranks)
        card = self.after[city]
        return CityComparison(
            city=city,
            headline=self.change(city, headline),
            rank=Change(one, two),
            dimensions={name: self.change(city, dimension(name)) for name in card.dimensions},
            indicators={
                name: self.change(city, indicator(name))
                for name, score in card.indicators.items()
                if score.status != "not_planned"
            },
            trips=self.change(city, trips),
        )


def _regions(panel: _Sides, cities: Iterable[City]) -> Mapping[str, Change]:
    return {
        name: panel.mean(headline, [city.id for city in held])
        for name, held in groups(cities, "region").items()
    }


def _ranks(cards: Mapping[str, Scorecard]) -> Mapping[str, int | None]:
    return {row.city: row.rank for row in rank(cards.values()).rows}
