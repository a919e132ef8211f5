"""The life-event service (企业开办一件事): a page that names steps, or a wizard that asks; its first question is answered."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from anfang.shopper.lexicon import Lexicon
from anfang.shopper.page import Link, Node, Page
from anfang.shopper.walker import Stand

if TYPE_CHECKING:
    from anfang.shopper.shopper import Shopper


def asks(page: Page, lexicon: Lexicon) -> bool:
    """Whether a page asks a question with options to choose from."""
    asked = any(re.search(r"[?？]", line) and lexicon.has(line, "wizard") for line in page.text.split("\n"))
    return asked and len(_options(page)) >= 2


def _options(page: Page) -> list[Link | Node]:
    """Radio buttons, else short pressables without an address (answers to choose)."""
    radios: list[Link | Node] = [node for node in page.nodes if node.tag == "input" and node.attributes.get("type") == "radio"]
    return radios or [link for link in page.links if link.shown and not link.href and 0 < len(link.text) <= 20]


async def answer_wizard(shopper: Shopper, stand: Stand) -> None:
    """Look at the scenario page; where it asks a question, answer the first one and look again."""
    lexicon = shopper.trail.lexicon
    shopper.look("scenario", stand, label=stand.path[-1] if stand.path else "")
    if not asks(stand.page, lexicon):
        return
    page = await shopper.walker.stand_again(stand)
    if page is None:
        return
    home = {(link.text, link.href) for link in shopper.home_stand.page.links}
    options = [one for one in _options(page) if isinstance(one, Node) or (one.text, one.href) not in home]
    shopper.walker.moved()
    for option in options[:1]:
        node = option if isinstance(option, Node) else option.node
        await shopper.walker.tab.press(node)
        await shopper.walker.tab.popups_done()
        seen = await shopper.walker.see(stand.path)
        onward = next((link for link in seen.page.links if link.shown and lexicon.is_one_of(link.text, "actions", "next")), None)
        if isinstance(option, Node) and onward is not None:
            await shopper.walker.tab.press(onward.node)
            seen = await shopper.walker.see(stand.path)
        shopper.look("scenario_answer", seen, label="first answer")
