"""The sign-in: its ways, and what it says to those whom another page sent here."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from anfang.testbed.families.comune.page import Page, html
from anfang.testbed.families.comune.sheet import Sheet
from anfang.testbed.families.comune.site import Site

_NATIONAL = ("spid", "cie", "cns")


@dataclass(frozen=True, slots=True)
class Way:
    """A way to sign in. One by password has its fields on the page, the others a page of their own."""

    id: str
    label: str
    address: str = ""


class SignIn:
    """One sign-in page for the whole portal. `entry` is where the header's entry leads, '' where there is none."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._ways = [self._way(id) for id in self._ids()]
        self._address = site.add(site.url["signin"], self._page("sign in intro"))
        self.entry = self._entry()

    def plain(self) -> str:
        """A sign-in that knows nothing of an item."""
        return self._address

    def for_item(self, sheet: Sheet) -> str:
        """A sign-in that names the item and returns to it."""
        return self._sent_from(sheet.address, self._page("sign in item", sheet.title))

    def for_enquiry(self, address: str) -> str:
        return self._sent_from(address, self._page("sign in enquiry"))

    def for_status(self, address: str) -> str:
        return self._sent_from(address, self._page("sign in status"))

    def _sent_from(self, address: str, page: Page) -> str:
        name = self._site.voice.pick("return", ("ritorno", "returnUrl", "redirect"))
        return self._site.add(f"{self._address}?{name}={quote(address, safe='')}", page)

    def _ids(self) -> list[str]:
        """Several ways or one. Where the header has no sign-in that works, those who are sent here find one."""
        pick = self._site.voice.pick
        if self._site.facts.login == "several":
            some = (("spid", "cie"), ("spid", "cie", "cns"), ("spid", "password"), ("spid", "cie", "cns", "password"))
            return list(pick("ways in", some))
        return [pick("way in", ("password", "password", "spid", "cie"))]

    def _way(self, id: str) -> Way:
        site = self._site
        label = site.voice(f"with {id}")
        if id not in _NATIONAL:
            return Way(id, label)
        crumbs = [*site.crumbs(None), (site.voice("sign in"), site.url["signin"])]
        page = html(lambda: site.render("identity.html", title=label, crumbs=crumbs, id=id))
        return Way(id, label, site.add(site.addresses.fixed(f"accesso-{id}"), page))

    def _page(self, intro: str, name: str = "") -> Page:
        site = self._site
        title, said = site.voice("sign in"), site.voice(intro, name=name)
        return html(
            lambda: site.render("signin.html", title=title, crumbs=site.crumbs(None), intro=said, ways=self._ways)
        )

    def _entry(self) -> str:
        site = self._site
        login = site.facts.login
        if login in ("several", "one"):
            return self._address
        if login == "absent":
            return ""
        return site.add(site.url["area"], self._app_only() if login == "app_only" else self._broken())

    def _app_only(self) -> Page:
        site = self._site
        said = site.voice("app only login")
        return html(lambda: site.render("apponly.html", title=site.voice("login"), crumbs=site.crumbs(None), said=said))

    def _broken(self) -> Page:
        site = self._site
        how = site.voice.pick("broken sign-in", ("fault", "missing", "soft"))
        return site.fault() if how == "fault" else site.missing(404 if how == "missing" else 200)
