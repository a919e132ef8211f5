"""The application: its button on the guide, and the form of a hundred fields or the wall behind it."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from anfang.testbed.families.platform.answers import fault, not_found, page
from anfang.testbed.families.platform.blueprint import Group, groups
from anfang.testbed.families.platform.faults import apply_fault
from anfang.testbed.families.platform.guide import Guide
from anfang.testbed.families.platform.links import Link, link
from anfang.testbed.families.platform.site import Site


def apply_link(site: Site, guide: Guide) -> Link | None:
    """The guide's button, or None. A server error hides behind a script; a page that says it is not there is a dead link."""
    code, label = guide.step.apply, site.pick.word("apply")
    url = site.at["apply"].url(guide.id)
    if code == "absent":
        return None
    if code == "broken":
        kind = apply_fault(site.pick, guide.step)
        if kind == "itself":
            return Link(label, site.at["guide"].url(guide.id))
        return link(label, url, scripted=True) if kind == "error" else Link(label, url, dead=True)
    if code == "login_item" and site.pick.chance("straight to the gate", 0.4):
        url = site.at["gate"].url(returnUrl=url)
    return link(label, url, scripted=site.pick.chance("scripted:apply", 0.35))


@dataclass(frozen=True, slots=True)
class Form:
    guide: Guide
    groups: list[Group]


def routes(site: Site) -> list[Route]:
    async def start(request: Request) -> Response:
        guide = site.guides.get(site.at["apply"].id(request))
        if guide is None or guide.step.apply == "absent":
            return not_found(site)
        return _answer(site, guide)

    return [Route(site.at["apply"].path, start)]


def _answer(site: Site, guide: Guide) -> Response:
    code = guide.step.apply
    if code == "form":
        return page(site, "apply.html", form=Form(guide, groups(guide.step, site.pick)))
    if code == "login_item":
        return RedirectResponse(site.at["gate"].url(returnUrl=site.at["apply"].url(guide.id)), 302)
    if code == "login_generic":
        back = {"returnUrl": site.at["home"].url()} if site.pick.chance("generic return", 0.5) else {}
        return RedirectResponse(site.at["gate"].url(**back), 302)
    kind = apply_fault(site.pick, guide.step)
    return not_found(site) if kind == "itself" else fault(site, kind)
