"""The links of the home page and of the guides, asked for without the browser; what only a script can tell is opened in it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from anfang.shopper.fetch import fetch
from anfang.shopper.kinds import kind_of
from anfang.shopper.page import address_key
from anfang.shopper.trail import Fetched
from anfang.shopper.walker import Stand

if TYPE_CHECKING:
    from anfang.shopper.shopper import Shopper

MOST_LINKS = 200
MOST_BYTES = 400_000
MOST_OPENED = 25
"""Links that answer with the shell of a one-page script, opened in the browser to see what the script makes of them."""


async def check(shopper: Shopper) -> None:
    """Ask for every distinct link in document order. A shell that was not opened answered, and counts as it did."""
    allowed, gone = shopper.walker.allowed, shopper.trail.lexicon.words("gone")
    async with await shopper.http() as http:
        home = await fetch(http, shopper.home_stand.page.url, allowed, most=MOST_BYTES)
        asked = [await fetch(http, href, allowed, most=MOST_BYTES, gone=gone) for href in wanted(shopper) if allowed(href)]
    opened = 0
    for link in asked:
        if not _is_shell(link, home, shopper):
            shopper.trail.links.append(link)
            continue
        known = shopper.walker.stands.get(address_key(link.url))
        if known is None and opened < MOST_OPENED and not shopper.walker.spent:
            opened += 1
            known = await shopper.walker.route(link.url) or await shopper.walker.open(link.url)
        shopper.trail.links.append(replace(link, detected="gone") if known is not None and _is_gone(shopper, known) else link)


def _is_gone(shopper: Shopper, stand: Stand) -> bool:
    home = shopper.home_stand.page
    return kind_of(stand.page, home, shopper.trail.lexicon, status=stand.status, failure=stand.failure).kind == "gone"


def wanted(shopper: Shopper) -> list[str]:
    """The distinct addresses, each in the form in which it stands first."""
    looks = [*shopper.trail.all("home"), *shopper.trail.all("guide"), *shopper.trail.all("tab")]
    hrefs = dict.fromkeys(link.href.strip() for look in looks for link in look.page.links if link.href)
    keys = {address_key(href): href for href in reversed(hrefs)}
    return [href for href in hrefs if keys.get(address_key(href)) == href][:MOST_LINKS]


def _is_shell(link: Fetched, home: Fetched, shopper: Shopper) -> bool:
    """Whether a link answers with the very document of the home page, which a script then fills by the address."""
    same = bool(link.sha256) and link.sha256 == home.sha256
    return same and address_key(link.url) != address_key(shopper.home_stand.page.url)
