"""Consultation and complaint: their entries (a picture with circles, or picture buttons) and their pages."""

from __future__ import annotations

from typing import Literal

from starlette.responses import Response

from anfang.testbed.facts import OFF_SITE, Channel
from anfang.testbed.families.frames import doors, signin, troubles
from anfang.testbed.families.frames.entries import PLAIN, SCRIPTED, Entry
from anfang.testbed.families.frames.pictures import circle_at
from anfang.testbed.families.frames.site import Site

Enquiry = Literal["consult", "complaint"]
BOTH: tuple[Enquiry, ...] = ("consult", "complaint")
FORUM = ("interview", "opinion", "survey", "policy")
_WRONG = ("评议调查", "留言选登", "网上调查", "领导活动")
"""What the title or the last crumb of the form's page says by mistake."""


def state(enquiry: Enquiry, site: Site) -> Channel:
    return site.facts.consult if enquiry == "consult" else site.facts.complaint


def entry(enquiry: Enquiry, site: Site) -> Entry | None:
    """A broken one is scripted: it is no dead link of the page."""
    kind = state(enquiry, site)
    if kind == "absent":
        return None
    how = doors.how("enquiries", site)
    if kind == "broken" and how in PLAIN:
        how = site.taste.pick("broken enquiry", SCRIPTED[:2])
    return Entry(site.word(enquiry), OFF_SITE if kind == "off_site" else site.url(enquiry), how, enquiry)


def entries(site: Site) -> list[Entry]:
    """What leads to the two, as far as they are there."""
    return [found for enquiry in BOTH if (found := entry(enquiry, site))]


def circles(site: Site) -> list[tuple[Entry, str]]:
    """All entries of the picture with circles, each with its coordinates."""
    forum = [Entry(site.word(key), site.url("forum", key)) for key in site.taste.shuffled("forum", FORUM)[:3]]
    shown = site.taste.shuffled("circles", [*entries(site), *forum])
    return [(one, "{},{},46".format(*circle_at(n))) for n, one in enumerate(shown)]


def circle_labels(site: Site) -> list[str]:
    return [one.label for one, _ in circles(site)]


def by_circles(site: Site) -> bool:
    return site.taste.flag("circles", 0.65)


def answer(enquiry: Enquiry, site: Site) -> Response:
    kind = state(enquiry, site)
    if kind == "login":
        return signin.wall(site, site.url("letter", enquiry))
    if kind == "app_only":
        return site.page("app", heading=site.word(enquiry), matter=site.word(enquiry), bare=False)
    return _form_page(enquiry, site) if kind == "open" else troubles.broken(enquiry, site)


def _form_page(enquiry: Enquiry, site: Site) -> Response:
    """The form itself, the form in a frame, or what must be read before it."""
    manner = site.taste.pick("letter", ("plain", "frame", "notice"))
    wrong = site.taste.pick(f"wrong/{enquiry}", _WRONG) if site.taste.flag(f"wrong title/{enquiry}", 0.4) else ""
    return site.page(
        "letter",
        manner=manner,
        heading=site.word(enquiry),
        said=wrong or site.word(enquiry),
        form=site.url("letter", enquiry),
        enquiry=enquiry,
    )


def form(enquiry: Enquiry, site: Site) -> Response:
    """The form apart: what a frame or a notice leads to."""
    if state(enquiry, site) != "open":
        return troubles.missing(site)
    return site.page("letter_form", heading=site.word(enquiry), enquiry=enquiry, form=site.url("letter", enquiry))
