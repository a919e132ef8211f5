"""Goal-directed search over a portal: best link first, a page check at every arrival, a budget, reasons kept.

The number of clicks is the shortest way over the graph of everything discovered, not the way the search happened to take.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from anfang.shopper.graph import clicks_to
from anfang.shopper.guidepage import judge_guide
from anfang.shopper.lexicon import Lexicon
from anfang.shopper.page import Link, address_key
from anfang.shopper.ranking import (
    LONGEST_ROW,
    ROW_TAGS,
    Candidate,
    guide_candidates,
    section_candidates,
    unknown_entries,
)
from anfang.shopper.search_record import MOST_CANDIDATES, Choice, SearchRecord, Stop
from anfang.shopper.verdict import Sign, Verdict, weigh, weights
from anfang.shopper.walker import Stand, Walker

Judge = Callable[[Stand], Verdict]
"""Whether a stand is the goal, and why."""


@dataclass(slots=True)
class Outcome:
    """Where the search ended. `exhausted`: nothing promising was left, so that absence is established."""

    stand: Stand | None
    exhausted: bool
    record: SearchRecord
    off_site: list[str] = field(default_factory=list[str])

    @property
    def looked(self) -> tuple[str, ...]:
        """The places that the search looked at, in order: words pressed and the page that they stand on."""
        return tuple(f"{one.words} <- {one.at}" for one in self.record.choices)


TRADE = ("another errand of the same trade", "excluded")
"""Reasons that show that the list in which the goal would stand was seen."""
MOST_SHORTCUTS = 2
SURELY_SHORT = 2


class Wayfinder:
    """Searches for guides and sections over one walker's portal, sharing what was discovered between goals."""

    def __init__(self, walker: Walker, lexicon: Lexicon, home: Stand) -> None:
        self.walker = walker
        self.lexicon = lexicon
        self.home = home
        self._hubs: set[str] = set()
        """Keys of stands that words of services led to."""
        self._barren: set[tuple[str, str, str]] = set()
        """(stand, words, address) of links that led nowhere, for any goal."""

    async def guide(self, step: str, hinted: Stand | None = None) -> Outcome:
        """The step's guide by links alone; `hinted` is known to be it."""

        def judge(stand: Stand) -> Verdict:
            if stand.off_site:
                return weigh(weights()["guide"], [Sign("off site", 1, stand.off_site)])
            if hinted is not None and stand.key == hinted.key:
                return weigh(weights()["guide"], [Sign("hint", 1, hinted.url)])
            pressed = stand.path[-1] if stand.path else ""
            return judge_guide(stand.page, step, self.lexicon, self.home.page, pressed)

        return await self._search(
            f"guide:{step}", lambda stand: guide_candidates(stand, step, self.lexicon, self.home), judge,
            budget=weights()["budget"]["goal"],
        )  # fmt: skip

    async def section(self, name: str, judge: Judge) -> Outcome:
        """A section of the portal (consult, complaint, status, login, scenario)."""
        return await self._search(
            f"section:{name}", lambda stand: section_candidates(stand, name, self.lexicon), judge,
            budget=weights()["budget"]["section"], only_from=[self.home],
        )  # fmt: skip

    async def _search(
        self, goal: str, rank: Callable[[Stand], list[Candidate]], judge: Judge, *, budget: int,
        only_from: list[Stand] | None = None,
    ) -> Outcome:  # fmt: skip
        """Follow the best link of all known pages (or of `only_from` and what is found there) until one is accepted."""
        outcome = Outcome(None, exhausted=True, record=SearchRecord(goal))
        start, followed = self.walker.tab.page_loads, set[str]()
        ranked: dict[str, list[Candidate]] = {}
        pull: dict[str, float] = {}
        while True:
            for stand in self.walker.known if only_from is None else only_from:
                if stand.key not in ranked:
                    ranked[stand.key] = _inherit(rank(stand), pull.get(stand.key, 0.0))
                    _note(outcome.record, stand, ranked[stand.key])
            every = [one for many in ranked.values() for one in many]
            best = self._best(every, followed) or self._unknown(goal, every, followed)
            outcome.exhausted = best is None
            if best is None or self._over(start, budget, followed):
                outcome.record.ending = "exhausted" if outcome.exhausted else "budget"
                return outcome
            followed.add(self._mark(best))
            stand = await self._follow(best, outcome)
            if stand is not None and self._accepted(stand, judge, outcome):
                return outcome
            if stand is not None:
                pull.setdefault(stand.key, best.score)
                if only_from is not None:
                    only_from.append(stand)

    def _unknown(self, goal: str, every: list[Candidate], followed: set[str]) -> Candidate | None:
        """An entry of unknown meaning, while nothing of the goal's trade was seen: absence must be earned.

        Where the trade's other errands were listed and the goal was not among them, there is nothing left to look for.
        """
        step = goal.partition(":")[2]
        if not goal.startswith("guide:") or any(one.reasons[0][0] in TRADE for one in every):
            return None
        hubs = [self.home, *(stand for stand in self.walker.known if stand.key in self._hubs and stand is not self.home)]
        unknown = [one for stand in hubs for one in unknown_entries(stand, step, self.lexicon, self.home)]
        fresh = [one for one in unknown if self._mark(one) not in followed and not self._is_known(one.link)]
        return max(fresh, key=lambda one: (one.score, -one.stand.clicks, -one.link.node.index), default=None)

    def _is_known(self, link: Link) -> bool:
        led = any(words == link.text and href == link.href for _key, words, href in (*self.walker.edges, *self._barren))
        return led or (bool(link.href) and address_key(link.href) in self.walker.stands)

    def _over(self, start: int, budget: int, followed: set[str]) -> bool:
        return self.walker.spent or self.walker.tab.page_loads - start >= budget or len(followed) > budget * 2

    def _accepted(self, stand: Stand, judge: Judge, outcome: Outcome) -> bool:
        verdict, choice = judge(stand), outcome.record.choices[-1]
        choice.sum, choice.least = round(verdict.score, 1), verdict.threshold
        choice.signs = [(sign.name, round(added, 1), sign.words) for sign, added in verdict.signs if added]
        if verdict.holds:
            outcome.stand, outcome.exhausted = stand, True
            outcome.record.ending, outcome.record.found = "found", stand.key
            _note(outcome.record, stand, [])
        return verdict.holds

    async def _follow(self, best: Candidate, outcome: Outcome) -> Stand | None:
        link = best.link
        choice = Choice(best.stand.key, link.text, link.href, round(best.score, 1), list(best.reasons))
        outcome.record.choices.append(choice)
        if link.href and not self.walker.allowed(link.href):
            outcome.off_site.append(link.href)
            choice.ending = "off site"
            return None
        stand = self._led_before(best) or await self.walker.follow(best.stand, link)
        if stand is None:
            choice.ending = "nothing happened"
            self._barren.add((best.stand.key, link.text, link.href))
        else:
            choice.to = stand.key
            if best.score > 0 and best.reasons[0][0] not in ("goal", "perhaps the goal", "goal among others"):
                self._hubs.add(stand.key)
            self.walker.edges[(best.stand.key, link.text, link.href)] = stand.key
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
            await self._follow(one, Outcome(goal, exhausted=True, record=SearchRecord("")))

    def _untried_menu(self) -> list[Candidate]:
        step = self.lexicon.steps[0]
        entries = [one for one in guide_candidates(self.home, step, self.lexicon, self.home) if one.reasons[0][0] == "hub"]
        return sorted(
            (one for one in entries if not one.link.href and (self.home.key, one.link.text, "") not in self.walker.edges
             and (self.home.key, one.link.text, "") not in self._barren),
            key=lambda one: -one.score,
        )  # fmt: skip

    def clicks_to(self, goal: Stand) -> tuple[int, tuple[str, ...]]:
        """The fewest clicks from the home page to a stand over everything discovered, and the words pressed."""
        return clicks_to(goal, self.home, self.walker, self.lexicon)

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


def _note(record: SearchRecord, stand: Stand, candidates: list[Candidate]) -> None:
    """Write a page and its candidates down."""
    best = sorted(candidates, key=lambda one: -one.score)[:MOST_CANDIDATES]
    told = [(one.link.text, round(one.score, 1), list(one.reasons)) for one in best]
    weaker, page = len(candidates) - len(told), stand.page
    record.stops.setdefault(stand.key, Stop(stand.key, stand.url, page.title, stand.clicks, stand.snapshot, told, weaker))


def _inherit(candidates: list[Candidate], pull: float) -> list[Candidate]:
    """The entries of a page gain a little by what pulled the shopper to it: a trade's departments before other trades."""
    gain = min(weights()["inherit"]["share"] * max(pull, 0.0), weights()["inherit"]["most"])
    return [replace(one, score=one.score + gain) for one in candidates]
