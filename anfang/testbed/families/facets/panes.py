"""The panes of a guide: which there are, and what each answers when its tab is clicked."""

from __future__ import annotations

from typing import Any

from anfang.testbed.facts import StepFacts
from anfang.testbed.families.facets import faq, files
from anfang.testbed.families.facets.elements import elements
from anfang.testbed.families.facets.matters import Matter
from anfang.testbed.families.facets.papers import papers
from anfang.testbed.families.facets.portal import Portal

Block = dict[str, Any]
CARDS = ["statutory", "promised", "trips", "depth"]
"""What stands above the panes."""


def cards(portal: Portal, guide: StepFacts) -> list[dict[str, Any]]:
    """The elements above the panes, in the portal's order."""
    keys = [*CARDS, "handling_type"] if portal.taste.one_of("cards", (True, False)) else CARDS
    return elements(portal, guide, portal.taste.shuffled("cards", keys))


def tabs(portal: Portal, matter: Matter) -> list[dict[str, str]]:
    """The panes that hold something, in the portal's order; the first is open."""
    order = portal.taste.shuffled("panes", ["materials", "process", "rules", "basis", "window", "fee", "files"])
    kept = ["base", *order, "faq"]
    return [{"key": key, "label": _label(portal, key)} for key in kept if blocks(portal, matter, key)]


def _label(portal: Portal, key: str) -> str:
    if key == "rules":
        return portal.words["tab_rules" if portal.taste["rules"] == "one" else "conditions"]
    labels = {"base": "tab_base", "basis": "legal_basis", "window": "tab_window", "files": "tab_files"}
    return portal.words[labels.get(key, key)]


def blocks(portal: Portal, matter: Matter, key: str) -> list[Block]:
    """What a pane shows; nothing where the guide states nothing of it."""
    guide = matter.guide
    if key == "materials":
        return papers(portal, matter)
    if key == "process":
        return _process(portal, guide)
    if key == "files":
        return files.pane(portal, matter)
    if key == "faq":
        return faq.pane(portal, guide)
    return _pairs(portal, guide, key)


def _pairs(portal: Portal, guide: StepFacts, key: str) -> list[Block]:
    found = elements(portal, guide, _held(portal, key))
    as_text = key in ("rules", "basis")
    return [{"kind": "texts" if as_text else "pairs", "pairs": found}] if found else []


def _held(portal: Portal, key: str) -> list[str]:
    """The elements of a pane of pairs."""
    apart, own = portal.taste["rules"] == "two", portal.taste["fee"] == "own"
    held = {
        "base": ["name", *portal.taste.shuffled("base", _base(portal, own))],
        "rules": ["conditions"] if apart else ["conditions", "legal_basis"],
        "basis": ["legal_basis"] if apart else [],
        "window": ["location", "office_hours", "phone", "complaint_phone"],
        "fee": ["fee"] if own else [],
    }
    return held[key]


def _base(portal: Portal, own: bool) -> list[str]:
    above = portal.taste.one_of("cards", (True, False))
    keys = ["authority", "audience", "item_type", "result", "mail_in", "mail_out"]
    return [*keys, *([] if own else ["fee"]), *([] if above else ["handling_type"])]


def _process(portal: Portal, guide: StepFacts) -> list[Block]:
    if not guide.process:
        return []
    words = portal.words
    numbers = [words["step_n"].format(n=n) for n in range(1, len(guide.process) + 1)]
    head = [words["col_order"], words["col_step"]]
    return [{"kind": "process", "steps": list(guide.process), "numbers": numbers, "head": head}]
