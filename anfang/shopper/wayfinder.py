"""Goal-directed search over a portal: best link first, a page check at every arrival, a budget, reasons kept.

The number of clicks is the shortest way over the graph of everything discovered, not the way the search happened to take.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from anfang.shopper.kinds import guide_evidence
from anfang.shopper.lexicon import EXACT, Lexicon
from anfang.shopper.page import Page, address_key
from anfang.shopper.pairs import pairs
from anfang.shopper.ranking import (
    LONGEST_ROW,
    ROW_TAGS,
    Candidate,
    guide_candidates,
    section_candidates,
    weights,
)
from anfang.shopper.values import goal_match
from anfang.shopper.walker import Stand, Walker


@dataclass(slots=True)
class Outcome:
    """Where the search ended. `exhausted`: nothing promising was left, so that absence is established."""

    stand: Stand | None
    exhausted: bool
    tried: list[tuple[str, str, float, str]] = field(default_factory=list[tuple[str, str, float, str]])
    """(from, words, pull, reason or verdict) of every link followed."""
    off_site: list[str] = field(default_factory=list[str])


def is_guide(page: Page, step: str, lexicon: Lexicon, home: Page | None, words: str = "") -> bool:
    """Whether a page is the step's guide: a heading, the title or the name row names it, and elements stand there.

    words: what was pressed to come here; it counts where the page's headings say nothing of any errand.
    """
    least = weights()["guide"]
    if len(guide_evidence(page, lexicon, home)) < least["elements"]:
        return False
    named = [pair.value for pair in pairs(page, lexicon) if pair.label.element == "name" and pair.label.strength == EXACT]
    heads = [*named[:2], *(text for _node, text in page.headings[:8]), page.title.split("-")[0].split("_")[0]]
    best = max((goal_match(text, step, lexicon) for text in heads), default=0.0)
    if named and not any(goal_match(text, step, lexicon) for text in named):
        return False
    others = (goal_match(text, other, lexicon) for text in [*named, *heads[:2]] for other in lexicon.steps if other != step)
    if max(others, default=0.0) > best:
        return False
    if best >= least["match"]:
        return True
    return not named and goal_match(words, step, lexicon) > 0.8 and words in page.text


MOST_SHORTCUTS = 2
SURELY_SHORT = 2


class Wayfinder:
    """Searches for guides and sections over one walker's portal, sharing what was discovered between goals."""

    def __init__(self, walker: Walker, lexicon: Lexicon, home: Stand) -> None:
        self.walker = walker
        self.lexicon = lexicon
        self.home = home
        self._barren: set[tuple[str, str, str]] = set()
        """(stand, words, address) of links that led nowhere, for any goal."""

    async def guide(self, step: str) -> Outcome:
        """The step's guide by links alone."""
        return await self._search(
            lambda stand: guide_candidates(stand, step, self.lexicon, self.home),
            lambda stand: not stand.off_site and is_guide(stand.page, step, self.lexicon, self.home.page, stand.path[-1] if stand.path else ""),
            budget=weights()["budget"]["goal"],
        )

    async def section(self, name: str, accept: Callable[[Stand], bool]) -> Outcome:
        """A section of the portal (consult, complaint, status, login, scenario)."""
        return await self._search(
            lambda stand: section_candidates(stand, name, self.lexicon), accept,
            budget=weights()["budget"]["section"], only_from=[self.home],
        )  # fmt: skip

    async def _search(
        self, rank: Callable[[Stand], list[Candidate]], accept: Callable[[Stand], bool], *, budget: int,
        only_from: list[Stand] | None = None,
    ) -> Outcome:  # fmt: skip
        """Follow the best link of all known pages (or of `only_from` and what is found there) until one is accepted."""
        outcome = Outcome(None, exhausted=True)
        start, followed = self.walker.tab.page_loads, set[str]()
        ranked: dict[str, list[Candidate]] = {}
        pull: dict[str, float] = {}
        while True:
            for stand in self.walker.known if only_from is None else only_from:
                if stand.key not in ranked:
                    ranked[stand.key] = _inherit(rank(stand), pull.get(stand.key, 0.0))
            best = self._best([one for many in ranked.values() for one in many], followed)
            if best is None:
                return outcome
            if self.walker.spent or self.walker.tab.page_loads - start >= budget or len(followed) > budget * 2:
                outcome.exhausted = False
                return outcome
            followed.add(self._mark(best))
            stand = await self._follow(best, outcome)
            if stand is not None and accept(stand):
                outcome.stand = stand
                return outcome
            if stand is not None:
                pull.setdefault(stand.key, best.score)
                if only_from is not None:
                    only_from.append(stand)

    async def _follow(self, best: Candidate, outcome: Outcome) -> Stand | None:
        if best.link.href and not self.walker.allowed(best.link.href):
            outcome.off_site.append(best.link.href)
            outcome.tried.append((best.stand.key, best.link.text, best.score, f"{best.reason}: off site"))
            return None
        stand = self._led_before(best) or await self.walker.follow(best.stand, best.link)
        outcome.tried.append((best.stand.key, best.link.text, round(best.score, 1), best.reason))
        if stand is None:
            self._barren.add((best.stand.key, best.link.text, best.link.href))
        else:
            self.walker.edges[(best.stand.key, best.link.text, best.link.href)] = stand.key
        return stand

    def _led_before(self, candidate: Candidate) -> Stand | None:
        """Where the same words without an address led before, from whatever page."""
        link = candidate.link
        if link.href or self.lexicon.is_one_of(link.text, "guide_link"):
            return None
        led = next((to for (_key, words, href), to in self.walker.edges.items() if words == link.text and not href), "")
        return self.walker.stands.get(led)

    def _best(self, candidates: list[Candidate], followed: set[str]) -> Candidate | None:
        """The strongest link not yet followed; of equals, the one nearest to the home page, then in document order."""
        open_ones = [
            one for one in candidates
            if one.score >= weights()["threshold"] and self._mark(one) not in followed and one.link.text not in one.stand.path[-1:]
            and (one.stand.key, one.link.text, one.link.href) not in self._barren
        ]  # fmt: skip
        return max(open_ones, key=lambda one: (one.score, -one.stand.clicks, -one.link.node.index), default=None)

    async def shorten(self, goal: Stand) -> None:
        """Follow the menu entries of the home page that were not needed to find the goal, but may lead there sooner."""
        for one in self._untried_menu()[:MOST_SHORTCUTS]:
            if self.clicks_to(goal)[0] <= SURELY_SHORT or self.walker.spent:
                return
            await self._follow(one, Outcome(goal, exhausted=True))

    def _untried_menu(self) -> list[Candidate]:
        step = self.lexicon.steps[0]
        entries = [one for one in guide_candidates(self.home, step, self.lexicon, self.home) if one.reason.startswith("hub")]
        return sorted(
            (one for one in entries if not one.link.href and (self.home.key, one.link.text, "") not in self.walker.edges
             and (self.home.key, one.link.text, "") not in self._barren),
            key=lambda one: -one.score,
        )  # fmt: skip

    def clicks_to(self, goal: Stand) -> tuple[int, tuple[str, ...]]:
        """The fewest clicks from the home page to a stand over everything discovered, and the words pressed."""
        target = goal.key
        queue: deque[tuple[str, tuple[str, ...]]] = deque([(self.home.key, ())])
        goal_addresses = {target, address_key(goal.page.url), *self._aliases(goal)}
        seen = {self.home.key}
        while queue:
            key, path = queue.popleft()
            if key in goal_addresses:
                return len(path), path
            stand = self.walker.stands.get(key)
            if stand is not None and stand.by_search:
                continue
            for words, to in self._ways(stand) if stand else ():
                if to not in seen:
                    seen.add(to)
                    queue.append((to, (*path, words)))
        return goal.clicks, goal.path

    def _aliases(self, goal: Stand) -> set[str]:
        """Addresses that led to the goal by redirection."""
        return {key for key, stand in self.walker.stands.items() if stand is goal or stand.key == goal.key}

    def _ways(self, stand: Stand) -> list[tuple[str, str]]:
        """(words, key) of every way on from a stand.

        An entry without an address leads where the same words led from another page: menus are told by their target.
        """
        ways = [(link.text, address_key(link.href)) for link in stand.page.links if link.href]
        led = {words: to for (_key, words, href), to in self.walker.edges.items() if not href}
        for link in stand.page.links:
            if not link.href and link.text in led and not self.lexicon.is_one_of(link.text, "guide_link"):
                ways.append((link.text, led[link.text]))
        pressed = [(words, to) for (key, words, _href), to in self.walker.edges.items() if key == stand.key]
        return [*ways, *pressed]

    def _mark(self, candidate: Candidate) -> str:
        """Links to one address are one candidate, whatever page shows them; so are pressables of the same words.

        A "guide" link that is repeated row by row is told by its row.
        """
        link = candidate.link
        if link.href:
            return address_key(link.href)
        if not self.lexicon.is_one_of(link.text, "guide_link"):
            return link.text
        row = next((node for node in link.node.above() if node.tag in ROW_TAGS), link.node)
        return f"{link.text} {candidate.stand.page.text_of(row)[:LONGEST_ROW]}"


def _inherit(candidates: list[Candidate], pull: float) -> list[Candidate]:
    """The entries of a page gain a little by what pulled the shopper to it: a trade's departments before other trades."""
    gain = min(weights()["inherit"]["share"] * max(pull, 0.0), weights()["inherit"]["most"])
    return [replace(one, score=one.score + gain) for one in candidates]
