"""Numbers of persons in a text: identity numbers, mobile phones, bank cards. They are masked in whatever leaves the archive.

Hotlines and landlines of offices stay: they are what a guide is for. A number counts only where its check digit is right
(GB 11643 for identity numbers, Luhn for cards), so that case numbers and credit codes are not taken for one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, cast

from anfang.model import Json

_GAP = r"[\s\u200b-]?"
_IDENTITY = re.compile(rf"(?<![0-9A-Za-z])(?:\d{_GAP}){{17}}[0-9Xx](?![0-9A-Za-z])")
_MOBILE = re.compile(rf"(?<![0-9])(?:\+?86{_GAP})?1[3-9]\d(?:{_GAP}\d){{8}}(?![0-9])")
_CARD = re.compile(rf"(?<![0-9A-Za-z])[3-6](?:{_GAP}\d){{14,18}}(?![0-9A-Za-z])")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
MASK = "＊"
"""Not an asterisk: no cell, no search pattern and no Markdown takes it for anything."""


def private(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every number of a person, in order, none overlapping."""
    found = [*_matches(_IDENTITY, text, _identity), *_matches(_CARD, text, _card), *_matches(_MOBILE, text, _mobile)]
    end = 0
    for first, last in sorted(found, key=lambda span: (span[0], -span[1])):
        if first >= end:
            yield first, last
            end = last


def masked(text: str) -> str:
    """The text with every number of a person masked but for its first three signs; equal in length."""
    told, end = list[str](), 0
    for first, last in private(text):
        told += [text[end:first], text[first : first + 3], MASK * (last - first - 3)]
        end = last
    return "".join([*told, text[end:]]) if told else text


def masked_all(value: Json) -> Json:
    """A JSON value with every text in it masked, keys included."""
    if isinstance(value, str):
        return masked(value)
    if isinstance(value, dict):
        return {masked(str(key)): masked_all(one) for key, one in cast("dict[Any, Any]", value).items()}
    if isinstance(value, list | tuple):
        return [masked_all(one) for one in cast("list[Any]", value)]
    return value


def _matches(pattern: re.Pattern[str], text: str, holds: Any) -> Iterator[tuple[int, int]]:
    for found in pattern.finditer(text):
        if holds(re.sub(r"[\s\u200b-]", "", found[0]).upper()):
            yield found.span()


def _identity(number: str) -> bool:
    total = sum(int(digit) * weight for digit, weight in zip(number[:17], _WEIGHTS, strict=True))
    return number[17] == _CHECKS[total % 11] and "1800" <= number[6:10] <= "2099"


def _card(number: str) -> bool:
    doubled = [int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(number))]
    return sum(one - 9 * (one > 9) for one in doubled) % 10 == 0


def _mobile(number: str) -> bool:
    return len(number.removeprefix("+").removeprefix("86" if len(number) > 11 else "")) == 11
