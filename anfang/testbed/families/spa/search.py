"""The site search: a planted item comes at its planted rank when asked with its official name."""

from __future__ import annotations

from typing import Any

from anfang.testbed.facts import StepFacts
from anfang.testbed.families.spa import decoys
from anfang.testbed.families.spa.directory import Directory, token
from anfang.testbed.families.spa.home import Home
from anfang.testbed.families.spa.routes import Entry, Routes

_PAGE = 10


class Search:
    def __init__(self, directory: Directory, routes: Routes, home: Home) -> None:
        self.directory = directory
        self.routes = routes
        self.home = home

    def results(self, query: str) -> dict[str, Any]:
        """The first page of results."""
        asked = query.strip()
        step = next((step for step in self.home.facts.steps.values() if step.name == asked), None)
        entries = self._planted(step) if step else self._matching(asked)
        return {"query": asked, "entries": entries[: max(_PAGE, (step and step.search_rank) or 0)]}

    def _planted(self, step: StepFacts) -> list[Entry]:
        around = [self._item(name) for name in decoys.names(step)]
        news = [self._news(text) for text in decoys.about(step.name)]
        others = [*news[:2], *around, *news[2:], *(self._item(name) for name in decoys.OTHER)]
        if step.search_rank is None or step.way == "absent":
            return others[:5]
        above = step.search_rank - 1
        return [*others[:above], self._item(step.name), *others[above : above + 4]]

    def _matching(self, asked: str) -> list[Entry]:
        """Items, then headlines, that share the most pairs of characters with the question."""
        pairs = {asked[start : start + 2] for start in range(len(asked) - 1)}
        items = {
            step.name: self._item(step.name) for step in self.directory.guides.values() if self._shown(step)
        }
        texts = items | {text: self._news(text) for text in self.home.articles()}
        hits = {text: sum(pair in text for pair in pairs) for text in texts}
        return [texts[text] for text in sorted(texts, key=lambda text: -hits[text]) if hits[text]]

    def _shown(self, step: StepFacts) -> bool:
        return not step.step or step.search_rank is not None

    def _item(self, name: str) -> Entry:
        return self.routes.entry(name, "guide", token(name), date=self.routes.words["guide"])

    def _news(self, text: str) -> Entry:
        known = self.home.articles()
        number = known.index(text) if text in known else 0
        return self.routes.entry(text, "article", str(number), date="新闻资讯")
