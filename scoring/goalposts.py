"""Goalposts: from a raw value to 0-100 points. Fixed, so that two rounds can be compared; data, not prose.

A rule is the `score` field of a catalogue row (scoring/kinds.py). Values have the forms of docs/methodology.md.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import Any, cast

from anfang.errors import BadInput
from anfang.model import Json
from scoring.conditions import field, holds, number

Rule = Mapping[str, Any]

NOTHING = ("no_guide", "unreachable")
"""Worth 0 in every row: the step has no guide, the home page is dead."""


def points(rule: Rule, value: Json) -> float | None:
    """Points, 0-100, of one value; None where the value decides nothing (too few facts, or a word of `not_applicable`).

    A rule of kind `sum_steps` scores the value as if it were the sum. Raises BadInput for a value that has not the form.
    """
    if rule["kind"] == "sum_steps":
        return summed(rule, [value])[0]
    if isinstance(value, str):
        if value in NOTHING or value in rule.get("codes", ()):
            return float(rule.get("codes", {}).get(value, 0.0))
        if value in rule.get("not_applicable", ()):
            return None
    for case in rule.get("cases", ()):
        if _all(case["when"], value):
            return float(case["points"])
    found = _KINDS[rule["kind"]](rule, value)
    return None if found is None else _capped(rule, value, found)


def applies(rule: Rule, value: Json) -> bool:
    """False for the words that say that the row has nothing to measure here."""
    return not (isinstance(value, str) and value in rule.get("not_applicable", ()))


def summed(rule: Rule, values: Sequence[Json]) -> tuple[float, float | None]:
    """Points and sum of the steps' values under a `sum_steps` rule; the sum is None where a void code makes it 0 points."""
    if any(isinstance(value, str) and value in rule.get("void", ()) for value in values):
        return 0.0, None
    total = math.fsum(term(rule, value) for value in values)
    found = points(rule["score"], total)
    if found is None:
        raise _unfit(values, "a sum that its goalposts can score")
    return found, total


def term(rule: Rule, value: Json) -> float:
    """What the value of one step adds to the sum of a `sum_steps` rule."""
    if isinstance(value, str) and value in rule.get("terms", ()):
        return float(rule["terms"][value])
    return _figure(value, rule.get("field"))


def _capped(rule: Rule, value: Json, found: float) -> float:
    ceilings = [case["points"] for case in rule.get("at_most", ()) if _all(case["when"], value)]
    return float(min([found, *ceilings]))


def _all(conditions: Sequence[str], value: Json) -> bool:
    return all(holds(condition, value) for condition in conditions)


def _codes(rule: Rule, value: Json) -> float:
    word = field(value, rule["field"]) if rule.get("field") else value
    if not isinstance(word, str) or word not in rule["codes"]:
        raise _unfit(value, f"one of {', '.join(rule['codes'])}")
    return float(rule["codes"][word])


def _steps(rule: Rule, value: Json) -> float | None:
    x = _x(rule, value)
    if x is None:
        return None
    return float(next((worth for limit, worth in rule["upto"] if x <= limit), rule["beyond"]))


def _linear(rule: Rule, value: Json) -> float | None:
    x = _x(rule, value)
    if x is None:
        return None
    through = rule["through"]
    if x <= through[0][0]:
        return float(through[0][1])
    for (left, low), (right, high) in pairwise(through):
        if x <= right:
            return low + (high - low) * (x - left) / (right - left)
    return float(through[-1][1])


def _share(rule: Rule, value: Json) -> float | None:
    lost = rule.get("lost")
    share = _ratio(rule, value, lost or rule["part"])
    if share is None:
        return None
    return 100.0 * (1.0 - share if lost else share)


def _checks(rule: Rule, value: Json) -> float | None:
    worth = _worth(rule["of"])
    if isinstance(value, Mapping):
        rated = cast("Mapping[str, Json]", value)
        if any(rated.get(name) is None for name in worth):
            return None
        return min(100.0, math.fsum(worth[name] for name in worth if rated[name]))
    if not isinstance(value, list):
        raise _unfit(value, f"a list of {', '.join(worth)}")
    passed = set(cast("list[str]", value))
    if unknown := passed - set(worth):
        raise _unfit(
            value, f"a list of {', '.join(worth)} ({', '.join(sorted(map(str, unknown)))} is none of them)"
        )
    return 100.0 if len(passed) == len(worth) else math.fsum(worth[name] for name in passed)


def _worth(of: Mapping[str, float] | Sequence[str]) -> Mapping[str, float]:
    return of if isinstance(of, Mapping) else dict.fromkeys(of, 100.0 / len(of))


def _rules(rule: Rule, value: Json) -> float | None:
    if not isinstance(value, Mapping):
        raise _unfit(value, "a mapping")
    if any(field(cast(Json, value), name) is None for name in rule.get("needs", ())):
        return None
    applicable = [check for check in rule["rules"] if _all(check.get("when", ()), cast(Json, value))]
    if not applicable:
        return None
    return 100.0 * sum(_all(check["pass"], cast(Json, value)) for check in applicable) / len(applicable)


def _deductions(rule: Rule, value: Json) -> float | None:
    failed, applicable = field(value, rule["failed"]), field(value, rule["applicable"])
    if not isinstance(failed, list) or not isinstance(applicable, list):
        raise _unfit(value, f"{{{rule['applicable']}: [...], {rule['failed']}: [...]}}")
    if len(cast("list[Json]", applicable)) < rule.get("enough", 0):
        return None
    severe = rule.get("severe", {})
    lost = math.fsum(severe.get(name, rule["each"]) for name in sorted(set(cast("list[str]", failed))))
    return max(0.0, 100.0 - lost)


def _blend(rule: Rule, value: Json) -> float | None:
    found = [(part["weight"], points(part["score"], value)) for part in rule["of"]]
    whole = math.fsum(weight for weight, _ in found)
    scored = [weight * worth for weight, worth in found if worth is not None]
    return math.fsum(scored) / whole if len(scored) == len(found) else None


def _x(rule: Rule, value: Json) -> float | None:
    """The number that a rule asks of a value; None where there are not enough facts."""
    if rule.get("part"):
        return _ratio(rule, value, rule["part"])
    name = rule.get("field")
    if name and isinstance(value, Mapping) and cast("Mapping[str, Json]", value).get(name) is None:
        return None
    return _figure(value, name)


def _ratio(rule: Rule, value: Json, part: str) -> float | None:
    some, whole = _figure(value, part), _figure(value, rule["of"])
    if some > whole:
        raise _unfit(value, f"{part} not above {rule['of']}")
    return None if whole == 0 or whole < rule.get("enough", 0) else some / whole


def _figure(value: Json, name: str | None = None) -> float:
    found = number(field(value, name) if name else value)
    if found is None or not math.isfinite(found) or found < 0:
        raise _unfit(value, f"a number of 0 or more{f' in {name!r}' if name else ''}")
    return found


def _unfit(value: Json, wanted: str) -> BadInput:
    return BadInput(f"the value {value!r} does not fit", mend=f"give {wanted}")


_KINDS: Mapping[str, Callable[[Rule, Json], float | None]] = {
    "codes": _codes,
    "steps": _steps,
    "linear": _linear,
    "share": _share,
    "checks": _checks,
    "rules": _rules,
    "deductions": _deductions,
    "blend": _blend,
}
