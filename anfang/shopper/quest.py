"""One search for one goal: the best link of all known pages, a judgement at every arrival, a budget, everything noted.

Strong candidates come first. Where only weak ones are left and the list in which the goal would stand was seen without it,
the quest ends as `listed`: whether that is absence depends on what the site search says. A thorough quest tries the weak ones
too, and entries of unknown meaning last, because absence must be earned.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Literal

from anfang.shopper.graph import OF_THEIR_PAGE
from anfang.shopper.lexicon import Lexicon
from anfang.shopper.page import Link, address_key
from anfang.shopper.ranking import LONGEST_ROW, ROW_TAGS, Candidate
from anfang.shopper.search_record import MOST_CANDIDATES, Choice, SearchRecord, Stop
from anfang.shopper.verdict import Verdict, weights
from anfang.shopper.walker import Stand, Walker

Judge = Callable[[Stand], Verdict]
"""Whether a stand is the goal, and why."""
Rank = Callable[[Stand], list[Candidate]]
Ending = Literal["found", "listed", "exhausted", "budget"]

TRADE = ("another errand of the same trade",)
"""Reasons that show that the list in which the goal would stand was seen."""
WEAK = ("beside other categories", "ending", "another trade", "unknown entry")
"""Reasons for links that no word of the goal speaks for."""
ENOUGH_TRADE = 2
ACTS = 2
"""Presses and loads of a quest, as a multiple of its budget of page loads."""


@dataclass(slots=True)
class Outcome:
    """Where a quest ended. `exhausted`: nothing was left to try."""

    stand: Stand | None
    record: SearchRecord
    off_site: list[str] = field(default_factory=list[str])

    @property
    def exhausted(self) -> bool:
        return self.record.ending in ("found", "exhausted")

    @property
    def listed(self) -> bool:
        return self.record.ending == "listed"

    @property
    def looked(self) -> tuple[str, ...]:
        """The places that the search looked at, in order: words pressed and the page that they stand on."""
        return tuple(f"{one.words} <- {one.at}" for one in self.record.choices)


@dataclass(slots=True)
class Quest:
    """The state of one search. `barren` is shared: links that led nowhere, for any goal."""

    walker: Walker
    lexicon: Lexicon
    goal: str
    rank: Rank
    judge: Judge
    budget: int
    barren: set[tuple[str, str, str]]
    only_from: list[Stand] | None = None
    unknown: Rank | None = None
    """Entries of unknown meaning on a stand, for a thorough quest."""
    thorough: bool = False
    reserve: int = 0
    """Page loads of the visit that are kept for other things."""
    _ranked: dict[str, list[Candidate]] = field(default_factory=dict[str, list[Candidate]])
    _pull: dict[str, float] = field(default_factory=dict[str, float])
    _followed: set[str] = field(default_factory=set[str])
    _acts: int = 0

    async def run(self) -> Outcome:
        """Follow the best link until a stand is accepted, nothing is left, or the budget is spent."""
        outcome, start = Outcome(None, SearchRecord(self.goal)), self.walker.tab.page_loads
        while True:
            self._rank_all(outcome.record)
            best = self._next()
            if isinstance(best, str):
                outcome.record.ending = best
                return outcome
            if self._spent(start):
                outcome.record.ending = "budget"
                return outcome
            self._followed.add(self._mark(best))
            stand = await self.follow(best, outcome)
            if stand is not None and self._accepted(stand, outcome):
                return outcome
            if stand is not None:
                self._arrived(stand, best)

    def _spent(self, start: int) -> bool:
        loads = self.walker.tab.page_loads
        return loads + self.reserve >= self.walker.budget or loads - start >= self.budget or self._acts > self.budget * ACTS

    def _rank_all(self, record: SearchRecord) -> None:
        for stand in self.walker.known if self.only_from is None else self.only_from:
            if stand.key not in self._ranked:
                self._ranked[stand.key] = _inherit(self.rank(stand), self._pull.get(stand.key, 0.0))
                _note(record, stand, self._ranked[stand.key])

    def _next(self) -> Candidate | Ending:
        """The strongest open candidate, or how the quest ends without one."""
        every = [one for many in self._ranked.values() for one in many]
        if best := self._best(one for one in every if one.reasons[0][0] not in WEAK):
            return best
        if not self.thorough and self._trade_listed():
            return "listed"
        return self._best(every) or self._best(self._unknown_entries(), least=0.0) or "exhausted"

    def _trade_listed(self) -> bool:
        """Whether the list of the goal's trade was seen: several other errands of it together, the home page aside."""
        counts = (
            sum(one.reasons[0][0] in TRADE for one in many) for many in self._ranked.values() if many and many[0].stand.clicks
        )
        return max(counts, default=0) >= ENOUGH_TRADE

    def _unknown_entries(self) -> list[Candidate]:
        if self.unknown is None:
            return []
        found = [one for stand in self.walker.known for one in _inherit(self.unknown(stand), self._pull.get(stand.key, 0.0))]
        return [one for one in found if not self._is_known(one.link)]

    def _is_known(self, link: Link) -> bool:
        led = any(words == link.text and href == link.href for _key, words, href in (*self.walker.edges, *self.barren))
        return led or (bool(link.href) and address_key(link.href) in self.walker.stands)

    def _best(self, candidates: Iterable[Candidate], *, least: float | None = None) -> Candidate | None:
        """The strongest link not yet followed; of equals, the one nearest to the home page, then in document order."""
        threshold = weights()["threshold"] if least is None else least
        open_ones = [
            one for one in candidates
            if one.score >= threshold and self._mark(one) not in self._followed
            and (one.link.href or one.link.text not in one.stand.path[-1:])
            and (one.stand.key, one.link.text, one.link.href) not in self.barren
        ]  # fmt: skip
        return max(open_ones, key=lambda one: (one.score, -one.stand.clicks, -one.link.node.index), default=None)

    async def follow(self, best: Candidate, outcome: Outcome) -> Stand | None:
        """Where a candidate leads, noted with its reasons; None for nowhere."""
        link = best.link
        choice = Choice(best.stand.key, link.text, link.href, round(best.score, 1), list(best.reasons))
        outcome.record.choices.append(choice)
        if link.href and not self.walker.allowed(link.href):
            outcome.off_site.append(link.href)
            choice.ending = "off site"
            return None
        stand = self._led_before(best)
        if stand is None:
            self._acts += 1
            stand = await self.walker.follow(best.stand, link)
        if stand is None:
            choice.ending = "nothing happened"
            self.barren.add((best.stand.key, link.text, link.href))
            return None
        choice.to = stand.key
        self.walker.edges[(best.stand.key, link.text, link.href)] = stand.key
        return stand

    def _led_before(self, candidate: Candidate) -> Stand | None:
        """Where the same address or the same words without one led before, from whatever page."""
        link = candidate.link
        if link.href:
            return self.walker.stands.get(address_key(link.href))
        if any(self.lexicon.is_one_of(link.text, *path) for path in OF_THEIR_PAGE):
            return None
        led = next((to for (_key, words, href), to in self.walker.edges.items() if words == link.text and not href), "")
        return self.walker.stands.get(led)

    def _accepted(self, stand: Stand, outcome: Outcome) -> bool:
        verdict, choice = self.judge(stand), outcome.record.choices[-1]
        choice.sum, choice.least = round(verdict.score, 1), verdict.threshold
        choice.signs = [(sign.name, round(added, 1), sign.words) for sign, added in verdict.signs if added]
        if verdict.holds:
            outcome.stand, outcome.record.ending, outcome.record.found = stand, "found", stand.key
            _note(outcome.record, stand, [])
        return verdict.holds

    def _arrived(self, stand: Stand, best: Candidate) -> None:
        self._pull[stand.key] = max(best.score, self._pull.get(stand.key, 0.0))
        self._ranked.pop(stand.key, None)
        if self.only_from is not None and stand not in self.only_from:
            self.only_from.append(stand)

    def _mark(self, candidate: Candidate) -> str:
        """Links to one address are one candidate, whatever page shows them; so are pressables of the same words.

        A "guide" link that is repeated row by row is told by its row, a next page by the page that it follows.
        """
        link = candidate.link
        if link.href:
            return address_key(link.href)
        if self.lexicon.is_one_of(link.text, "guide_link"):
            row = next((node for node in link.node.above() if node.tag in ROW_TAGS), link.node)
            return f"{link.text} {candidate.stand.page.text_of(row)[:LONGEST_ROW]}"
        if any(self.lexicon.is_one_of(link.text, *path) for path in OF_THEIR_PAGE):
            return f"{candidate.stand.key} {link.text} {link.node.index}"
        return link.text


def _note(record: SearchRecord, stand: Stand, candidates: list[Candidate]) -> None:
    """Write a page and its candidates down."""
    best = sorted(candidates, key=lambda one: -one.score)[:MOST_CANDIDATES]
    told = [(one.link.text, round(one.score, 1), list(one.reasons)) for one in best]
    weaker, page = len(candidates) - len(told), stand.page
    record.stops.setdefault(stand.key, Stop(stand.key, stand.url, page.title, stand.clicks, stand.snapshot, told, weaker))


def _inherit(candidates: list[Candidate], pull: float) -> list[Candidate]:
    """The entries of a page gain a little by what pulled the shopper to it: a trade's departments before other trades.

    The next page of a list pulls nearly as strongly as the list did.
    """
    table = weights()["inherit"]
    gain, onward = min(table["share"] * max(pull, 0.0), table["most"]), table["pager"] * pull
    return [
        replace(one, score=max(one.score, onward) if one.reasons[0][0] == "next page" else one.score + gain) for one in candidates
    ]
