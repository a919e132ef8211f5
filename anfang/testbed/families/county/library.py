"""All columns and articles of one site, and the numbers in their addresses."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from anfang.testbed.facts import StepFacts
from anfang.testbed.families.county.articles import Article
from anfang.testbed.families.county.columns import Column, Kind
from anfang.testbed.families.county.dice import Dice

_LAST_DAY = date(2019, 11, 29)


class Library:
    """Hands out the numbers and finds by address."""

    def __init__(self, dice: Dice) -> None:
        self._dice = dice
        rng = dice.rng("numbers")
        self._column, self._article = rng.randint(1100, 1900), rng.randint(20_000, 60_000)
        self._step = rng.randint(1, 6)
        self.columns: dict[int, Column] = {}
        self.articles: dict[str, Article] = {}

    def column(self, name: str, kind: Kind, parent: Column | None = None, size: int = 12) -> Column:
        """A new column, below `parent` if there is one."""
        self._column += self._step
        made = Column(self._column, name, kind, parent, size)
        self.columns[made.number] = made
        if parent:
            parent.children.append(made)
        return made

    def article(
        self, column: Column, title: str, day: date, body: tuple[str, ...] = (), guide: StepFacts | None = None
    ) -> Article:
        """A new article; it is not yet in any list."""
        self._article += 1 + len(title) % 7
        made = Article(self._article, column.number, title, day, body, guide)
        self.articles[made.url] = made
        return made

    def days(self, key: object, number: int, span: int) -> Iterator[date]:
        """So many days, the latest first, within `span` days of the last day on which anybody edited the site."""
        rng = self._dice.rng("days", key)
        for back in sorted(rng.choices(range(span), k=number)):
            yield _LAST_DAY - timedelta(days=back)
