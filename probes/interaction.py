"""Interaction (互动交流): are the channels of consultation and complaint open, and are questions answered beforehand?"""

from __future__ import annotations

from anfang.model import Finding
from anfang.probe import probe
from anfang.shopper.kinds import kind_of
from anfang.shopper.reading import read_guide
from anfang.shopper.trail import Trail
from probes.guide import absence, without_guide

FORMS = {"form": "open", "login": "login", "app_only": "app_only", "gone": "broken", "failed": "broken"}


def _channel(trail: Trail, name: str) -> Finding:
    look = trail.first(name)
    if look is None:
        if reason := trail.unknown.get(name):
            return Finding(status="blocked" if reason.startswith("off_site") else "not_observed", reason=reason)
        return Finding({"form": "absent", "sent": None}, evidence=absence(trail, trail.places.get(name, ())))
    home_page = trail.home.page if trail.home else None
    seen = kind_of(look.page, home_page, trail.lexicon, status=look.status, failure=look.failure, dialogs=look.dialogs)
    if seen.kind not in FORMS:
        return Finding(status="not_observed", reason="the channel's page is of unknown kind", evidence=(look.evidence(),))
    return Finding({"form": FORMS[seen.kind], "sent": None}, evidence=(look.cite(seen.words, note=seen.words),))


@probe("int_consult_channel")
def consult_channel(trail: Trail) -> Finding:
    """Can a citizen put a question online: is the form open, behind a sign-in, in an app only, broken or absent?"""
    return _channel(trail, "consult")


@probe("int_complaint_channel")
def complaint_channel(trail: Trail) -> Finding:
    """Can a citizen complain online?"""
    return _channel(trail, "complaint")


@probe("int_faq")
def faq(trail: Trail, step: str) -> Finding:
    """How many questions are answered on the guide or on the page that it links to?"""
    missing = without_guide(trail, step)
    if missing is not None:
        return Finding(0, missing.status, missing.reason, missing.evidence) if missing.value else missing
    reading = read_guide(trail, step)
    assert reading is not None
    look = reading.questions_look or reading.base
    shown = tuple(look.evidence(question) for question in reading.questions[:10])
    return Finding(len(reading.questions), evidence=shown or (look.evidence(note="no question"),))
