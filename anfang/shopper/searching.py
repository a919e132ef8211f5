"""The site search: its box among decoys, the question, and the rank of a result that leads to the guide."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import quote, quote_plus, unquote_plus

from anfang.shopper.guidepage import is_guide
from anfang.shopper.kinds import field_mark
from anfang.shopper.lexicon import Lexicon
from anfang.shopper.page import Link, Node, Page, address_key
from anfang.shopper.trail import Look, Way
from anfang.shopper.values import goal_match
from anfang.shopper.walker import SEARCHED, Stand

if TYPE_CHECKING:
    from anfang.shopper.shopper import Shopper

MOST_OPENED = 2
MOST_BOXES = 2


def search_boxes(page: Page, lexicon: Lexicon, hint: str = "") -> list[Node]:
    """Text boxes that may be the site search, the likeliest first; case-number boxes are no candidates. `hint`: words beside it."""
    scored: list[tuple[float, int, Node]] = []
    for node in page.fields:
        if node.tag != "input" or node.attributes.get("type", "text").lower() not in ("text", "search", ""):
            continue
        words = page.name_of_field(node)
        beside = " ".join(link.text for link in page.links if _beside(link, node))
        if lexicon.has(words, "status_number") and not lexicon.has(words, "actions", "search"):
            continue
        pull = 9.0 * bool(hint and hint in words) + 2.0 * bool(lexicon.has(words, "search_scope")) + bool(lexicon.has(words, "actions", "search"))
        pull += bool(lexicon.has(beside, "actions", "search")) + (node.attributes.get("type") == "search")
        pull -= 3.0 * bool(lexicon.has(words, "search_decoys"))
        scored.append((-pull, node.index, node))
    return [node for _pull, _index, node in sorted(scored, key=lambda one: one[:2])]


def _beside(link: Link, node: Node) -> bool:
    """Whether a button stands to the right of a box, on its line."""
    if not (link.shown and link.node.box and node.box):
        return False
    gap = link.node.box[0] - (node.box[0] + node.box[2])
    return -20 <= gap <= 160 and abs(link.node.box[1] - node.box[1]) <= 30


async def ask(shopper: Shopper, step: str, query: str) -> None:
    """Ask for the query; the trail keeps the rank of the first result that leads to the step's guide, or None."""
    found = await _results(shopper, query)
    if found is None:
        shopper.trail.asked[step] = {"query": query, "rank": None, "note": "no search box that answers"}
        return
    look = shopper.look("search", found, step=step, label=query)
    rank = await _rank(shopper, step, look, found)
    shopper.trail.asked[step] = {"query": query, "rank": rank}
    way = shopper.trail.ways.get(step)
    if rank is not None and way is not None and way.hinted:
        shopper.trail.ways[step] = replace(way, searched=True)


async def _results(shopper: Shopper, query: str) -> Stand | None:
    """The page that answers a query: by the address an earlier answer had, else by typing on the home page."""
    pattern = next((look for look in shopper.trail.all("search") if _asked_by_address(look)), None)
    if pattern is not None:
        url = _other_query(pattern.page.url, pattern.label, query)
        return await shopper.walker.open(url, path=SEARCHED)
    if shopper.trail.unknown.get("search"):
        return None
    page = _with_site_search(shopper) or await shopper.walker.stand_again(shopper.home_stand)
    for box in search_boxes(page, shopper.trail.lexicon, shopper.hints.search_box)[:MOST_BOXES] if page else []:
        answer = await _type_query(shopper, page, box, query) if page else None
        if answer is not None:
            return answer
    shopper.trail.unknown["search"] = "no box on the home page answers a query"
    return None


def _with_site_search(shopper: Shopper) -> Page | None:
    """The page that is open now, where it has the home page's search box too (then home need not be loaded again)."""
    page, home = shopper.walker.page_now, shopper.home_stand.page
    at_home = {field_mark(box) for box in search_boxes(home, shopper.trail.lexicon)}
    same = page is not None and any(field_mark(box) in at_home for box in search_boxes(page, shopper.trail.lexicon)[:1])
    return page if same else None


async def _type_query(shopper: Shopper, page: Page, box: Node, query: str) -> Stand | None:
    """Type into a box and send it by the Enter key, else by the button beside it; None where nothing changes.

    Of several buttons, the one that says services is meant, whatever the Enter key does.
    """
    buttons = [link for link in page.links if _beside(link, box)]
    scoped = [link for link in buttons if shopper.trail.lexicon.has(link.text, "search_scope")] if len(buttons) > 1 else []
    button = next(iter([*scoped, *buttons]), None)
    shopper.walker.moved()
    await shopper.walker.tab.type(box, query, enter=not scoped)
    seen = None if scoped else await _changed(shopper, page)
    if seen is None and button is not None:
        await shopper.walker.tab.press(button.node)
        seen = await _changed(shopper, page)
    return seen


async def _changed(shopper: Shopper, before: Page) -> Stand | None:
    await shopper.walker.tab.popups_done()
    if shopper.walker.tab.happenings.popups:
        return await shopper.walker.open(shopper.walker.tab.happenings.popups[-1], path=SEARCHED)
    seen = await shopper.walker.see(SEARCHED)
    moved = address_key(seen.page.url) != address_key(before.url)
    return seen if moved or seen.page.text != before.text else None


def _asked_by_address(look: Look) -> bool:
    return look.label in unquote_plus(look.page.url)


def _other_query(url: str, old: str, new: str) -> str:
    for form in (quote(old), quote_plus(old), quote(old, safe=""), old):
        if form in url:
            return url.replace(form, quote(new))
    return unquote_plus(url).replace(old, new)


async def _rank(shopper: Shopper, step: str, look: Look, results: Stand) -> int | None:
    """The place among the results of the first one that leads to the step's guide: by its address, else by where it leads."""
    guide, named = shopper.trail.first("guide", step), result_links(shopper, look.page, step)
    target = address_key(guide.page.url) if guide else None
    for link in named:
        if target is not None and address_key(link.href) == target:
            return place(look.page, link)
    for link in named[:MOST_OPENED]:
        if await _opens_guide(shopper, step, results, link):
            return place(look.page, link)
    return None


def result_links(shopper: Shopper, page: Page, step: str) -> list[Link]:
    """The links of a result page that name the step, news aside."""
    home = {(link.text, link.href) for link in shopper.home_stand.page.links}
    return [
        link for link in page.links
        if link.shown and (link.text, link.href) not in home and goal_match(link.text, step, shopper.trail.lexicon)
    ]  # fmt: skip


async def _opens_guide(shopper: Shopper, step: str, results: Stand, link: Link) -> bool:
    if link.href and not shopper.walker.allowed(link.href):
        return False
    reached = await shopper.walker.follow(results, link)
    lexicon, home = shopper.trail.lexicon, shopper.home_stand.page
    if reached is None or not is_guide(reached.page, step, lexicon, home, link.text):
        return False
    known = shopper.trail.first("guide", step)
    if known is not None:
        return address_key(known.page.url) == address_key(reached.page.url) or known.page.title == reached.page.title
    way = shopper.trail.ways.get(step)
    looked = way.looked if way else ()
    shopper.trail.ways[step] = Way(None, False, searched=True, exhausted=way.exhausted if way else True, looked=looked)
    shopper.look("guide", await shopper.walker.picture(reached), step=step, note="found by the site search")
    return True


def place(page: Page, link: Link) -> int:
    """The place of a result among its like: rows under one parent that hold a link."""
    node = link.node
    while node.parent is not None and node.parent.tag != "body":
        rows = [row for row in node.parent.children if row.tag == node.tag and _holds_link(page, row)]
        if len(rows) >= 2 and node in rows:
            return rows.index(node) + 1
        node = node.parent
    return 1


def _holds_link(page: Page, row: Node) -> bool:
    return any(child.pressable and page.text_of(child) for child in row.walk())
