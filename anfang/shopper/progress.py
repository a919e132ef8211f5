"""The progress query: asked with the portal's own sample number, else with a wrong one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from anfang.shopper.kinds import own_fields
from anfang.shopper.lexicon import Lexicon
from anfang.shopper.page import Link, Node, Page, fold

if TYPE_CHECKING:
    from anfang.shopper.shopper import Shopper

WRONG_NUMBER = "0000000000"
LINES_OF_SAMPLE = 3
NUMBER = re.compile(r"(?<![A-Za-z0-9])([A-Z]{0,6}-?\d[A-Z0-9-]{5,24}\d)(?![A-Za-z0-9])", re.I)


def query_fields(page: Page, home: Page, lexicon: Lexicon) -> list[Node]:
    """The fields of a progress query: the page's own ones, and those that ask for a case number though the home page has them too."""
    own = own_fields(page, home)
    return [node for node in page.fields if node.tag == "input" and (node in own or lexicon.has(page.name_of_field(node), "status_number"))]


async def ask_status(shopper: Shopper) -> None:
    """Type the sample number that the page shows, else a wrong one, and look at the answer."""
    look, lexicon = shopper.trail.first("status"), shopper.trail.lexicon
    stand = next((one for one in shopper.walker.known if look and one.page is look.page), None)
    if look is None or stand is None:
        return
    home = shopper.home_stand.page
    page = await shopper.walker.stand_again(stand)
    fields = query_fields(page, home, lexicon) if page else []
    if page is None or not fields:
        return
    sample = sample_number(page, lexicon)
    shopper.walker.moved()
    for node in _in_order(page, fields, lexicon)[:3]:
        await shopper.walker.tab.type(node, sample_for(page, node, lexicon) or sample or WRONG_NUMBER)
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


def sample_for(page: Page, field: Node, lexicon: Lexicon) -> str:
    """What the page's example gives for one of several fields (示例：申报号 BJ13450734，查询码 123456), or ''."""
    name = re.escape(page.name_of_field(field).split(":")[0].split(" ")[0].strip(" *："))
    lines = page.text.split("\n")
    told = [at for at, line in enumerate(lines) if lexicon.has(line, "status_sample")]
    near = (line for at in told for line in lines[at : at + LINES_OF_SAMPLE])
    found = (re.search(rf"{name}\s*[:：为是]?\s*([A-Za-z0-9-]{{4,}})", line) for line in near if name)
    return next((match.group(1) for match in found if match), "")


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
