"""What was discovered of a portal as a graph: the fewest clicks from the home page to a stand, over everything known."""

from __future__ import annotations

from collections import deque

from anfang.shopper.lexicon import Lexicon
from anfang.shopper.page import address_key
from anfang.shopper.walker import Stand, Walker

OF_THEIR_PAGE = (("guide_link",), ("actions", "pager"), ("actions", "more"))
"""Words that mean another thing on every page."""


def clicks_to(goal: Stand, home: Stand, walker: Walker, lexicon: Lexicon) -> tuple[int, tuple[str, ...]]:
    """The fewest clicks and the words pressed; as walked, where no shorter way is known."""
    queue: deque[tuple[str, tuple[str, ...]]] = deque([(home.key, ())])
    wanted, seen = {goal.key, address_key(goal.page.url), *_aliases(goal, walker)}, {home.key}
    while queue:
        key, path = queue.popleft()
        if key in wanted:
            return len(path), path
        stand = walker.stands.get(key)
        for words, to in _ways(stand, walker, lexicon) if stand is not None and not stand.by_search else ():
            if to not in seen:
                seen.add(to)
                queue.append((to, (*path, words)))
    return goal.clicks, goal.path


def _aliases(goal: Stand, walker: Walker) -> set[str]:
    """Addresses that led to the goal by redirection."""
    return {key for key, stand in walker.stands.items() if stand is goal or stand.key == goal.key}


def _ways(stand: Stand, walker: Walker, lexicon: Lexicon) -> list[tuple[str, str]]:
    """(words, key) of every way on from a stand.

    An entry without an address leads where the same words led from another page: menus are told by their target.
    """
    ways = [(link.text, address_key(link.href)) for link in stand.page.links if link.href]
    led = {words: to for (_key, words, href), to in walker.edges.items() if not href}
    for link in stand.page.links:
        own = any(lexicon.is_one_of(link.text, *path) for path in OF_THEIR_PAGE)
        if not link.href and link.text in led and not own:
            ways.append((link.text, led[link.text]))
    pressed = [(words, to) for (key, words, _href), to in walker.edges.items() if key == stand.key]
    return [*ways, *pressed]
