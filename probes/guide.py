"""Service guides (办事指南): is the guide found, complete, valid, clear, and do its forms open?"""

from __future__ import annotations

from typing import Any

from anfang.model import Evidence, Finding
from anfang.probe import probe
from anfang.shopper.fetch import document_works
from anfang.shopper.kinds import own_lines
from anfang.shopper.lexicon import Lexicon
from anfang.shopper.reading import GuideReading, Stated, read_guide
from anfang.shopper.trail import Trail
from anfang.shopper.values import LimitSeen, digits, limit, phones, step_names, well_formed, whole

CORE = ("name", "legal_basis", "conditions", "materials", "location", "office_hours", "phone", "process")
EXTENDED = (
    "authority", "audience", "item_type", "handling_type", "statutory_limit", "promised_limit", "fee", "result", "delivery",
    "depth", "trips", "complaint_phone",
)  # fmt: skip


def without_guide(trail: Trail, step: str) -> Finding | None:
    """The finding of a guide row where no guide was found: no_guide, or not observed where the search was cut short."""
    if trail.first("guide", step):
        return None
    way = trail.ways.get(step)
    if way is None or not way.exhausted:
        return Finding(status="not_observed", reason="the search for the guide ran out of its budget")
    return Finding("no_guide", evidence=absence(trail, way.looked))


def absence(trail: Trail, places: tuple[str, ...]) -> tuple[Evidence, ...]:
    """What an absence rests on: the places looked at, beginning with the home page."""
    note = "looked at: " + "; ".join(("home page", *places))[:800]
    return (trail.home.evidence(note=note) if trail.home else Evidence(note=note),)


def combined(trail: Trail, step: str) -> Finding | None:
    """The finding of a row that is summed over the steps where the guide is that of an earlier step: counted there."""
    if other := trail.combined_with(step):
        return Finding(status="not_applicable", reason=f"combined_with:{other}")
    return None


def reading_of(trail: Trail, step: str) -> GuideReading:
    reading = read_guide(trail, step)
    assert reading is not None, "without_guide() comes first"
    return reading


@probe("guide_findable")
def findable(trail: Trail, step: str) -> Finding:
    """How many clicks lead from the home page to the step's guide by links alone?"""
    missing = without_guide(trail, step)
    if missing is not None:
        return Finding("absent", missing.status, missing.reason, missing.evidence) if missing.value else missing
    way, guide = trail.ways[step], trail.first("guide", step)
    assert guide is not None
    if way.clicks is None and not way.exhausted:
        return Finding(status="not_observed", reason="the search by links ran out of its budget; the site search found the guide")
    if way.clicks is None and way.hinted and not way.searched:
        return Finding(status="not_observed", reason="a hint alone led to the guide", evidence=(guide.evidence(),))
    if way.searched:
        return Finding("search", evidence=(guide.evidence(guide.page.title, "found by the site search"),))
    note = " > ".join(guide.path) + (" (proved shortest)" if way.proved else "")
    return Finding(way.clicks, evidence=(guide.evidence(guide.page.title, note),))


def _present(trail: Trail, step: str, wanted: tuple[str, ...]) -> Finding:
    missing = without_guide(trail, step)
    if missing is not None:
        return missing
    reading = reading_of(trail, step)
    stated = [reading.stated[element] for element in wanted if element in reading.stated]
    return Finding([one.element for one in stated], evidence=tuple(_named(one) for one in stated))


def _named(stated: Stated) -> Evidence:
    return stated.look.evidence(stated.quote, stated.element)


@probe("guide_core_elements")
def core_elements(trail: Trail, step: str) -> Finding:
    """Which of the eight core elements does the guide state with a text that says something?"""
    return _present(trail, step, CORE)


@probe("guide_ext_elements")
def extended_elements(trail: Trail, step: str) -> Finding:
    """Which of the twelve extended elements does the guide state?"""
    return _present(trail, step, EXTENDED)


@probe("guide_time_limits")
def time_limits(trail: Trail, step: str) -> Finding:
    """Which statutory and promised limits does the guide state, and of which handling type is the item?"""
    missing = without_guide(trail, step)
    if missing is not None:
        return missing
    reading = reading_of(trail, step)
    statutory, promised = (_limit(reading, trail, name) for name in ("statutory_limit", "promised_limit"))
    value: dict[str, Any] = {
        "statutory_days": statutory.days if statutory else None,
        "promised_days": promised.days if promised and promised.days != "none" else None,
        "handling_type": handling_type(reading, trail),
        "units": {
            "statutory": statutory.unit if statutory else None,
            "promised": promised.unit if promised else None,
        },
    }
    said = [reading.stated[name] for name in ("statutory_limit", "promised_limit", "handling_type") if name in reading.stated]
    return Finding(value, evidence=tuple(_named(one) for one in said) or (reading.base.evidence(),))


def _limit(reading: GuideReading, trail: Trail, element: str) -> LimitSeen | None:
    stated = reading.stated.get(element)
    return limit(stated.value, stated.unit, trail.lexicon) if stated else None


def promised_days(trail: Trail, step: str) -> float | None:
    """Promised working days of a step whose guide was found, None where not stated."""
    found = _limit(reading_of(trail, step), trail, "promised_limit")
    return whole(found.days) if found and found.days != "none" else None


def handling_type(reading: GuideReading, trail: Trail) -> str | None:
    """即办件 or 承诺件, as printed; None where neither is."""
    text = reading.text("handling_type") or ""
    if trail.lexicon.has(text, "instant_kind"):
        return "即办件"
    return "承诺件" if trail.lexicon.has(text, "promise_kind") else None


@probe("guide_materials_clear")
def materials_clear(trail: Trail, step: str) -> Finding:
    """How many materials does the guide list, and how many of them are catch-alls (其他材料)?"""
    missing = without_guide(trail, step)
    if missing is not None:
        return missing
    reading = reading_of(trail, step)
    if reading.materials is None:
        return Finding("unstated", evidence=(reading.base.evidence(note="no list of materials"),))
    look = reading.materials_look or reading.base
    if reading.materials == "none_needed":
        return Finding("none_needed", evidence=(look.evidence(reading.stated["materials"].quote),))
    listed = reading.materials
    quotes = tuple(look.evidence(one.quote, "catch-all" if one.catch_all else "") for one in listed[:12])
    return Finding({"listed": len(listed), "catch_all": sum(one.catch_all for one in listed)}, evidence=quotes)


def _form(trail: Trail, step: str, kind: str) -> Finding:
    missing = without_guide(trail, step)
    if missing is not None:
        return missing
    reading = reading_of(trail, step)
    got = [one for one in trail.fetched if one.kind == kind and one.step == step]
    links = {form.href or form.text: form for form in reading.forms if form.kind == kind}
    if got:
        works = all(document_works(one) for one in got)
        shown = tuple(
            links[one.url].look.evidence(
                links[one.url].text, f"{one.url} -> {one.status or one.failure}, {one.bytes} bytes, named {one.named or '?'}, is {one.detected or '?'}"
            )
            for one in got if one.url in links
        )  # fmt: skip
        return Finding("works" if works else "broken", evidence=shown or (reading.base.evidence(note=got[0].url),))
    if kind in reading.no_form:
        return Finding("not_needed", evidence=(reading.no_form[kind].evidence,))
    if reading.materials == "none_needed":
        return Finding("not_needed", evidence=(reading.stated["materials"].evidence,))
    return Finding("absent", evidence=(reading.base.evidence(note="no such link on the guide and its tabs"),))


@probe("guide_blank_form")
def blank_form(trail: Trail, step: str) -> Finding:
    """Does the guide link to a blank form that downloads and is what it is named as?"""
    return _form(trail, step, "blank_form")


@probe("guide_sample_form")
def sample_form(trail: Trail, step: str) -> Finding:
    """Does the guide link to a filled sample form (示例样表) that opens?"""
    return _form(trail, step, "sample_form")


@probe("guide_scenario")
def scenario_service(trail: Trail) -> Finding:
    """Is there a life-event service for the whole errand: a wizard, a topic page naming every step, or some of them?"""
    look = trail.first("scenario")
    if look is None:
        if reason := trail.unknown.get("scenario"):
            return Finding(status="blocked" if reason.startswith("off_site") else "not_observed", reason=reason)
        return Finding("absent", evidence=absence(trail, trail.places.get("scenario", ())))
    answer = trail.first("scenario_answer")
    if answer is not None and _asks_on(trail, answer.page.text, look.page.text):
        question = next(line for line in look.page.text.split("\n") if "？" in line or "?" in line)
        return Finding("wizard", evidence=(look.evidence(question), answer.evidence(note="after the first answer")))
    named = step_names("\n".join(own_lines(look.page, trail.home.page if trail.home else None)), trail.lexicon, trail.steps)
    if not named:
        return Finding(status="not_observed", reason="the life-event page names no step and asks no question")
    value = "all_steps" if len(named) == len(trail.steps) else "some_steps"
    return Finding(value, evidence=tuple(_step_quote(trail, look, step) for step in named))


def _asks_on(trail: Trail, after: str, before: str) -> bool:
    """Whether the answer brought a new question, or lines that were not there."""
    known = set(before.split("\n"))
    fresh = [line for line in after.split("\n") if line not in known]
    return any(("?" in line or "？" in line or trail.lexicon.has(line, "wizard")) for line in fresh)


def _step_quote(trail: Trail, look: Any, step: str) -> Evidence:
    line = next((line for line in look.page.text.split("\n") if step_names(line, trail.lexicon, (step,))), "")
    return look.evidence(line[:200], step)


@probe("guide_contact")
def contacts(trail: Trail, step: str) -> Finding:
    """Are a consultation and a complaint phone stated, well-formed, and two different ones (or both 12345)?"""
    missing = without_guide(trail, step)
    if missing is not None:
        return missing
    reading, lexicon = reading_of(trail, step), trail.lexicon
    consult, complaint = (_phone(reading, name, lexicon) for name in ("phone", "complaint_phone"))
    checks = [name for name, there in (("consult", consult), ("complaint", complaint)) if there]
    if consult and complaint:
        if well_formed(consult, lexicon) and well_formed(complaint, lexicon):
            checks.append("well_formed")
        if digits(consult) != digits(complaint) or digits(consult) in lexicon.words("hotlines"):
            checks.append("differ")
    said = [reading.stated[name] for name in ("phone", "complaint_phone") if name in reading.stated]
    return Finding(checks, evidence=tuple(_named(one) for one in said) or (reading.base.evidence(note="no phone stated"),))


def _phone(reading: GuideReading, element: str, lexicon: Lexicon) -> str | None:
    text = reading.text(element)
    found = phones(text, lexicon) if text else []
    return found[0] if found else None
