"""A column of the site: a list of articles, columns below it, or both."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from anfang.testbed.families.county.articles import Article

Kind = Literal["news", "service", "hub", "interact"]


@dataclass(slots=True)
class Column:
    number: int
    name: str
    kind: Kind = "news"
    parent: Column | None = None
    size: int = 12
    """Articles on one page."""
    articles: list[Article] = field(default_factory=list[Article])
    children: list[Column] = field(default_factory=list["Column"])

    @property
    def url(self) -> str:
        return f"/col/col{self.number}/index.html"

    @property
    def path(self) -> list[Column]:
        """From the top column down to this one."""
        return [*(self.parent.path if self.parent else []), self]

    @property
    def pages(self) -> int:
        return max(1, -(-len(self.articles) // self.size))

    def page(self, number: int) -> list[Article]:
        return self.articles[(number - 1) * self.size : number * self.size]

    def below(self) -> Iterator[Column]:
        """This column and all below it."""
        yield self
        for child in self.children:
            yield from child.below()
