"""Asking and complaining: where the two entries lead."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from anfang.testbed.facts import OFF_SITE
from anfang.testbed.families.comune.page import Page, html
from anfang.testbed.families.comune.signin import SignIn
from anfang.testbed.families.comune.site import Site


@dataclass(frozen=True, slots=True)
class Entry:
    """A menu entry that leads to an address of this host or of another one."""

    label: str
    address: str
    outside: bool = False


class Enquiries:
    """`consult` and `complaint`: the entries, None where there is none."""

    def __init__(self, site: Site, signin: SignIn) -> None:
        self._site, self._signin = site, signin
        self.consult = self._entry("consult", site.facts.consult)
        self.complaint = self._entry("complaint", site.facts.complaint)

    def _entry(self, which: str, code: str) -> Entry | None:
        label = self._site.voice(which)
        if code == "absent":
            return None
        if code == "off_site":
            return Entry(label, OFF_SITE, outside=True)
        return Entry(label, self._address(which, code))

    def _address(self, which: str, code: str) -> str:
        site = self._site
        address = site.url[which]
        if code == "login":
            wall = self._signin.for_enquiry(address)
            return wall if site.voice.pick(f"wall {which}", (True, False)) else site.add(address, _sends_to(wall))
        pages = {"open": self._open, "app_only": self._app_only, "broken": self._broken}
        return site.add(address, pages[code](which))

    def _open(self, which: str) -> Page:
        site = self._site
        values = {
            "title": site.voice(which),
            "crumbs": site.crumbs(None),
            "which": which,
            "letters": self._letters(which),
        }
        return html(lambda: site.render("enquiry.html", **values))

    def _letters(self, which: str) -> str:
        """What the captcha shows; '' where the form has none."""
        rng = self._site.voice.rng(f"captcha {which}")
        return "".join(rng.sample("ACEFHKLMNPRTUVXY", 5)) if rng.random() < 0.4 else ""

    def _app_only(self, which: str) -> Page:
        site = self._site
        said = site.voice(f"app only {which}")
        return html(lambda: site.render("apponly.html", title=site.voice(which), crumbs=site.crumbs(None), said=said))

    def _broken(self, which: str) -> Page:
        site = self._site
        how = site.voice.pick(f"broken {which}", ("fault", "missing", "soft"))
        return site.fault() if how == "fault" else site.missing(404 if how == "missing" else 200)


def _sends_to(address: str) -> Page:
    async def answer(request: Request) -> Response:
        return RedirectResponse(address, status_code=302)

    return Page(answer)
