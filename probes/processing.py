"""Processing (业务办理): trips, depth, application, papers in and out, progress, time, materials."""

from __future__ import annotations

from typing import Any

from anfang.model import Finding
from anfang.probe import probe
from anfang.shopper.kinds import kind_of, own_fields, own_lines
from anfang.shopper.lexicon import squeeze
from anfang.shopper.page import Page, address_key, squeezed
from anfang.shopper.reading import read_guide
from anfang.shopper.trail import Look, Trail
from anfang.shopper.values import depth, goal_match, trips, way
from probes.guide import absence, blank_form, combined, promised_days, reading_of, sample_form, without_guide

DEPTHS = ("none", "I", "II", "III", "IV")
ONLINE = ("form", "login_item", "login_generic")


@probe("proc_apply")
def application(trail: Trail, step: str) -> Finding:
    """Is the online application reached from the guide: a form, a sign-in for the item, a sign-in for anything, or nothing?"""
    missing = without_guide(trail, step)
    if missing is not None:
        return Finding("absent", missing.status, missing.reason, missing.evidence) if missing.value else missing
    look = trail.first("apply", step)
    guide = trail.first("guide", step)
    if look is None:
        if reason := trail.unknown.get(f"apply:{step}"):
            return Finding(status="blocked", reason=reason)
        assert guide is not None
        return Finding("absent", evidence=(guide.evidence(note="no application button on the guide"),))
    seen = kind_of(look.page, _before(trail, look, step), trail.lexicon, status=look.status, failure=look.failure, dialogs=look.dialogs)
    if look.note or seen.kind in ("gone", "failed"):
        return Finding("broken", evidence=(look.cite(seen.words, note=look.note or seen.words),))
    if seen.kind in ("login", "app_only"):
        value = "login_item" if _names_item(trail, look, step) else "login_generic"
        return Finding(value, evidence=(look.cite(seen.words, note=look.page.url),))
    if seen.kind == "form":
        return Finding("form", evidence=(look.evidence(look.page.title, seen.words),))
    if seen.kind == "refused":
        return Finding(status="blocked", reason=seen.words)
    return Finding(status="not_observed", reason="the application button leads to a page of unknown kind", evidence=(look.evidence(),))


def _before(trail: Trail, look: Look, step: str) -> Page | None:
    """The page without which the application is judged: the guide where it opened in its place, else the home page."""
    guide = trail.first("guide", step)
    if guide is not None and address_key(guide.page.url) == address_key(look.page.url):
        return guide.page
    return trail.home.page if trail.home else None


def _names_item(trail: Trail, look: Look, step: str) -> bool:
    """Whether a sign-in page names the item or carries an address to return to it."""
    reading = read_guide(trail, step)
    name = reading.text("name") if reading else None
    lines = own_lines(look.page, _before(trail, look, step))
    if name and squeeze(name) in squeezed("\n".join(lines)):
        return True
    if any(goal_match(line, step, trail.lexicon) for line in lines if len(line) <= 40):
        return True
    return _returns(look.page.url) or _stays(trail, look, step)


def _stays(trail: Trail, look: Look, step: str) -> bool:
    """Whether the sign-in is asked for over the guide itself, where one is after signing in."""
    guide = trail.first("guide", step)
    return guide is not None and address_key(guide.page.url) == address_key(look.page.url) and not own_fields(look.page, guide.page)


def _returns(url: str) -> bool:
    low = url.lower()
    marks = ("returnurl=", "return_url=", "redirect=", "redirecturl=", "redirect_uri=", "service=", "backurl=", "gotourl=", "itemid=",
             "item=", "target=", "from=", "next=", "goto=", "callback=", "back=", "ref=", "itemcode=")  # fmt: skip
    return any(mark in low and len(low.split(mark, 1)[1].split("&")[0]) > 2 for mark in marks)


def _in_and_out(trail: Trail, step: str) -> dict[str, str]:
    reading = reading_of(trail, step)
    stated_in = way(reading.text("method") or "", trail.lexicon, "in")
    stated_out = way(reading.text("delivery") or "", trail.lexicon, "out")
    online = application(trail, step).value in ONLINE
    return {"in": "electronic" if online else stated_in or "none", "out": stated_out or "none"}


@probe("proc_mail")
def in_and_out(trail: Trail, step: str) -> Finding:
    """Can the papers go in, and the result come out, without a visit: electronically or by mail?"""
    missing = without_guide(trail, step)
    if missing is not None:
        return missing
    reading = reading_of(trail, step)
    said = [reading.stated[name] for name in ("method", "delivery") if name in reading.stated]
    shown = tuple(one.look.evidence(one.quote, one.element) for one in said) or (reading.base.evidence(note="no way stated"),)
    return Finding(_in_and_out(trail, step), evidence=shown)


@probe("proc_trips")
def trips_to_the_hall(trail: Trail, step: str) -> Finding:
    """How often must the citizen come to the hall: as declared, and as follows from what the guide offers?"""
    missing = without_guide(trail, step)
    if missing is not None:
        value: Any = {"declared": None, "derived": None, "used": 2}
        return Finding(value, missing.status, missing.reason, missing.evidence) if missing.value else missing
    if (elsewhere := combined(trail, step)) is not None:
        return elsewhere
    reading = reading_of(trail, step)
    declared = trips(reading.text("trips") or "", trail.lexicon)
    derived = sum(end == "none" for end in _in_and_out(trail, step).values())
    contradicted = declared == 0 and derived > 0
    used = derived if declared is None or contradicted else declared
    said = [reading.stated[name] for name in ("trips", "method", "delivery") if name in reading.stated]
    shown = tuple(one.look.evidence(one.quote, one.element) for one in said) or (reading.base.evidence(note="not stated"),)
    reason = "0 trips declared, but presence is needed" if contradicted else ""
    return Finding({"declared": declared, "derived": derived, "used": used}, reason=reason, evidence=shown)


@probe("proc_depth")
def depth_online(trail: Trail, step: str) -> Finding:
    """How deep does online handling go: as declared (I-IV), and as seen from the guide, its forms and its application?"""
    missing = without_guide(trail, step)
    if missing is not None:
        return missing
    reading = reading_of(trail, step)
    raw = reading.text("depth")
    declared = depth(raw, trail.lexicon) if raw else None
    seen = _depth_seen(trail, step)
    used = seen if declared is None else min(seen, declared, key=DEPTHS.index)
    shown = [reading.stated["depth"].evidence] if raw else [reading.base.evidence(note="no depth declared")]
    applied = trail.first("apply", step)
    shown += [applied.evidence(applied.page.title, "application")] if applied else []
    return Finding({"declared": declared, "raw": raw, "seen": seen, "used": used}, evidence=tuple(shown))


def _depth_seen(trail: Trail, step: str) -> str:
    """I a guide is there; II a form downloads; III the application is reachable; IV and the result comes without a visit."""
    if application(trail, step).value in ("form", "login_item"):
        return "IV" if _in_and_out(trail, step)["out"] != "none" else "III"
    forms = (blank_form(trail, step).value, sample_form(trail, step).value)
    return "II" if "works" in forms else "I"


@probe("proc_status")
def status_query(trail: Trail) -> Finding:
    """Does the progress query answer: stage by stage, in a word, clearly to a wrong number, behind a sign-in, or not at all?"""
    look = trail.first("status")
    if look is None:
        if reason := trail.unknown.get("status"):
            return Finding(status="blocked" if reason.startswith("off_site") else "not_observed", reason=reason)
        return Finding("absent", evidence=absence(trail, trail.places.get("status", ())))
    home_page = trail.home.page if trail.home else None
    seen = kind_of(look.page, home_page, trail.lexicon, status=look.status, failure=look.failure, dialogs=look.dialogs)
    if seen.kind in ("login", "app_only"):
        return Finding("login", evidence=(look.cite(seen.words),))
    answer = trail.first("status_answer")
    if answer is None:
        return Finding("no_answer", evidence=(look.evidence(note="no usable query on the page"),))
    return _judge_answer(trail, look, answer)


def _judge_answer(trail: Trail, look: Look, answer: Look) -> Finding:
    before = set(look.page.text.split("\n"))
    fresh = [line for line in answer.page.text.split("\n") if line not in before] + list(answer.dialogs)
    text, lexicon = "\n".join(fresh), trail.lexicon
    home_page = trail.home.page if trail.home else None
    kind = kind_of(answer.page, home_page, lexicon, status=answer.status, failure=answer.failure, dialogs=answer.dialogs).kind
    unknown = lexicon.has(text, "status_unknown")
    stages = [line for line in fresh if len(line) <= 60 and lexicon.has(line, "status_stages")]
    named = {lexicon.has(line, "status_stages") for line in stages}
    note = f"{answer.note}: {answer.label}"
    if kind == "login" and not stages:
        return Finding("login", evidence=(answer.evidence(note=note),))
    if unknown and len(named) < 2:
        return Finding("asks", evidence=(answer.cite(unknown, note=note),))
    if kind in ("gone", "failed") or not text.strip():
        return Finding("no_answer", evidence=(answer.evidence(note=note),))
    if len(named) >= 2 and len(stages) >= 2:
        return Finding("stages", evidence=tuple(answer.evidence(line, note) for line in stages[:6]))
    if word := lexicon.has(text, "status_states"):
        return Finding("state", evidence=(answer.cite(word, note=note),))
    return Finding("no_answer", evidence=(answer.evidence(note=note),))


@probe("proc_days")
def days(trail: Trail, step: str) -> Finding:
    """In how many working days is the step promised to be done?"""
    missing = without_guide(trail, step)
    if missing is not None:
        return missing
    if (elsewhere := combined(trail, step)) is not None:
        return elsewhere
    reading = reading_of(trail, step)
    promised = promised_days(trail, step)
    stated = reading.stated.get("promised_limit")
    shown = (stated.evidence,) if stated else (reading.base.evidence(note="no promised limit"),)
    return Finding("unstated" if promised is None else promised, evidence=shown)


@probe("proc_materials")
def materials(trail: Trail, step: str) -> Finding:
    """How many materials must be handed in?"""
    missing = without_guide(trail, step)
    if missing is not None:
        return missing
    if (elsewhere := combined(trail, step)) is not None:
        return elsewhere
    reading = reading_of(trail, step)
    if reading.materials is None:
        return Finding("unstated", evidence=(reading.base.evidence(note="no list of materials"),))
    look = reading.materials_look or reading.base
    if reading.materials == "none_needed":
        return Finding(0, evidence=(look.evidence(reading.stated["materials"].quote),))
    return Finding(len(reading.materials), evidence=tuple(look.evidence(one.quote) for one in reading.materials[:12]))
