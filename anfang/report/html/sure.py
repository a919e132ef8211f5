"""What the pages say of how sure a figure is: intervals, bands, tests and the parts of a change, ready to be printed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from anfang.model import Catalogue, RoundResults, Scorecard
from anfang.report.asked import Answer, answers
from anfang.report.compared import KINDS, LEAST, moved_rows, part_rows
from anfang.report.grouping import groups_said
from anfang.report.labels import city_names, label
from anfang.report.lift import ways_said
from anfang.report.robust import bands_said, likely, retest_said, seed_said
from anfang.report.verdict import chance, paragraphs
from anfang.report.wording import Lang
from scoring.certainty import Certainty
from scoring.decompose import Decomposition, Kind
from scoring.ledger import Ledger, ledger
from scoring.movements import Movement
from scoring.whatif import WhatIf, what_if

GAINS = 8


@dataclass(frozen=True, slots=True)
class CitySure:
    """What one city's page adds to its points."""

    ledger: Ledger | None
    """None where a round was not scored by weights that are known."""
    lift: WhatIf | None
    """None for a city that is not ranked."""
    likely: tuple[int, int] | None
    band: int | None
    parts: Decomposition | None
    """Of its change since the earlier round."""
    move: Movement | None
    asked: tuple[Answer, ...]
    """What people said of the city."""


def city_sure(
    results: RoundResults, card: Scorecard, found: Certainty | None, asked: Mapping[str, tuple[Answer, ...]]
) -> CitySure:
    known = results.weights is not None
    standing = found.robust.standings.get(card.city) if found and found.robust else None
    changes = found.changes if found else None
    moves: Mapping[str, Movement] = changes.movements.cities if changes and changes.movements else {}
    return CitySure(
        ledger(results, card.city) if known else None,
        what_if(results, card.city) if known and card.ranked else None,
        (standing.low, standing.high) if standing else None,
        standing.band if standing else None,
        changes.cities.get(card.city) if changes else None,
        moves.get(card.city),
        asked.get(card.city, ()),
    )


def asked_by_city(results: RoundResults, found: Certainty | None) -> Mapping[str, tuple[Answer, ...]]:
    """City -> what people said; nothing where no margin is asked for."""
    told = answers(results, found.grouping.settings.comparison.confidence) if found else ()
    return {city.id: tuple(one for one in told if one.city == city.id) for city in results.cities}


def ranking(found: Certainty | None, results: RoundResults, lang: Lang) -> dict[str, Any]:
    """Standings by city and the notes below the ranking."""
    robust = found.robust if found else None
    if robust is None:
        return {"standings": {}, "rank_notes": (), "top": 0}
    names = city_names(results.cities, lang)
    notes = (bands_said(robust, names, lang), likely(robust, lang), retest_said(robust, lang), seed_said(robust, lang))
    return {"standings": robust.standings, "rank_notes": tuple(note for note in notes if note), "top": robust.settings.top}


def regions(found: Certainty | None, lang: Lang) -> dict[str, Any]:
    """Sentences on the groups, and what their means may be off by."""
    if found is None:
        return {"group_notes": (), "group_error": {}}
    error = {name: (one.low, one.high) for name, one in found.grouping.groups.items() if one.low is not None}
    return {"group_notes": tuple(groups_said(found.grouping, lang)), "group_error": error}


def comparison(found: Certainty | None, results: RoundResults, lang: Lang) -> dict[str, Any]:
    """Sentences, tests by row and region, parts of the mean change, movements by city, counts."""
    changes = found.changes if found else None
    if changes is None:
        return {"verdict": (), "moves": {}, "tests": {}, "region_tests": {}, "change_parts": (), "change_kinds": (), "counts": ()}
    kinds = kinds_of(changes.nation)
    return {
        "verdict": paragraphs(changes, results.catalogue, lang),
        "moves": changes.movements.cities if changes.movements else {},
        "tests": {row: (one, chance(one.found.flips), chance(one.corrected)) for row, one in moved_rows(changes.indicators)},
        "region_tests": {name: chance(one.corrected) for name, one in changes.regions.items()},
        "change_parts": parts_told(changes.nation, kinds, results.catalogue, lang),
        "change_kinds": kinds,
        "counts": tuple((one, chance(one.chance), chance(one.corrected)) for one in changes.counts),
        "seed_said": label("seed_note", lang).format(draws=changes.settings.draws, seed=changes.settings.seed),
    }


def kinds_of(found: Decomposition | None) -> Sequence[Kind]:
    """The kinds of terms that did something."""
    amounts: Mapping[Kind, float] = found.by_kind() if found else {}
    return [kind for kind in KINDS if abs(amounts.get(kind, 0.0)) >= LEAST] or ["performance"]


def parts_told(
    found: Decomposition | None, kinds: Sequence[Kind], catalogue: Catalogue, lang: Lang
) -> tuple[tuple[str, str, Sequence[float], float], ...]:
    """(row or '', name, amounts by kind, all) of every part, the greatest first."""
    names = {one.id: getattr(one, lang) for one in (*catalogue.indicators, *catalogue.dimensions)}
    rows = {row.id for row in catalogue.indicators}
    return tuple(
        (part if part in rows else "", names.get(part, label("others_parts", lang)), amounts, sum(amounts))
        for part, amounts in part_rows(found, kinds).items()
    )


def ways(found: WhatIf, catalogue: Catalogue, lang: Lang) -> tuple[str, ...]:
    return ways_said(found, catalogue, lang)
