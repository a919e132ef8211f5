"""The portal-wide errands: notices closed, sections found, the progress query asked."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from anfang.shopper.kinds import kind_of, own_fields, own_lines
from anfang.shopper.lexicon import Lexicon
from anfang.shopper.page import Link, Node, Page, fold
from anfang.shopper.values import step_names
from anfang.shopper.walker import Stand

if TYPE_CHECKING:
    from anfang.shopper.shopper import Shopper

WRONG_NUMBER = "0000000000"
NUMBER = re.compile(r"(?<![A-Za-z0-9])([A-Z]{0,6}-?\d[A-Z0-9-]{5,24}\d)(?![A-Za-z0-9])", re.I)
MOST_NOTICES = 3


async def close_notices(shopper: Shopper, stand: Stand) -> Stand:
    """Close layers that float over the home page; closing is no click of the way."""
    lexicon = shopper.trail.lexicon
    for _notice in range(MOST_NOTICES):
        closer = next(
            (link for link in stand.page.links if link.shown and link.node.floating and lexicon.is_one_of(link.text, "actions", "close")),
            None,
        )
        if closer is None or not await shopper.walker.tab.press(closer.node):
            return stand
        seen = await shopper.walker.see()
        if seen.page.key != stand.page.key or seen.page.text == stand.page.text:
            return stand
        stand = shopper.walker.adopt(replace(seen, url=stand.url, errors=stand.errors, status=stand.status))
    return stand


async def section(shopper: Shopper, name: str) -> None:
    """Find a section and keep a look at it under its name; off-site addresses and exhausted budgets are told."""
    walker = shopper.walker
    outcome = await shopper.finder.section(name, lambda stand: _is_section(shopper, name, stand))
    shopper.tried[name] = outcome
    if outcome.stand is None:
        if outcome.off_site:
            shopper.trail.unknown[name] = f"off_site:{outcome.off_site[0].split('/')[2]}"
        elif not outcome.exhausted:
            shopper.trail.unknown[name] = "the search ran out of its budget"
        return
    stand = outcome.stand
    if name in ("consult", "complaint"):
        stand = await _to_the_form(shopper, name, stand)
    if stand.off_site:
        shopper.trail.unknown[name] = stand.off_site
        return
    if name == "scenario" and walker.known:
        await _answer_wizard(shopper, stand)
        return
    shopper.look(name, stand, label=stand.path[-1] if stand.path else "")


def _is_section(shopper: Shopper, name: str, stand: Stand) -> bool:
    """Whether a page reached by a section's words is that section."""
    lexicon, home = shopper.trail.lexicon, shopper.home_stand.page
    kind = kind_of(stand.page, home, lexicon, status=stand.status, failure=stand.failure, dialogs=stand.dialogs).kind
    words = stand.path[-1] if stand.path else ""
    if name == "scenario":
        told = lexicon.has(" ".join([words, stand.page.title, *(text for _node, text in stand.page.headings[:5])]), "actions", "scenario")
        own = "\n".join(own_lines(stand.page, home))
        return bool(told) and kind == "other" and (bool(step_names(own, lexicon, shopper.steps)) or _asks(stand.page, lexicon))
    if lexicon.is_one_of(words, "section_hubs", name) and not lexicon.is_one_of(words, "actions", name):
        return False
    if kind in ("form", "login", "app_only", "gone", "failed"):
        return True
    if name in ("consult", "complaint"):
        return bool(_onward(shopper, name, stand))
    return name == "login" or bool(_query_fields(stand.page, home, lexicon))


def _query_fields(page: Page, home: Page, lexicon: Lexicon) -> list[Node]:
    """The fields of a progress query: the page's own ones, and those that ask for a case number though the home page has them too."""
    own = own_fields(page, home)
    return [node for node in page.fields if node.tag == "input" and (node in own or lexicon.has(page.name_of_field(node), "status_number"))]


def _onward(shopper: Shopper, name: str, stand: Stand) -> Link | None:
    """The button that opens the form from the section's own page (a list of past messages, a notice to be read)."""
    lexicon = shopper.trail.lexicon
    home = {(link.text, link.href) for link in shopper.home_stand.page.links}
    own = [link for link in stand.page.links if link.shown and (link.text, link.href) not in home]
    return next((link for link in own if lexicon.has(link.text, "actions", name) and len(link.text) <= 12), None)


async def _to_the_form(shopper: Shopper, name: str, stand: Stand) -> Stand:
    """From the section's page to its form, one press further where the page is no form itself."""
    lexicon, home = shopper.trail.lexicon, shopper.home_stand.page
    if kind_of(stand.page, home, lexicon, status=stand.status, failure=stand.failure, dialogs=stand.dialogs).kind != "other":
        return stand
    link = _onward(shopper, name, stand)
    if link is None or (link.href and not shopper.walker.allowed(link.href)):
        return stand
    return await shopper.walker.follow(stand, link) or stand


def _asks(page: Page, lexicon: Lexicon) -> bool:
    """Whether a page asks a question with options to choose from."""
    asked = any(re.search(r"[?？]", line) and lexicon.has(line, "wizard") for line in page.text.split("\n"))
    return asked and len(_options(page)) >= 2


def _options(page: Page) -> list[Link | Node]:
    """Radio buttons, else short pressables without an address (answers to choose)."""
    radios: list[Link | Node] = [node for node in page.nodes if node.tag == "input" and node.attributes.get("type") == "radio"]
    return radios or [link for link in page.links if link.shown and not link.href and 0 < len(link.text) <= 20]


async def _answer_wizard(shopper: Shopper, stand: Stand) -> None:
    """Look at the scenario page; where it asks a question, answer the first one and look again."""
    lexicon = shopper.trail.lexicon
    shopper.look("scenario", stand, label=stand.path[-1] if stand.path else "")
    if not _asks(stand.page, lexicon):
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


async def ask_status(shopper: Shopper) -> None:
    """Type the sample number that the page shows, else a wrong one, and look at the answer."""
    look, lexicon = shopper.trail.first("status"), shopper.trail.lexicon
    stand = next((one for one in shopper.walker.known if look and one.page is look.page), None)
    if look is None or stand is None:
        return
    home = shopper.home_stand.page
    page = await shopper.walker.stand_again(stand)
    fields = _query_fields(page, home, lexicon) if page else []
    if page is None or not fields:
        return
    sample = sample_number(page, lexicon)
    shopper.walker.moved()
    for node in _in_order(page, fields, lexicon)[:3]:
        await shopper.walker.tab.type(node, sample or WRONG_NUMBER)
    button = _ask_button(page, fields[0], home, lexicon)
    if button is not None:
        await shopper.walker.tab.press(button.node)
        await shopper.walker.tab.popups_done()
    else:
        await shopper.walker.tab.type(fields[0], sample or WRONG_NUMBER, enter=True)
    seen = await shopper.walker.see(stand.path)
    if shopper.walker.tab.happenings.popups:
        seen = await shopper.walker.open(shopper.walker.tab.happenings.popups[-1], path=stand.path)
    shopper.look("status_answer", seen, label=sample or WRONG_NUMBER, note="sample number" if sample else "wrong number")


def _in_order(page: Page, fields: list[Node], lexicon: Lexicon) -> list[Node]:
    """The number's field first."""
    return sorted(fields, key=lambda node: not lexicon.has(page.name_of_field(node), "status_number"))


def sample_number(page: Page, lexicon: Lexicon) -> str:
    """A case number that the page itself shows as an example, or ''."""
    lines = [*page.text.split("\n"), *(fold(node.attributes.get("placeholder", "")) for node in page.fields)]
    for line in lines:
        if lexicon.has(line, "status_sample") and (found := NUMBER.search(line)):
            return found.group(1)
    return ""


def _ask_button(page: Page, field: Node, home: Page, lexicon: Lexicon) -> Link | None:
    """The query button of the field's form, else the nearest one after the field; one that the home page lacks is preferred."""
    at_home = {(link.text, link.node.tag, link.node.attributes.get("id", "")) for link in home.links}
    form = field.inside("form")
    asking = [link for link in page.links if link.shown and lexicon.is_one_of(link.text, "actions", "ask_status")]

    def far(link: Link) -> tuple[bool, bool, bool, int]:
        elsewhere = form is not None and link.node.inside("form") is not form
        known = (link.text, link.node.tag, link.node.attributes.get("id", "")) in at_home
        return elsewhere, link.node.index < field.index, known, abs(link.node.index - field.index)

    return min(asking, key=far, default=None)
