"""The reports' own words in both languages (`words/`), and names that depend on the language."""

from __future__ import annotations

import re

from anfang.report.wording import Lang, words


def label(key: str, lang: Lang) -> str:
    """A label of the report; KeyError for one that is not in the table."""
    return words("labels")["labels"][key][lang]


def region_name(region: str, lang: Lang) -> str:
    """A region in the language; a region that the table does not know keeps its own name."""
    return _named("labels", "regions", region, lang)


def tier_name(tier: str, lang: Lang) -> str:
    return _named("reasons", "tiers", tier, lang)


def scenario_name(scenario: str, lang: Lang) -> str:
    return _named("reasons", "scenarios", scenario, lang)


def reason(text: str, lang: Lang) -> str | None:
    """Why something was left out, in the language; None where the table does not know the reason."""
    for row in words("reasons")["reasons"]:
        if found := re.fullmatch(row["match"], text.strip()):
            return row[lang].format(*found.groups(""))
    return None


def _named(table: str, kind: str, id: str, lang: Lang) -> str:
    known = words(table)[kind].get(id)
    return known[lang] if known else id
