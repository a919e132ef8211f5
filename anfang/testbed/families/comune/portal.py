"""A whole portal: all its pages, put together in the order in which they need each other."""

from __future__ import annotations

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from anfang.testbed.facts import PortalFacts
from anfang.testbed.families.comune.chrome import Chrome, featured, menu, small_print
from anfang.testbed.families.comune.enquiries import Enquiries
from anfang.testbed.families.comune.guides import Guides
from anfang.testbed.families.comune.home import Home
from anfang.testbed.families.comune.hrefs import hrefs
from anfang.testbed.families.comune.lists import add_lists
from anfang.testbed.families.comune.page import sent
from anfang.testbed.families.comune.progress import Progress
from anfang.testbed.families.comune.search import Search
from anfang.testbed.families.comune.signin import SignIn
from anfang.testbed.families.comune.site import FOLDER, Site
from anfang.testbed.families.comune.startup import StartUp
from anfang.testbed.families.comune.town import Town

_STATIC = {"comune.css": "text/css", "comune.js": "text/javascript", "stemma.svg": "image/svg+xml"}


class Portal:
    def __init__(self, facts: PortalFacts) -> None:
        self.site = site = Site(facts)
        signin = SignIn(site)
        self._town = Town(site)
        self._enquiries, self._progress = Enquiries(site, signin), Progress(site, signin)
        self._startup, self.search = StartUp(site), Search(site, self._town)
        self.guides = Guides(site, signin)
        add_lists(site)
        self.home = Home(site, self._town)
        self._add_static()
        site.chrome = self._chrome(signin)

    def _chrome(self, signin: SignIn) -> Chrome:
        site, shown = self.site, self._town.shown
        mail, tax_code, office_code = small_print(site)
        return Chrome(
            login=signin.entry,
            status=self._progress.entry,
            scenario=self._startup.entry,
            consult=self._enquiries.consult,
            complaint=self._enquiries.complaint,
            footer=shown.footer,
            legal=shown.legal,
            sites=shown.sites,
            suggestions=self.search.suggestions() if site.facts.search == "works" else [],
            menu=menu(site),
            topics=featured(site, "topic"),
            categories=featured(site, "category"),
            mail=mail,
            tax_code=tax_code,
            office_code=office_code,
        )

    def _add_static(self) -> None:
        for name, media_type in _STATIC.items():
            self.site.add(f"/statico/{name}", sent((FOLDER / "static" / name).read_bytes(), media_type))
        self.site.add("/favicon.ico", sent((FOLDER / "static" / "stemma.svg").read_bytes(), "image/svg+xml"))

    def application(self) -> Starlette:
        """One route for all pages: another method than GET is answered 405."""
        return Starlette(routes=[Route("/{path:path}", self._answer, methods=["GET"])])

    async def _answer(self, request: Request) -> Response:
        page = self.site.find(request.url.path, request.url.query) or self.site.missing()
        return await page.answer(request)

    def links(self) -> dict[str, bool]:
        """Links of the home page and of every guide, in document order -> whether dead."""
        sheets = [sheet for sheet in self.site.planting.sheets.values() if sheet.guide]
        found = [*hrefs(self.home.page()), *(one for sheet in sheets for one in hrefs(self.guides.full(sheet)))]
        return {address: self.site.is_dead(address) for address in dict.fromkeys(found)}
