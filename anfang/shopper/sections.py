"""The portal-wide sections: consultation, complaint, progress query, sign-in, life-event service."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from anfang.shopper.kinds import Seen, kind_of, own_lines
from anfang.shopper.notices import agreement, close_notices
from anfang.shopper.page import Link
from anfang.shopper.progress import query_fields
from anfang.shopper.values import step_names
from anfang.shopper.verdict import Sign, Verdict, weigh, weights
from anfang.shopper.walker import Stand
from anfang.shopper.wizard import answer_wizard, asks

if TYPE_CHECKING:
    from anfang.shopper.shopper import Shopper

ANSWERS = ("form", "login", "app_only", "gone", "failed")
"""Kinds of pages that settle what a section is."""
MOST_HOPS = 2


async def find(shopper: Shopper, name: str) -> None:
    """Find a section and keep a look at it under its name; off-site addresses and exhausted budgets are told."""
    if (hinted := await shopper.hinted(shopper.hints.sections.get(name, ""))) is not None:
        shopper.look(name, hinted, note="found by hint")
        return
    outcome = await shopper.finder.section(name, lambda stand: judge_section(shopper, name, stand))
    shopper.keep_search(outcome)
    if outcome.stand is None:
        if outcome.off_site:
            shopper.trail.unknown[name] = f"off_site:{urlsplit(outcome.off_site[0]).netloc}"
        elif not outcome.exhausted:
            shopper.trail.unknown[name] = "the search ran out of its budget"
        shopper.trail.places[name] = outcome.looked
        return
    stand = outcome.stand
    if name in ("consult", "complaint"):
        stand = await _to_the_form(shopper, name, stand)
    if stand.off_site:
        shopper.trail.unknown[name] = stand.off_site
        return
    if name == "scenario":
        await answer_wizard(shopper, stand)
        return
    shopper.look(name, stand, label=stand.path[-1] if stand.path else "")


def judge_section(shopper: Shopper, name: str, stand: Stand) -> Verdict:
    """Whether a page reached by a section's words is that section."""
    return weigh(weights()["section"], _signs(shopper, name, stand))


def _signs(shopper: Shopper, name: str, stand: Stand) -> Iterator[Sign]:
    lexicon, home = shopper.trail.lexicon, shopper.home_stand.page
    words, seen = stand.path[-1] if stand.path else "", _kind(shopper, stand)
    if lexicon.is_one_of(words, "section_hubs", name) and not lexicon.is_one_of(words, "actions", name):
        yield Sign("only a menu word", 1, words)
    if name == "scenario":
        yield from _scenario_signs(shopper, stand, words, seen)
        return
    if seen.kind in ANSWERS:
        yield Sign("kind", 1, f"{seen.kind}: {seen.words}")
    if name == "login":
        yield Sign("entry to sign in", 1, words)
    if name in ("consult", "complaint") and (link := _onward(shopper, name, stand)):
        yield Sign("entry to the form", 1, link.text)
    elif name in ("consult", "complaint") and lexicon.is_one_of(words, "actions", name) and (link := agreement(stand.page, lexicon)):
        yield Sign("notice to be read", 1, link.text)
    if name == "status" and query_fields(stand.page, home, lexicon):
        yield Sign("query field", 1)


def _scenario_signs(shopper: Shopper, stand: Stand, words: str, seen: Seen) -> Iterator[Sign]:
    lexicon = shopper.trail.lexicon
    heads = " ".join([words, stand.page.title, *(text for _node, text in stand.page.headings[:5])])
    if word := lexicon.has(heads, "actions", "scenario"):
        yield Sign("life event", 1, word)
    if named := step_names("\n".join(own_lines(stand.page, shopper.home_stand.page)), lexicon, shopper.steps):
        yield Sign("names steps", 1, ", ".join(named))
    elif asks(stand.page, lexicon):
        yield Sign("asks", 1)
    if seen.kind != "other":
        yield Sign("no page to read", 1, seen.kind)


def _kind(shopper: Shopper, stand: Stand) -> Seen:
    home = shopper.home_stand.page
    return kind_of(stand.page, home, shopper.trail.lexicon, status=stand.status, failure=stand.failure, dialogs=stand.dialogs)


def _onward(shopper: Shopper, name: str, stand: Stand) -> Link | None:
    """The button that opens the form from the section's own page (a list of past messages, a notice to be read)."""
    lexicon = shopper.trail.lexicon
    home = {(link.text, link.href) for link in shopper.home_stand.page.links}
    own = [link for link in stand.page.links if link.shown and (link.text, link.href) not in home]
    return next((link for link in own if lexicon.has(link.text, "actions", name) and len(link.text) <= 12), None)


async def _to_the_form(shopper: Shopper, name: str, stand: Stand) -> Stand:
    """From the section's page to its form: what must be read is closed, then its entry pressed, while the page is no form itself."""
    for _hop in range(MOST_HOPS):
        if _kind(shopper, stand).kind != "other":
            return stand
        if shopper.walker.stands_at(stand):
            stand = await close_notices(shopper, stand)
        if (button := agreement(stand.page, shopper.trail.lexicon)) is not None:
            await shopper.walker.tab.enabled(button.node)
        link = button or _onward(shopper, name, stand)
        if link is None or (link.href and not shopper.walker.allowed(link.href)):
            return stand
        reached = await shopper.walker.follow(stand, link)
        if reached is None or reached is stand:
            return stand
        stand = reached
    return stand
