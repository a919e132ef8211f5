"""The pages of services: the planted guides in full, the others in short."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from anfang.testbed.families import pause
from anfang.testbed.families.comune.apply import Applications
from anfang.testbed.families.comune.faq import Question, questions
from anfang.testbed.families.comune.files import Files
from anfang.testbed.families.comune.page import Page, html
from anfang.testbed.families.comune.sections import sections
from anfang.testbed.families.comune.sheet import Sheet
from anfang.testbed.families.comune.signin import SignIn
from anfang.testbed.families.comune.site import Site


class Guides:
    """Adds the page of every service."""

    def __init__(self, site: Site, signin: SignIn) -> None:
        self._site = site
        self._files, self._applications = Files(site), Applications(site, signin)
        self._faq_pages = {sheet.id: self._faq_page(sheet) for sheet in site.planting.sheets.values() if sheet.guide}
        for sheet in site.planting.sheets.values():
            site.add(sheet.address, self._slow(sheet) if sheet.guide else html(lambda sheet=sheet: self.short(sheet)))

    def _slow(self, sheet: Sheet) -> Page:
        async def answer(request: Request) -> Response:
            await pause(self._site.facts)
            return HTMLResponse(self.full(sheet))

        return Page(answer)

    def full(self, sheet: Sheet) -> str:
        """A planted guide."""
        site = self._site
        apart = self._faq_pages[sheet.id]
        return site.render(
            f"guide_{site.look.guide}.html",
            title=sheet.title,
            crumbs=site.crumbs(sheet.node),
            here=sheet.address,
            sheet=sheet,
            guide=sheet.guide,
            sections=sections(site, sheet),
            files=self._files.of(sheet),
            apply=self._applications.of(sheet),
            questions=[] if apart else self._questions(sheet),
            faq_page=apart,
            related=self._related(sheet),
            topic=site.topic(sheet),
        )

    def short(self, sheet: Sheet) -> str:
        site = self._site
        values = {"sheet": sheet, "other": sheet.other, "related": self._related(sheet), "topic": site.topic(sheet)}
        return site.render("short.html", title=sheet.title, crumbs=site.crumbs(sheet.node), **values)

    def _related(self, sheet: Sheet) -> list[Sheet]:
        """Neighbours on the same list: none of them is planted, and none is nearer than this one."""
        held = [
            one
            for one in self._site.sheets(sheet.node)
            if one.node is sheet.node and not one.guide and one is not sheet
        ]
        return self._site.voice.some(f"related {sheet.id}", held, 3)

    def _questions(self, sheet: Sheet) -> list[Question]:
        return questions(self._site.voice, sheet.id, sheet.guide.faq if sheet.guide else 0)

    def _faq_page(self, sheet: Sheet) -> str:
        """The address of the guide's questions, where they have a page of their own."""
        site, asked = self._site, self._questions(sheet)
        if not asked or not site.look.faq_apart:
            return ""
        crumbs = [*site.crumbs(sheet.node), (sheet.title, sheet.address)]
        page = html(
            lambda: site.render("faq.html", title=site.voice("faq"), crumbs=crumbs, sheet=sheet, questions=asked)
        )
        return site.add(site.addresses.below(sheet.address, "domande"), page)
