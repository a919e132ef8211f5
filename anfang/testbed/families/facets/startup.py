"""Business start-up as one thing: a wizard that asks, or a topic page that names steps. Neither leads to a guide."""

from __future__ import annotations

from typing import Any

from anfang.testbed.families.facets.portal import Portal
from anfang.testbed.texts import STEPS

KINDS = ("kind_limited", "kind_stock", "kind_partner", "kind_sole")
NATURES = ("nature_home", "nature_abroad")
SETTINGS = ("setting_person", "setting_firm", "setting_both")
ASKED = {"seal": "wizard_seal", "invoice": "wizard_tax", "social_insurance": "wizard_staff"}


def page(portal: Portal) -> dict[str, Any] | None:
    """The topic page; None where there is none."""
    code, words = portal.facts.scenario, portal.words
    if code == "absent":
        return None
    head = {"title": words["m_start"], "lead": words["start_lead"]}
    if code == "wizard":
        return head | {"hint": words["wizard_lead"], "questions": _questions(portal)}
    return head | {"list": words["start_steps"], "steps": [_step(portal, step) for step in _named(portal)]}


def _named(portal: Portal) -> list[str]:
    if portal.facts.scenario == "all_steps":
        return list(STEPS)
    rng = portal.taste.rng("some steps")
    return sorted(rng.sample(STEPS, rng.randint(1, 3)), key=STEPS.index)


def _step(portal: Portal, step: str) -> dict[str, str]:
    return {"name": portal.words[f"start_{step}"], "about": portal.words[f"about_{step}"]}


def _questions(portal: Portal) -> list[dict[str, Any]]:
    """A tree of kinds first, then what the list depends on; the next question comes after the last is answered."""
    tree = [("kind", "wizard_kind", KINDS), ("nature", "wizard_nature", NATURES), ("setting", "wizard_setting", SETTINGS)]
    tree = tree[: portal.taste.one_of("wizard tree", (1, 2, 3))]
    kept = portal.taste.shuffled("wizard asks", list(ASKED))[: portal.taste.one_of("wizard asks", (1, 2, 3))]
    rest = [(step, ASKED[step], ("wizard_yes", "wizard_no")) for step in STEPS if step in kept]
    return [_question(portal, *one) for one in (*tree, *rest)]


def _question(portal: Portal, key: str, asked: str, options: tuple[str, ...]) -> dict[str, Any]:
    shown = [{"value": option, "label": portal.words[option]} for option in options]
    return {"key": key, "asked": portal.words[asked], "options": shown}


def outcome(portal: Portal, answers: dict[str, str]) -> list[dict[str, str]]:
    """The steps for these answers: all but those that were declined."""
    return [_step(portal, step) for step in STEPS if answers.get(step) != "wizard_no"]
