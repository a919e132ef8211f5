"""Shelves, guides, their questions and their forms."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from anfang.testbed.families import pause
from anfang.testbed.families.platform.answers import not_found, page
from anfang.testbed.families.platform.applying import apply_link
from anfang.testbed.families.platform.forms import send
from anfang.testbed.families.platform.frame import Frame
from anfang.testbed.families.platform.guide import Guide
from anfang.testbed.families.platform.links import Link
from anfang.testbed.families.platform.shelves import Shelf
from anfang.testbed.families.platform.site import Site


def guide_html(site: Site, guide: Guide) -> str:
    return site.render(
        "guide.html",
        frame=Frame(site),
        guide=guide,
        apply=apply_link(site, guide),
        layout=site.pick.one("guide layout", ("tabs", "tabs", "side", "stack")),
        rows=site.pick.one("rows", ("four", "four", "vendor", "vendor", "pairs")),
    )


class Listing:
    """One page of a shelf."""

    def __init__(self, site: Site, shelf: Shelf, number: int) -> None:
        self._at, self._word, self.shelf, self.number = site.at["shelf"], site.pick.word, shelf, number
        self.is_root = shelf.parent is None and not shelf.pages
        self.entries = [(entry, site.at[entry.kind].url(entry.id)) for entry in shelf.pages[number - 1]] if shelf.pages else []
        self.kids = [Link(kid.title, self._at.url(kid.id)) for kid in shelf.kids] if number == 1 else []
        self.trail = [self._crumb(one, site) for one in shelf.trail[:-1]]

    @property
    def turns(self) -> list[Link]:
        """Links to the other pages: no number and no arrow leads farther than the next one or the last."""
        last = len(self.shelf.pages)
        if last < 2:
            return []
        steps = (
            (self._word("first_page"), 1),
            (self._word("previous_page"), self.number - 1),
            *((str(n), n) for n in range(1, last + 1)),
            (self._word("next_page"), self.number + 1),
            (self._word("last_page"), last),
        )
        return [Link(label, self._url(n)) for label, n in steps if self._other(n)]

    def _other(self, number: int) -> bool:
        return 1 <= number <= len(self.shelf.pages) and number != self.number

    def _url(self, number: int) -> str:
        return self._at.url(self.shelf.id, pageNo=str(number)) if number > 1 else self._at.url(self.shelf.id)

    def _crumb(self, shelf: Shelf, site: Site) -> Link:
        """A crumb leads back, but not to the page of a tree that has none."""
        directory = site.directory
        if directory.inline and shelf is directory.roots[directory.inline]:
            return Link(shelf.title, "")
        return Link(shelf.title, self._at.url(shelf.id))


def _number(request: Request, shelf: Shelf) -> int:
    asked = request.query_params.get("pageNo", "1")
    number = int(asked) if asked.isascii() and asked.isdigit() else 1
    return min(max(number, 1), max(1, len(shelf.pages)))


def routes(site: Site) -> list[Route]:
    at = site.at

    async def shelf(request: Request) -> Response:
        found = site.directory.by_id.get(at["shelf"].id(request))
        inline = site.directory.roots[site.directory.inline] if site.directory.inline else None
        if found is None or found is inline:
            return not_found(site)
        listing = Listing(site, found, _number(request, found))
        return page(site, "shelf.html", listing=listing, look=site.pick.one("list look", ("table", "lines", "cards")))

    async def guide(request: Request) -> Response:
        found = site.guide(at["guide"].id(request))
        if found is None:
            return not_found(site)
        if found.id in site.guides:
            await pause(site.facts)
        return HTMLResponse(guide_html(site, found))

    async def questions(request: Request) -> Response:
        found = site.guides.get(at["faq"].id(request))
        if found is None or not found.questions or not found.questions_apart:
            return not_found(site)
        return page(site, "questions.html", guide=found)

    async def file(request: Request) -> Response:
        found = site.files.get(at["file"].id(request))
        return send(found, not_found(site)) if found else not_found(site)

    handlers = {"shelf": shelf, "guide": guide, "faq": questions, "file": file}
    return [Route(at[kind].path, handler) for kind, handler in handlers.items()]
