"""Signing in: the page behind the entry in the head, and the gate where something asks for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from anfang.testbed.families.platform.answers import fault, not_found, page
from anfang.testbed.families.platform.choices import Choices
from anfang.testbed.families.platform.faults import page_fault
from anfang.testbed.families.platform.site import Site

Way = Literal["password", "message", "code", "certificate"]


@dataclass(frozen=True, slots=True)
class Tab:
    title: str
    ways: tuple[Way, ...]
    labels: tuple[str, ...]
    """Of the ways."""


_SEVERAL: tuple[tuple[tuple[str, tuple[Way, ...]], ...], ...] = (
    (("natural", ("password",)), ("legal", ("password",)), ("app", ("code",))),
    (("natural", ("password", "message")), ("legal", ("password", "certificate"))),
    (("natural", ("password", "message")), ("legal", ("password",)), ("app", ("code",))),
    (("natural", ("password",)), ("legal", ("certificate",)), ("app", ("code",))),
)
_ONE: tuple[tuple[tuple[str, tuple[Way, ...]], ...], ...] = (
    (("natural", ("password",)), ("legal", ("password",))),
    (("natural", ("password",)),),
    (("natural", ("message",)), ("legal", ("message",))),
)


def tabs(pick: Choices, several: bool) -> list[Tab]:
    """Tabs of the sign-in: persons, companies, the province's app. Only what is in them makes a way of its own."""
    plan = pick.one("login several", _SEVERAL) if several else pick.one("login one", _ONE)
    titles = {"app": f"{pick.word('app')}APP", "natural": pick.word("natural"), "legal": pick.word("legal")}
    return [Tab(titles[title], ways, tuple(pick.word(f"by_{way}") for way in ways)) for title, ways in plan]


def routes(site: Site) -> list[Route]:
    code, pick = site.facts.login, site.pick

    async def entry(request: Request) -> Response:
        if code == "absent":
            return not_found(site)
        if code == "broken":
            return fault(site, page_fault(pick, "login"))
        return page(site, "login.html", tabs=[] if code == "app_only" else tabs(pick, code == "several"), item=None)

    async def gate(request: Request) -> Response:
        """Where an application or an enquiry asks for a sign-in. It knows of an item what the address tells."""
        guide = site.guide_for(request.query_params.get("returnUrl", ""))
        named = guide.step.name if guide and pick.chance("gate names the item", 0.6) else None
        return page(site, "login.html", tabs=tabs(pick, code == "several"), item=named)

    return [Route(site.at["login"].path, entry), Route(site.at["gate"].path, gate)]
