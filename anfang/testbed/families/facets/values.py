"""How planted values that are no texts are said."""

from __future__ import annotations

from anfang.testbed.facts import Limit
from anfang.testbed.families.facets.taste import Taste
from anfang.testbed.families.facets.wording import Words

STARS = {"I": 1, "II": 2, "III": 3, "IV": 4}


def amount(number: float) -> str:
    """5.0 days are 5 days."""
    return f"{number:g}"


def limit(kind: str, value: Limit, taste: Taste, words: Words) -> tuple[str, str]:
    """Label and value of a time limit (`kind` statutory or promised); the unit stands in one of the two."""
    label = words[kind]
    if value.amount is None:
        return label, words["no_statutory" if kind == "statutory" else "no_promise"]
    number = amount(value.amount)
    if value.unit == "hours":
        return label, words["hours"].format(n=number)
    if taste["units"] == "label":
        return label + words["in_days"], number
    if value.amount == 0:
        return label, words["now"]
    return label, words["days" if kind == "promised" else "days_n"].format(n=number)


def trips(number: int, words: Words) -> str:
    return words[f"trips_{number}"]


def handling(kind: str, words: Words) -> str:
    return words["at_once" if kind == "即办件" else "by_date"]


def sent(end: str, way: str, words: Words) -> str:
    """How papers come `in` or the result goes `out`."""
    return words[f"{end}_{way}"]
