"""An article of the site: news, a page about the city, or a service's guide."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from anfang.testbed.facts import StepFacts


@dataclass(frozen=True, slots=True)
class Article:
    number: int
    column: int
    """Number of the column that the article's address names."""
    title: str
    day: date
    body: tuple[str, ...] = ()
    """Paragraphs of what is no guide."""
    guide: StepFacts | None = None

    @property
    def url(self) -> str:
        day = self.day
        return f"/art/{day.year}/{day.month}/{day.day}/art_{self.column}_{self.number}.html"

    @property
    def code(self) -> str:
        """The item's number in the addresses of its pages other than the article."""
        return str(self.number)
