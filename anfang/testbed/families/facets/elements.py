"""The elements of a guide that are a label and a value: which there are, and how the portal says them."""

from __future__ import annotations

from typing import Any

from anfang.testbed.facts import StepFacts
from anfang.testbed.families.facets import values
from anfang.testbed.families.facets.portal import Portal

Pair = dict[str, Any]
TEXTS = (
    "name", "legal_basis", "conditions", "location", "office_hours", "phone", "complaint_phone", "authority", "audience",
    "item_type", "fee", "result",
)  # fmt: skip


def element(portal: Portal, guide: StepFacts, key: str) -> Pair | None:
    """{label, value} of an element, or None where the guide doesn't state it."""
    if key in TEXTS:
        return _pair(portal.words[key], getattr(guide, key))
    if key == "depth":
        return _depth(portal, guide)
    if key in ("statutory", "promised"):
        limit = getattr(guide, key)
        return None if limit is None else _pair(*values.limit(key, limit, portal.taste, portal.words))
    return _pair(portal.words[key], _said(portal, guide, key))


def _pair(label: str, value: str | None) -> Pair | None:
    return None if value is None else {"label": label, "value": value}


def _said(portal: Portal, guide: StepFacts, key: str) -> str | None:
    words = portal.words
    if key == "trips":
        return None if guide.trips is None else values.trips(guide.trips, words)
    if key == "handling_type":
        return None if guide.handling_type is None else values.handling(guide.handling_type, words)
    way = guide.mail_in if key == "mail_in" else guide.mail_out
    return None if way is None else values.sent("in" if key == "mail_in" else "out", way, words)


def _depth(portal: Portal, guide: StepFacts) -> Pair | None:
    """Stars with the level as their title, or the level in words, or both."""
    if guide.depth is None:
        return None
    words, number = portal.words, values.STARS[guide.depth]
    level, shown = words[f"depth_{number}"], portal.taste["stars"]
    pair: Pair = {"label": words["depth"], "value": "" if shown == "stars" else level}
    if shown != "words":
        pair |= {"stars": number, "title": level, "tip": f"{level}：{words[f'depth_tip_{number}']}"}
    return pair


def elements(portal: Portal, guide: StepFacts, keys: list[str]) -> list[Pair]:
    """Those of the elements that the guide states."""
    found = (element(portal, guide, key) for key in keys)
    return [pair for pair in found if pair is not None]
