"""One portal: its facts, its seed's choices, what it holds, and how its pages are rendered."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, select_autoescape

from anfang.testbed.facts import PortalFacts, StepFacts
from anfang.testbed.families.platform.addresses import Addresses
from anfang.testbed.families.platform.catalogue import Catalogue
from anfang.testbed.families.platform.choices import Choices
from anfang.testbed.families.platform.decoys import decoy
from anfang.testbed.families.platform.directory import Directory
from anfang.testbed.families.platform.forms import FormFile
from anfang.testbed.families.platform.guide import Guide
from anfang.testbed.families.platform.news import Article, Column, articles, columns

HERE = Path(__file__).parent
_TEMPLATES = Environment(
    loader=FileSystemLoader(HERE / "templates"), autoescape=select_autoescape(["html"]), trim_blocks=True, lstrip_blocks=True
)
COLORS = (("#1c6fc9", "#eaf3fc"), ("#c2191f", "#fdf1f0"), ("#0b7f88", "#e8f6f6"), ("#0a4f9e", "#e9f0f8"))


class Site:
    """What all pages of a portal share."""

    def __init__(self, facts: PortalFacts) -> None:
        self.facts = facts
        self.pick = Choices(facts.seed)
        self.at = Addresses(self.pick)
        self.catalogue = Catalogue(self.pick)
        self.directory = Directory(facts.guides, self.catalogue, self.pick, facts.name)
        self.guides: dict[str, Guide] = {self.directory.guide_id(step): self._guide(step) for step in facts.guides}
        self.files: dict[str, FormFile] = {file.id: file for guide in self.guides.values() for file in guide.files}
        self.color, self.tint = self.pick.one("color", COLORS)
        self.width = self.pick.one("width", (1000, 1100, 1200, 1300))
        self.new_window = self.pick.chance("new window", 0.5)
        """Whether entries of lists and of the home page open windows of their own."""

    @property
    def title(self) -> str:
        return self.pick.word("site").format(self.facts.name)

    @cached_property
    def notices(self) -> list[Article]:
        return articles(self.pick, self.facts.name, "news")

    @cached_property
    def activities(self) -> list[Article]:
        return articles(self.pick, self.facts.name, "activity")

    @cached_property
    def columns(self) -> list[Column]:
        return columns(self.pick, self.facts.name, self.facts.dead_links)

    def guide(self, id: str) -> Guide | None:
        """A planted guide or that of another item."""
        if id in self.guides:
            return self.guides[id]
        service = self.catalogue.by_id.get(id)
        return Guide(decoy(service, self.pick, self.facts.name), id, self.pick) if service else None

    def guide_for(self, text: str) -> Guide | None:
        """The planted guide whose identifier stands in a text, such as an address to which to return."""
        return next((guide for id, guide in self.guides.items() if id in text), None)

    def render(self, template: str, **context: object) -> str:
        return _TEMPLATES.get_template(template).render(site=self, pick=self.pick, w=self.pick.word, at=self.at, **context)

    def _guide(self, step: StepFacts) -> Guide:
        return Guide(step, self.directory.guide_id(step), self.pick)
