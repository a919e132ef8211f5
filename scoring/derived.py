"""Derived counts (e.g. cities where nobody needs to go to the hall), each with its denominator. The rules are the catalogue's.

A city where the answer is not known is neither counted nor in the denominator: a count never rests on a guess.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, cast

from anfang.model import Catalogue, Derived, Evidence, Json, Observation, Plan, Scorecard
from scoring.cells import NONE, WHOLE, Cell, Cells
from scoring.conditions import field, holds, number
from scoring.goalposts import NOTHING
from scoring.regions import mean

Rule = Mapping[str, Any]
Quotes = Mapping[tuple[str, str, str], Sequence[Evidence]]
"""(city, step, row) -> evidence of the observed cells whose rule reads a quoted text."""
_CLAUSE = re.compile(r"[，,；;。()（）\n]")


def derived(
    found: Cells,
    cards: Mapping[str, Scorecard],
    catalogue: Catalogue,
    plan: Plan,
    observations: Iterable[Observation],
) -> tuple[Derived, ...]:
    """The counts whose row is in the basket, in the catalogue's order; a mean by step becomes one figure per step."""
    basket = set(plan.basket)
    rules = [rule for rule in catalogue.derived if rule["indicator"] in basket]
    quotes = _quotes(rules, observations, catalogue)
    return tuple(one for rule in rules for one in _figures(rule, found, cards, catalogue, plan, quotes))


def _figures(
    rule: Rule, found: Cells, cards: Mapping[str, Scorecard], catalogue: Catalogue, plan: Plan, quotes: Quotes
) -> Iterator[Derived]:
    if rule["steps"] == "each":
        yield from _by_step(rule, found, cards, catalogue, plan)
        return
    known: dict[int, bool | None] = {}
    answers = {city: _known(rule, city, found, cards[city], plan, quotes, known) for city in cards}
    held = tuple(city for city, answer in answers.items() if answer)
    told = tuple(city for city, answer in answers.items() if answer is not None)
    count = float(len(held)) if told else None
    yield Derived(rule["id"], rule["zh"], rule["en"], count, len(told), held, told)


def _by_step(
    rule: Rule, found: Cells, cards: Mapping[str, Scorecard], catalogue: Catalogue, plan: Plan
) -> Iterator[Derived]:
    """The mean of a field for each step, over the cities where the step's value has it."""
    for step in (step for step in catalogue.steps if step.id in plan.steps):
        cells = (found.get((city, rule["indicator"]), {}).get(step.id) for city in cards)
        values = [
            number(field(cell.value, rule["field"])) for cell in cells if cell and cell.status == "observed"
        ]
        known = [value for value in values if value is not None]
        name = f"{rule['id']}.{step.id}"
        yield Derived(name, f"{rule['zh']}·{step.zh}", f"{rule['en']}: {step.en}", mean(known), len(known))


def _known(
    rule: Rule, city: str, found: Cells, card: Scorecard, plan: Plan, quotes: Quotes, known: dict[int, bool | None]
) -> bool | None:
    """The answer of a city; cities that were seen alike share their cells, and so their answer."""
    if rule["quoted"] or rule["steps"] == "sum":
        return _answer(rule, city, found, card, plan, quotes)
    place = id(found.get((city, rule["indicator"]), NONE))
    if place not in known:
        known[place] = _answer(rule, city, found, card, plan, quotes)
    return known[place]


def _answer(rule: Rule, city: str, found: Cells, card: Scorecard, plan: Plan, quotes: Quotes) -> bool | None:
    """Whether the city counts; None where it is not known."""
    if rule["steps"] == "sum":
        row = card.indicators.get(rule["indicator"])
        return None if row is None or row.value is None else _holds(rule, row.value)
    cells = found.get((city, rule["indicator"]), NONE)
    names = (WHOLE,) if rule["steps"] == "one" or WHOLE in cells else plan.steps
    inside = {
        name: cell
        for name in names
        if (cell := cells.get(name, _UNSEEN)).status not in ("not_applicable", "not_planned")
    }
    if rule["steps"] == "total":
        return _total(rule, list(inside.values()))
    answers = [
        _step(rule, cell, quotes.get((city, name, rule["indicator"]), ())) for name, cell in inside.items()
    ]
    return _OVER[rule["steps"]](answers)


_UNSEEN = Cell("not_observed")


def _step(rule: Rule, cell: Cell, evidence: Sequence[Evidence]) -> bool | None:
    if cell.status != "observed" or cell.value is None:
        return None
    if rule["quoted"]:
        return _quoted(rule["quoted"], cell, evidence)
    return _holds(rule, cell.value)


def _holds(rule: Rule, value: Any) -> bool:
    return all(holds(condition, value) for condition in rule["when"])


def _total(rule: Rule, cells: Sequence[Cell]) -> bool | None:
    """The condition on the sums of the numeric fields; known only where every step is."""
    if not cells or any(cell.status != "observed" or cell.value is None for cell in cells):
        return None
    sums: dict[str, float] = {}
    for value in (
        cast("Mapping[str, Json]", cell.value) for cell in cells if isinstance(cell.value, Mapping)
    ):
        for name in value:
            sums[name] = sums.get(name, 0.0) + (number(field(value, name)) or 0.0)
    return _holds(rule, sums)


def _any(answers: Sequence[bool | None]) -> bool | None:
    if True in answers:
        return True
    return None if None in answers or not answers else False


def _none(answers: Sequence[bool | None]) -> bool | None:
    found = _any(answers)
    return None if found is None else not found


_OVER: Mapping[str, Callable[[Sequence[bool | None]], bool | None]] = {
    "one": _any,
    "any": _any,
    "none": _none,
}


def _quotes(rules: Sequence[Rule], observations: Iterable[Observation], catalogue: Catalogue) -> Quotes:
    wanted = {rule["indicator"]: catalogue[rule["indicator"]].channels for rule in rules if rule["quoted"]}
    return {
        (one.city, one.step, one.indicator): one.evidence
        for one in observations
        if one.channel in wanted.get(one.indicator, ())
    }


def _quoted(rule: Rule, cell: Cell, evidence: Sequence[Evidence]) -> bool | None:
    """Whether a clause of the quoted text names what the pattern asks for and does not take it back."""
    if cell.value in NOTHING or (isinstance(cell.value, list) and rule["note"] not in cell.value):
        return False
    texts = [one.quote for one in evidence if one.quote and rule["note"] in one.note]
    if not texts:
        return None
    clauses = [clause for text in texts for clause in _CLAUSE.split(text)]
    return any(re.search(rule["pattern"], clause) and not _taken_back(rule, clause) for clause in clauses)


def _taken_back(rule: Rule, clause: str) -> bool:
    return bool(rule["unless"] and re.search(rule["unless"], clause))
