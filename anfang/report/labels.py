"""The reports' own words in both languages (`words/`), and names that depend on the language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from anfang.model import City
from anfang.report.wording import Lang, words


def label(key: str, lang: Lang) -> str:
    """A label of the report; KeyError for one that is not in the table."""
    return _labels()[key][lang]


@cache
def _labels() -> Mapping[str, Mapping[str, str]]:
    return words("labels")["labels"] | words("statistics")["labels"]


def city_name(city: City, lang: Lang) -> str:
    return city.name if lang == "zh" else city.name_en


def city_names(cities: Iterable[City], lang: Lang) -> Mapping[str, str]:
    """Id -> name."""
    return {city.id: city_name(city, lang) for city in cities}


def region_name(region: str, lang: Lang) -> str:
    """A region in the language; a region that the table does not know keeps its own name."""
    return _named("labels", "regions", region, lang)


def tier_name(tier: str, lang: Lang) -> str:
    """A tier, e.g. 副省级城市、省会城市: its parts in the language."""
    return {"zh": "、", "en": ", "}[lang].join(
        _named("reasons", "tiers", part, lang) for part in tier.split("、")
    )


def scenario_name(scenario: str, lang: Lang) -> str:
    return _named("reasons", "scenarios", scenario, lang)


def reason(text: str, lang: Lang) -> str | None:
    """Why something was left out, in the language; None where the table does not know the reason."""
    return _known("reasons", text.strip(), lang)


def note(text: str, lang: Lang) -> str | None:
    """A note of the evidence in the language: a pattern, or the id of an element, step or way; None for data."""
    ids = words("values")["codes"] | words("reasons")["names"]
    known = None if text.strip() in words("notes")["names"] else ids.get(text.strip())
    return known[lang] if known else _known("notes", text.strip(), lang)


def _known(table: str, text: str, lang: Lang) -> str | None:
    names = words(table)["names"]
    if text in names:
        return names[text][lang]
    for row in words(table)[table]:
        if found := re.fullmatch(row["match"], text):
            return row[lang].format(*(_inner(table, group, lang) for group in found.groups("")))
    return None


def _inner(table: str, text: str, lang: Lang) -> str:
    """A group of a reason or note: parts joined by '; '. A reason may list words that have names; a note holds data."""
    told = [
        _known(table, part, lang) or (_words(part, lang) if table == "reasons" else part)
        for part in text.split("; ")
    ]
    return ("；" if lang == "zh" else "; ").join(told)


def _words(text: str, lang: Lang) -> str:
    names = words("reasons")["names"]
    named = re.sub(r"[a-z_]+", lambda found: names[found[0]][lang] if found[0] in names else found[0], text)
    return named.replace(", ", "、") if lang == "zh" else named


def _named(table: str, kind: str, id: str, lang: Lang) -> str:
    known = words(table)[kind].get(id)
    return known[lang] if known else id
