"""Goal-directed search over a portal: guides and sections, sharing what was discovered between goals.

The number of clicks is the shortest way over the graph of everything discovered, not the way the search happened to take.
"""

from __future__ import annotations

from anfang.shopper.graph import clicks_to
from anfang.shopper.guidepage import judge_guide
from anfang.shopper.lexicon import Lexicon
from anfang.shopper.quest import Judge, Outcome, Quest
from anfang.shopper.ranking import Candidate, guide_candidates, section_candidates, unknown_entries
from anfang.shopper.search_record import SearchRecord
from anfang.shopper.verdict import Sign, Verdict, weigh, weights
from anfang.shopper.walker import Stand, Walker

MOST_SHORTCUTS = 2
SURELY_SHORT = 2


class Wayfinder:
    """Searches over one walker's portal."""

    def __init__(self, walker: Walker, lexicon: Lexicon, home: Stand) -> None:
        self.walker = walker
        self.lexicon = lexicon
        self.home = home
        self._barren: set[tuple[str, str, str]] = set()

    async def guide(
        self, step: str, target: Stand | None = None, *, thorough: bool = False, clues: tuple[str, ...] = ()
    ) -> Outcome:
        """The step's guide by links alone.

        target: known to be the guide, from a hint or the site search; clues: words that it says of itself (its department,
        its breadcrumb), which name the entries that lead to it.
        """

        def judge(stand: Stand) -> Verdict:
            if stand.off_site:
                return weigh(weights()["guide"], [Sign("off site", 1, stand.off_site)])
            if target is not None and same_guide(stand, target):
                return weigh(weights()["guide"], [Sign("known to be it", 1, target.url)])
            pressed = stand.path[-1] if stand.path else ""
            return judge_guide(stand.page, step, self.lexicon, self.home.page, pressed)

        quest = Quest(
            self.walker, self.lexicon, f"guide:{step}",
            lambda stand: guide_candidates(stand, step, self.lexicon, self.home, clues), judge,
            weights()["budget"]["goal"], self._barren,
            unknown=lambda stand: unknown_entries(stand, step, self.lexicon, self.home), thorough=thorough,
            reserve=weights()["budget"]["reserve"],
        )  # fmt: skip
        return await quest.run()

    async def section(self, name: str, judge: Judge) -> Outcome:
        """A section of the portal (consult, complaint, status, login, scenario)."""
        quest = Quest(
            self.walker, self.lexicon, f"section:{name}", lambda stand: section_candidates(stand, name, self.lexicon), judge,
            weights()["budget"]["section"], self._barren, only_from=[self.home],
        )  # fmt: skip
        return await quest.run()

    async def shorten(self, goal: Stand) -> None:
        """Follow the menu entries of the home page that were not needed to find the goal, but may lead there sooner."""
        quest = Quest(self.walker, self.lexicon, "", lambda _stand: [], lambda _stand: Verdict(0, 1, ()), 0, self._barren)
        for one in self._untried_menu()[:MOST_SHORTCUTS]:
            if self.clicks_to(goal)[0] <= SURELY_SHORT or self.walker.spent:
                return
            await quest.follow(one, Outcome(goal, SearchRecord("")))

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


def same_guide(stand: Stand, target: Stand) -> bool:
    """Whether two stands show the same page: one address, or one text under one title."""
    if stand.page.key == target.page.key and not stand.presses:
        return True
    return stand.page.title == target.page.title and stand.page.text == target.page.text
