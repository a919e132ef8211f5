"""Where the application button of each guide leads."""

from __future__ import annotations

from anfang.testbed.facts import StepFacts
from anfang.testbed.families.comune.page import html
from anfang.testbed.families.comune.sheet import Sheet
from anfang.testbed.families.comune.signin import SignIn
from anfang.testbed.families.comune.site import Site


class Applications:
    """Addresses of the application buttons, by guide; '' where there is no button."""

    def __init__(self, site: Site, signin: SignIn) -> None:
        self._site, self._signin = site, signin
        self._of = {
            sheet.id: self._address(sheet, sheet.guide) for sheet in site.planting.sheets.values() if sheet.guide
        }

    def of(self, sheet: Sheet) -> str:
        return self._of[sheet.id]

    def _address(self, sheet: Sheet, guide: StepFacts) -> str:
        if guide.apply == "login_item":
            return self._signin.for_item(sheet)
        if guide.apply == "login_generic":
            return self._signin.plain()
        if guide.apply == "form":
            return self._form(sheet)
        return self._broken(sheet) if guide.apply == "broken" else ""

    def _form(self, sheet: Sheet) -> str:
        site = self._site
        title = site.voice("form title", name=sheet.title)
        crumbs = [*site.crumbs(sheet.node), (sheet.title, sheet.address)]
        return site.add(
            site.addresses.below(sheet.address, "domanda"),
            html(lambda: site.render("application.html", title=title, crumbs=crumbs, sheet=sheet)),
        )

    def _broken(self, sheet: Sheet) -> str:
        """A fault, a page that is not there, or the guide once more."""
        site = self._site
        how = site.voice.pick(f"broken application {sheet.id}", ("fault", "missing", "soft", "itself"))
        if how == "itself":
            return sheet.address
        page = site.fault() if how == "fault" else site.missing(404 if how == "missing" else 200)
        return site.add(site.addresses.below(sheet.address, "avvio"), page)
