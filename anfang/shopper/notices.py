"""Layers that cover a page (notices, cookie banners, "I have read this"): closed as a citizen closes them; no click of the way."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from anfang.shopper.lexicon import Lexicon
from anfang.shopper.page import Link, Page
from anfang.shopper.walker import Stand

if TYPE_CHECKING:
    from anfang.shopper.shopper import Shopper

MOST_NOTICES = 3
SURELY_AGREES = 6
"""Characters from which a link's words do not merely close a window."""
COUNTDOWN = re.compile(r"\s*[(（]\s*\d+\s*(?:s|秒)?\s*[)）]\s*$|\s*\d+\s*(?:s|秒)$", re.I)


def closer(page: Page, lexicon: Lexicon) -> Link | None:
    """What closes a floating layer of the page."""
    floating = (link for link in page.links if link.shown and link.node.floating)
    return next((link for link in floating if closes(link.text, lexicon)), None)


def closes(text: str, lexicon: Lexicon) -> bool:
    """Whether a button's words close or agree, a count of seconds aside: 我已知晓，继续（5）."""
    words = COUNTDOWN.sub("", text)
    return any(lexicon.is_one_of(part, "actions", "close") for part in (words, *re.split(r"[,，、]", words)) if part)


def agreement(page: Page, lexicon: Lexicon) -> Link | None:
    """The button of a text that must be read before a page shows what it is for."""
    shown = (link for link in page.links if link.shown and (link.node.tag != "a" or len(link.text) >= SURELY_AGREES))
    return next((link for link in shown if len(link.text) > 1 and closes(link.text, lexicon)), None)


async def close_notices(shopper: Shopper, stand: Stand) -> Stand:
    """Close what floats over the page where the shopper stands; a button that counts down is waited for."""
    walker = shopper.walker
    for _notice in range(MOST_NOTICES):
        link = closer(stand.page, shopper.trail.lexicon)
        if link is None:
            return stand
        await walker.tab.enabled(link.node)
        if not await walker.tab.press(link.node):
            return stand
        seen = await walker.see()
        if seen.page.key != stand.page.key or seen.page.text == stand.page.text:
            return stand
        known = {"url": stand.url, "errors": stand.errors, "status": stand.status, "path": stand.path, "clicks": stand.clicks}
        stand = walker.adopt(replace(seen, presses=stand.presses, **known))
    return stand
