"""The true value of every row that the testbed plants, in the forms of the methodology.

Where the texts of the instrument leave room:

- Papers come in electronically if the guide says so or if an online application can be reached, else by mail if the
  guide says so, else not without a visit. The result goes out as stated, else not without a visit. `derived` trips
  count the ends that need one.
- `declared` trips count, except 0 where `derived` is more.
- An element is stated when it has a text that is no placeholder; 无 is a statement for fee and conditions alone.
  Materials that say that nothing is to be handed in, and a statutory limit that says that there is none, are stated.
  无承诺时限 promises nothing: it is not a stated promise.
- A step without a guide has the value `no_guide` on the guide's rows, depth, mail, days and materials; its trips are
  {declared: null, derived: null, used: 2}, its search `none`, its application `absent`, its FAQ 0.
- A portal with a `bare` home page has nothing but that page. It offers no link to check, so that tech_links has no
  true value there: the row is missing from the result.
- `raw` (depth) and `units` (time limits) are wordings of the family: planted as None, and left out of comparisons.
- What may not be seen has no value but a status: `Left`. An enquiry on a host of its own is blocked, every row of a portal
  behind a firewall's check too; the rows that are summed do not apply to the second step of a combined guide.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from anfang.model import Json, Status
from anfang.testbed import families
from anfang.testbed.facts import Limit, PortalFacts, StepFacts
from anfang.testbed.handling import DEPTHS, comes_in, derived_trips, goes_out, seen_depth
from anfang.testbed.texts import STEPS, Pool, pool


@dataclass(frozen=True, slots=True)
class Left:
    """The status of a row that has no value."""

    status: Status


Truth = dict[tuple[str, str], Json | Left]
"""(step, indicator) -> value or status; step '' for what a portal has once."""

STEP_ROWS = (
    "guide_findable", "guide_core_elements", "guide_ext_elements", "guide_time_limits", "guide_materials_clear",
    "guide_blank_form", "guide_sample_form", "guide_contact", "tech_search_ok", "proc_trips", "proc_depth",
    "proc_apply", "proc_mail", "proc_days", "proc_materials", "int_faq",
)  # fmt: skip
PORTAL_ROWS = (
    "guide_scenario", "tech_load", "tech_links", "tech_login", "tech_errors", "proc_status", "int_consult_channel",
    "int_complaint_channel", "gate_service",
)  # fmt: skip
BASKET = STEP_ROWS + PORTAL_ROWS
"""The rows whose truth the testbed knows."""

CORE = ("name", "legal_basis", "conditions", "materials", "location", "office_hours", "phone", "process")
EXTENDED = (
    "authority", "audience", "item_type", "handling_type", "statutory_limit", "promised_limit", "fee", "result",
    "delivery", "depth", "trips", "complaint_phone",
)  # fmt: skip
SUMMED = ("proc_trips", "proc_days", "proc_materials")
LINKS_CHECKED = 200
NOTHING_IS_SAID_BY_NONE = ("fee", "conditions")


def truth(facts: PortalFacts) -> Truth:
    """The true values of one portal in one round.

    Raises KeyError for a family that is not registered.
    """
    if facts.home == "dead":
        return dict.fromkeys(_keys(), "unreachable")
    if facts.home == "walled":
        return dict.fromkeys(_keys(), Left("blocked"))
    if facts.home == "bare":
        facts = _with_nothing(facts)
    words, values = pool(facts.lang), _portal(facts)
    for step in STEPS:
        guide = facts.steps.get(step)
        rows = _no_guide() if guide is None or guide.way == "absent" else _guide(guide, words)
        values |= {(step, row): value for row, value in rows.items()}
    return values


def _keys() -> list[tuple[str, str]]:
    return [(step, row) for step in STEPS for row in STEP_ROWS] + [("", row) for row in PORTAL_ROWS]


def _with_nothing(facts: PortalFacts) -> PortalFacts:
    return replace(
        facts, steps={}, search="absent", scenario="absent", login="absent", status="absent", consult="absent",
        complaint="absent", dead_links=0, script_errors=0,
    )  # fmt: skip


def _portal(facts: PortalFacts) -> Truth:
    rows: dict[str, Json] = {
        "guide_scenario": facts.scenario,
        "tech_load": facts.delay,
        "tech_login": facts.login,
        "tech_errors": facts.script_errors,
        "proc_status": facts.status,
        "int_consult_channel": _channel(facts.consult),
        "int_complaint_channel": _channel(facts.complaint),
        "gate_service": sum(_not_usable(facts.steps.get(step), pool(facts.lang)) for step in STEPS),
    }
    if facts.home == "normal":
        checked = list(families.links(facts).values())[:LINKS_CHECKED]
        rows["tech_links"] = sum(checked) / len(checked)
    return {("", row): value for row, value in rows.items()}


def _channel(channel: str) -> Json | Left:
    return Left("blocked") if channel == "off_site" else {"form": channel, "sent": None}


def _not_usable(step: StepFacts | None, words: Pool) -> bool:
    """No guide, or one that lacks four or more core elements."""
    return step is None or step.way == "absent" or len(CORE) - len(core_elements(step, words)) >= 4


def _no_guide() -> dict[str, Json]:
    rows: dict[str, Json] = {row: "no_guide" for row in STEP_ROWS if row.startswith("guide_")}
    return rows | {
        "guide_findable": "absent",
        "tech_search_ok": "none",
        "proc_trips": {"declared": None, "derived": None, "used": 2},
        "proc_depth": "no_guide",
        "proc_apply": "absent",
        "proc_mail": "no_guide",
        "proc_days": "no_guide",
        "proc_materials": "no_guide",
        "int_faq": 0,
    }


def _guide(step: StepFacts, words: Pool) -> dict[str, Json | Left]:
    promised = working_days(step.promised)
    rows: dict[str, Json | Left] = {
        "guide_findable": step.way,
        "guide_core_elements": core_elements(step, words),
        "guide_ext_elements": extended_elements(step, words),
        "guide_time_limits": _time_limits(step),
        "guide_materials_clear": _materials(step),
        "guide_blank_form": step.blank_form,
        "guide_sample_form": step.sample_form,
        "guide_contact": _contact(step, words),
        "tech_search_ok": step.search_rank if step.search_rank is not None else "none",
        "proc_trips": _trips(step),
        "proc_depth": _depth(step),
        "proc_apply": step.apply,
        "proc_mail": {"in": comes_in(step), "out": goes_out(step)},
        "proc_days": "unstated" if promised is None or promised == "none" else promised,
        "proc_materials": _count(step),
        "int_faq": step.faq,
    }
    return rows | dict.fromkeys(SUMMED, Left("not_applicable")) if step.combined_with else rows


def stated(text: str | None, words: Pool, element: str = "") -> bool:
    """Whether a cell says something: a text that is no placeholder."""
    if text == words.nothing and element in NOTHING_IS_SAID_BY_NONE:
        return True
    return text is not None and text not in words.placeholders


def core_elements(step: StepFacts, words: Pool) -> list[str]:
    """The core elements that the guide states, in the catalogue's order."""
    given = {"name": True, "materials": step.materials is not None, "process": bool(step.process)}
    return [element for element in CORE if given.get(element) or stated(_text(step, element), words, element)]


def extended_elements(step: StepFacts, words: Pool) -> list[str]:
    """The extended elements that the guide states, in the catalogue's order."""
    given = {
        "statutory_limit": step.statutory is not None,
        "promised_limit": working_days(step.promised) not in (None, "none"),
        "delivery": step.mail_out is not None,
        "depth": step.depth is not None,
        "trips": step.trips is not None,
    }
    return [
        element
        for element in EXTENDED
        if given.get(element) or (element not in given and stated(_text(step, element), words, element))
    ]


def _text(step: StepFacts, element: str) -> str | None:
    text = getattr(step, element, None)
    return text if isinstance(text, str) else None


def working_days(limit: Limit | None) -> float | str | None:
    """Working days; 'none' where the guide says that there is no limit, None where it says nothing."""
    if limit is None:
        return None
    if limit.amount is None:
        return "none"
    if limit.unit == "working_days":
        return limit.amount
    if limit.amount <= 8:
        return limit.amount / 8
    return max(1.0, limit.amount / 24)


def _time_limits(step: StepFacts) -> dict[str, Json]:
    promised = working_days(step.promised)
    return {
        "statutory_days": working_days(step.statutory),
        "promised_days": None if promised == "none" else promised,
        "handling_type": step.handling_type,
        "units": None,
    }


def _materials(step: StepFacts) -> Json:
    if step.materials is None:
        return "unstated"
    if step.materials == "none_needed":
        return "none_needed"
    return {"listed": len(step.materials), "catch_all": sum(material.catch_all for material in step.materials)}


def _count(step: StepFacts) -> int | str:
    if step.materials is None:
        return "unstated"
    return 0 if step.materials == "none_needed" else len(step.materials)


def _contact(step: StepFacts, words: Pool) -> list[str]:
    """The checks passed. A check about both numbers fails where one is missing."""
    told = [text for text in (step.phone, step.complaint_phone) if text and stated(text, words)]
    numbers = ["".join(filter(str.isdigit, text)) for text in told]
    both = len(numbers) == 2
    passed = {
        "consult": stated(step.phone, words),
        "complaint": stated(step.complaint_phone, words),
        "well_formed": both and all(words.well_formed.fullmatch(number) for number in numbers),
        "differ": both and (numbers[0] != numbers[1] or numbers[0] == words.hotline),
    }
    return [check for check, ok in passed.items() if ok]


def _trips(step: StepFacts) -> Mapping[str, int | None]:
    derived = derived_trips(step)
    boasts = step.trips == 0 and derived > 0
    used = derived if step.trips is None or boasts else step.trips
    return {"declared": step.trips, "derived": derived, "used": used}


def _depth(step: StepFacts) -> dict[str, Json]:
    seen = seen_depth(step)
    used = seen if step.depth is None else min(step.depth, seen, key=DEPTHS.index)
    return {"declared": step.depth, "raw": None, "seen": seen, "used": used}
