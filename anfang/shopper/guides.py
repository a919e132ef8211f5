"""Standing on a guide: open its tabs, fetch its forms, see its questions, press its application button."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from anfang.shopper.entries import opens_in_place
from anfang.shopper.fetch import fetch
from anfang.shopper.guidepage import crumbs
from anfang.shopper.kinds import kind_of
from anfang.shopper.lexicon import Lexicon
from anfang.shopper.page import HEADINGS, Link, Page, address_key
from anfang.shopper.reading import FormLink, is_faq, read_guide
from anfang.shopper.trail import Fetched, Look, Trail
from anfang.shopper.walker import Stand, twin

if TYPE_CHECKING:
    from anfang.shopper.shopper import Shopper

MOST_TABS = 10
LEAST_TABS = 2
LONGEST_TAB = 30
MOST_FORMS = 3


def stand_of(shopper: Shopper, look: Look) -> Stand | None:
    """The stand at which a look was taken, else the one at its address."""
    taken = next((stand for stand in shopper.walker.known if stand.page is look.page), None)
    return taken or shopper.walker.stands.get(look.page.key)


SHORTEST_CLUE = 3
LONGEST_BUTTON = 12
MOST_GROUPS = 6


def clues(trail: Trail, step: str) -> tuple[str, ...]:
    """What a guide says of where it belongs: its department and the entries of its breadcrumb, words of any guide aside."""
    reading = read_guide(trail, step)
    if reading is None:
        return ()
    said = [part for part in re.split(r"[\s、，,；;/]", reading.text("authority") or "") if part]
    city = trail.city.name.rstrip("市县区")
    names = [re.sub(rf"^{re.escape(city)}(?:市|县|区)?", "", name) for name in said]
    names += crumbs(reading.base.page, trail.lexicon)[1:-1]
    general = {*trail.lexicon.words("guide_link"), *trail.lexicon.weights("hubs")}
    return tuple(dict.fromkeys(name for name in names if SHORTEST_CLUE <= len(name) <= LONGEST_TAB and name not in general))


async def read(shopper: Shopper, step: str) -> None:
    """Everything a guide shows, hidden parts included."""
    guide = shopper.trail.first("guide", step)
    stand = stand_of(shopper, guide) if guide else None
    if guide is None or stand is None:
        return
    await _open_tabs(shopper, step, guide, stand)
    await _fetch_forms(shopper, step, stand)
    await _see_questions(shopper, step, guide, stand)


def own_links(shopper: Shopper, page: Page) -> list[Link]:
    """The links of a page that the home page does not have."""
    home = {(link.text, link.href) for link in shopper.home_stand.page.links}
    return [link for link in page.links if (link.text, link.href) not in home]


def _tabs(shopper: Shopper, page: Page) -> list[Link]:
    """What may be opened in place: pressables without an address whose words promise a part of the guide."""
    lexicon = shopper.trail.lexicon
    here = [
        link for link in own_links(shopper, page)
        if link.shown and 0 < len(link.text) <= LONGEST_TAB and not _leads_away(link, page)
    ]  # fmt: skip
    promising = [link for link in here if _promises(link.text, lexicon)]
    strips = {id(link.node.parent) for link in promising if lexicon.label(link.text)}
    strips = {strip for strip in strips if sum(id(link.node.parent) == strip for link in promising) >= LEAST_TABS}
    wanted = [link for link in here if link in promising or id(link.node.parent) in strips]
    return list({link.text: link for link in reversed(wanted)}.values())[::-1][:MOST_TABS]


def _promises(text: str, lexicon: Lexicon) -> bool:
    """Whether the words promise a part of the guide; what stands in one strip with two such is opened as well."""
    return bool(lexicon.label(text)) or lexicon.is_one_of(text, "sections") or lexicon.is_one_of(text, "expand")


def _leads_away(link: Link, page: Page) -> bool:
    """Whether a link's address is another page than the one it stands on."""
    return (bool(link.href) and address_key(link.href.split("#")[0]) != address_key(page.url.split("#")[0])) or "#/" in link.href


async def _open_tabs(shopper: Shopper, step: str, guide: Look, stand: Stand) -> None:
    tabs = _tabs(shopper, guide.page)
    if not tabs:
        return
    page = await shopper.walker.stand_again(stand)
    shopper.walker.moved()
    for tab in tabs:
        link = twin(page, tab) if page else None
        if page is None or link is None:
            return
        seen = await shopper.walker.press_here(page, link)
        if seen is None:
            continue
        if address_key(seen.page.url.split("#")[0]) != address_key(guide.page.url.split("#")[0]):
            page = await shopper.walker.stand_again(stand)
            shopper.walker.moved()
            continue
        seen = await _unfold(shopper, page, seen)
        page = seen.page
        shopper.walker.moved()
        shopper.look("tab", replace(seen, path=(*guide.path, tab.text), status=None), step=step, label=tab.text)


async def _unfold(shopper: Shopper, before: Page, seen: Stand) -> Stand:
    """What a tab shows with its own groups opened (▸ 申请人自备（2项）)."""
    lexicon, old = shopper.trail.lexicon, {link.text for link in before.links}
    groups = [
        link for link in seen.page.links
        if link.shown and not link.href and link.text not in old and opens_in_place(link.text, lexicon) and link.node.tag not in HEADINGS
    ]  # fmt: skip
    for group in groups[:MOST_GROUPS]:
        link = twin(seen.page, group)
        opened = await shopper.walker.press_here(seen.page, link) if link else None
        if opened is not None and opened.page.key == seen.page.key and len(opened.page.text) > len(seen.page.text):
            seen = opened
    return seen


async def _fetch_forms(shopper: Shopper, step: str, stand: Stand) -> None:
    reading = read_guide(shopper.trail, step)
    if reading is None or not reading.forms:
        return
    async with await shopper.http() as http:
        for kind in ("blank_form", "sample_form"):
            for form in [form for form in reading.forms if form.kind == kind][:MOST_FORMS]:
                url = form.href or await _download_address(shopper, form, stand)
                if url:
                    got = await fetch(http, url, shopper.walker.allowed)
                    shopper.trail.fetched.append(replace(got, kind=kind, step=step))
                else:
                    shopper.trail.fetched.append(_nothing(form, step))


def _nothing(form: FormLink, step: str) -> Fetched:
    return Fetched(form.text, None, failure="pressing it started no download", kind=form.kind, step=step)


async def _download_address(shopper: Shopper, form: FormLink, stand: Stand) -> str:
    """Press a link that has no address and catch the address of the download or popup that it starts."""
    page = await _open_look(shopper, form.look, stand)
    link = twin(page, Link(form.node, form.text, "", True)) if page else None
    if page is None or link is None:
        return ""
    if not await shopper.walker.tab.press(link.node):
        await shopper.walker.tab.press(link.node, by_script=True)
    await shopper.walker.tab.effect()
    await shopper.walker.tab.popups_done()
    happened, here = shopper.walker.tab.happenings, shopper.walker.tab.url
    if address_key(here) != address_key(page.url):
        shopper.walker.moved()
        return here
    return next(iter([*happened.downloads, *happened.popups]), "")


async def _open_look(shopper: Shopper, look: Look, stand: Stand) -> Page | None:
    """The guide as a look showed it: with the tab open that was pressed for it."""
    page = await shopper.walker.stand_again(stand)
    tab = next((link for link in page.links if link.text == look.label), None) if page and look.role == "tab" else None
    if page is None or tab is None:
        return page
    shopper.walker.moved()
    await shopper.walker.tab.press(tab.node)
    return await shopper.walker.tab.look()


async def _see_questions(shopper: Shopper, step: str, guide: Look, stand: Stand) -> None:
    """Follow the guide's own FAQ link where its questions are on another page."""
    lexicon = shopper.trail.lexicon
    reading = read_guide(shopper.trail, step)
    if reading is None or reading.questions:
        return
    for link in (link for look in reading.looks for link in own_links(shopper, look.page)):
        if is_faq(link.text, lexicon) and _leads_away(link, guide.page) and shopper.walker.allowed(link.href):
            seen = await shopper.walker.follow(stand, link)
            if seen is not None:
                shopper.look("faq", seen, step=step, label=link.text)
            return


def apply_links(shopper: Shopper, looks: list[Look]) -> list[tuple[Look, Link]]:
    """The guide's own application buttons: an apply word that the home page does not have with the same address."""
    lexicon = shopper.trail.lexicon
    found = [
        (look, link) for look in looks for link in own_links(shopper, look.page)
        if link.shown and lexicon.is_one_of(link.text, "actions", "apply")
    ]  # fmt: skip
    if found:
        return found
    longest = LONGEST_BUTTON * (1 if lexicon.lang == "zh" else 3)
    return [
        (look, link) for look in looks for link in own_links(shopper, look.page)
        if link.shown and len(link.text) <= longest and _says_apply(link.text, lexicon) and not lexicon.label(link.text)
    ]  # fmt: skip


def _says_apply(text: str, lexicon: Lexicon) -> bool:
    """Whether a text says "apply" beyond the menu words in it (网上办 in 网上办事大厅 is none)."""
    for hub in sorted(lexicon.weights("hubs"), key=len, reverse=True):
        text = text.replace(hub, " ")
    word = lexicon.has(text, "actions", "apply")
    return bool(word) and not lexicon.denied(text, word)


async def apply(shopper: Shopper, step: str) -> None:
    """Press the application button; the look `apply` shows where it led, its note what was unusual."""
    guide = shopper.trail.first("guide", step)
    stand = stand_of(shopper, guide) if guide else None
    if guide is None or stand is None:
        return
    buttons = apply_links(shopper, [guide])
    if not buttons:
        return
    _look, button = buttons[0]
    if button.href and not shopper.walker.allowed(button.href):
        shopper.trail.unknown[f"apply:{step}"] = f"off_site:{button.href.split('/')[2]}"
        return
    reached = await shopper.walker.follow(stand, button)
    if reached is not None and reached.off_site:
        shopper.trail.unknown[f"apply:{step}"] = reached.off_site
        return
    if reached is None:
        shopper.look("apply", stand, step=step, label=button.text, note="nothing happens")
        return
    back = reached is stand or (address_key(reached.page.url) == address_key(stand.page.url) and not reached.dialogs)
    unchanged = back and kind_of(reached.page, stand.page, shopper.trail.lexicon).kind == "other"
    shopper.look("apply", reached, step=step, label=button.text, note="back to the guide" if unchanged else "")
