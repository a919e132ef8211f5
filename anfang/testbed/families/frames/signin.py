"""Signing in: the page behind the entry, and the wall before what needs it."""

from __future__ import annotations

from starlette.responses import Response

from anfang.testbed.families.frames import troubles
from anfang.testbed.families.frames.entries import SCRIPTED, Entry
from anfang.testbed.families.frames.site import Site

_WAYS = ("way_sms", "way_ca", "way_qr", "way_nation")


def entry(site: Site) -> Entry | None:
    """Scripted always: it stands in the head's frame or beside the page's own links."""
    if site.facts.login == "absent":
        return None
    manners = SCRIPTED[:4] if site.facts.login == "broken" else (*SCRIPTED[:4], "dialog")
    return Entry(site.word("login"), site.url("login"), site.taste.pick("login entry", manners), "login")


def in_head(site: Site) -> bool:
    """The entry stands in the head's frame, on every page; otherwise on the home page alone."""
    return site.taste.flag("sign-in in head")


def ways(site: Site) -> list[str]:
    """Password first, and two or three more where there are several."""
    if site.facts.login != "several":
        return ["way_password"]
    more = site.taste.shuffled("ways", _WAYS)[: site.taste.number("number of ways", 1, 3)]
    return ["way_password", *more]


def page(site: Site) -> Response:
    if site.facts.login in ("several", "one"):
        return _form(site, site.word("login"), bare=_in_dialog(site))
    if site.facts.login == "app_only":
        return site.page("app", heading=site.word("login"), matter=site.word("login"), bare=_in_dialog(site))
    return troubles.broken("login", site) if site.facts.login == "broken" else troubles.missing(site)


def _in_dialog(site: Site) -> bool:
    own = entry(site)
    return own is not None and own.how == "dialog"


def wall(site: Site, back: str = "", item: str = "", *, bare: bool = False) -> Response:
    """The sign-in before something: it tells the item where it knows it.

    `bare`: without head and menu, for a dialog. Where the portal's own sign-in is of no use, the wall has a button that leads to another system, and no fields.
    """
    heading = site.taste.pick("wall heading", ("用户登录", "系统登录", "登录提示"))
    if site.facts.login in ("several", "one"):
        return _form(site, heading, back, item, bare=bare, wall=True)
    return site.page("sso", heading=heading, back=back, item=item, bare=bare)


def _form(
    site: Site, heading: str, back: str = "", item: str = "", *, bare: bool = False, wall: bool = False
) -> Response:
    return site.page("login", heading=heading, ways=ways(site), back=back, item=item, wall=wall, bare=bare)
