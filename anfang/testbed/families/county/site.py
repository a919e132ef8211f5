"""One site: its articles and columns, its wordings, and what is broken in it."""

from __future__ import annotations

from functools import cached_property

from anfang.testbed.facts import PortalFacts, StepFacts
from anfang.testbed.families.county.articles import Article
from anfang.testbed.families.county.attachments import Attachment, attachments
from anfang.testbed.families.county.columns import Column
from anfang.testbed.families.county.dice import Dice
from anfang.testbed.families.county.headlines import LOST
from anfang.testbed.families.county.library import Library
from anfang.testbed.families.county.newsroom import newsroom
from anfang.testbed.families.county.services_tree import ServiceTree
from anfang.testbed.families.county.words import Words


class Site:
    """Everything that a portal's pages show; the same facts always make the same site."""

    def __init__(self, facts: PortalFacts) -> None:
        self.facts = facts
        self.dice = Dice(facts.seed)
        self.words = Words(self.dice, facts.name)
        self.library = Library(self.dice)
        self.news = newsroom(self.library, self.dice, self.words, facts.name)
        self.tree = ServiceTree(facts, self.library, self.dice, self.words)
        self.interact = self.library.column(self.words["nav_interact"], "interact")
        for key in ("survey", "interview"):
            self.news[key].parent = self.interact

    @property
    def city(self) -> str:
        return self.facts.name

    @cached_property
    def lost(self) -> list[tuple[str, str]]:
        """(title, address) of the home page's entries that lead nowhere."""
        rng, found = self.dice.rng("lost"), list[tuple[str, str]]()
        for n in range(self.facts.dead_links):
            title = LOST[n % len(LOST)].format(city=self.city)
            number, day = rng.randint(2000, 9999), rng.randint(1, 28)
            path = rng.choice((f"/art/2018/{1 + n % 12}/{day}/art_{number}_{n}.html", f"/col/col9{number}/index.html"))
            found.append((title, path))
        return found

    @cached_property
    def articles_by_code(self) -> dict[str, Article]:
        return {article.code: article for article in self.library.articles.values() if article.guide}

    @cached_property
    def files(self) -> dict[str, Attachment]:
        """All attachments of all guides, by address."""
        return {file.url: file for article in self.articles_by_code.values() for file in self.attached(article)}

    def attached(self, article: Article) -> list[Attachment]:
        return attachments(article, self.dice)

    def column_of(self, article: Article) -> Column:
        return self.library.columns[article.column]

    def findable(self, step: StepFacts) -> bool:
        """Whether a citizen can come to the guide at all: by links, or by a search that works."""
        return step.way != "search" or (self.facts.search == "works" and step.search_rank is not None)

    @cached_property
    def guides(self) -> list[Article]:
        """The steps' guides that can be found."""
        return [self.tree.guides[step.step] for step in self.facts.guides if self.findable(step)]
