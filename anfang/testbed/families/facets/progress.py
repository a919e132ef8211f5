"""The progress query: what a number is answered."""

from __future__ import annotations

from typing import Any

from anfang.testbed.families.facets.portal import Portal

ANSWERS = ("stages", "state", "asks")


def sample(portal: Portal) -> str:
    """A number that the query knows, for the page to show; none where it only asks."""
    if portal.facts.status not in ("stages", "state"):
        return ""
    rng = portal.taste.rng("case")
    prefix = rng.choice(("BJ", "YW", "SL"))
    return f"{prefix}{rng.choice((2020, 2021, 2022))}{rng.randint(1, 12):02d}{rng.randint(10000, 99999)}"


def page(portal: Portal) -> dict[str, Any] | None:
    """The query's page; None where a sign-in stands before it, or where there is none."""
    code = portal.facts.status
    if code in ("login", "absent"):
        return None
    quiet = portal.taste.one_of("no answer", ("off", "stuck")) if code == "no_answer" else ""
    return {"mode": quiet or "ask", "sample": sample(portal)}


def answer(portal: Portal, number: str) -> dict[str, Any]:
    """Stage by stage, one word, or that there is no such case."""
    words, asked = portal.words, number.strip().upper()
    if not asked:
        return {"said": words["status_empty"]}
    if asked != sample(portal):
        return {"said": words["status_wrong"]}
    if portal.facts.status == "state":
        return {"label": words["status_label"], "state": words["status_word"]}
    number = sample(portal)
    dates = [f"{number[2:6]}-{number[6:8]}-{date}" for date in ("06 09:12", "06 15:40", "08 10:05", "09 16:31")]
    stages = [{"name": words[f"stage_{n}"], "at": at} for n, at in enumerate(dates, start=1)]
    return {"title": words["status_stages"], "stages": stages}
