"""Texts of guides read as values: limits in working days, counts, depth, ways in and out, phones, sign-in methods."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

import cn2an

from anfang.shopper.lexicon import Lexicon, squeeze, stands
from anfang.shopper.page import fold

NUMBER = re.compile(r"(?<![\d.])(\d{1,4}(?:\.\d+)?)(?![\d.])")
CHINESE_NUMBER = re.compile(r"[零〇一二两三四五六七八九十百]{1,5}")
PHONE = re.compile(r"(?<!\d)(?:\+?86[- ])?(\(?0\d{2,3}\)?[- —–]?\d{6,9}(?:[-转]\d{1,5})?|1\d{10}|1\d{4}|[48]00[- ]?\d{3}[- ]?\d{4}|\d{3,}(?:-\d+)*)(?!\d)")
SPACED_PHONE = re.compile(r"(?<![\d/])(\+?\(?\d(?:[\d ()./-]{0,20}\d)?)(?![\d/])")
"""A number as other languages than Chinese write it: groups of digits apart."""
LEAST_DIGITS = 3
EXTENSION = re.compile(r"\s*(?:转|ext\.?|extension|int\.?|interno|x|-)\s*\d{1,5}$", re.I)
LONGEST_LOCAL = 10
HOURS_A_DAY = 8

Way = Literal["electronic", "mail", "none"]


@dataclass(frozen=True, slots=True)
class LimitSeen:
    """A time limit as read: working days (hours / 8), or `none` where the guide says that there is none."""

    days: float | Literal["none"]
    unit: str
    raw: str


def number(text: str, lexicon: Lexicon | None = None) -> float | None:
    """The first number of a text: Arabic, Chinese, or a number word of the language."""
    value = fold(text)
    found = NUMBER.search(value)
    if found:
        return float(found.group(1))
    if lexicon is not None and lexicon.lang != "zh":
        words = re.findall(r"[^\W\d_]+", value.lower())
        return next((lexicon.weights("numerals")[word] for word in words if word in lexicon.weights("numerals")), None)
    chinese = CHINESE_NUMBER.search(value)
    if not chinese:
        return None
    try:
        return float(cn2an.cn2an(chinese.group(0).replace("〇", "零"), "smart"))
    except ValueError:
        return None


def whole(value: float) -> float | int:
    """3.0 -> 3, so that equal values are written alike."""
    return int(value) if float(value).is_integer() else round(value, 4)


def limit(text: str, unit: str, lexicon: Lexicon) -> LimitSeen | None:
    """A limit in working days.

    "5个工作日", "即办", "4小时", "无法定时限", or a bare number whose unit stood in the label. None where nothing can be read.
    """
    value = squeeze(text)
    if lexicon.is_placeholder(text):
        return None
    if lexicon.has(value, "no_limit"):
        return LimitSeen("none", "", text)
    plain = _without_law(value)
    counted, measure = _measured(plain, unit, lexicon)
    if counted is None:
        return LimitSeen(0, "instant", text) if lexicon.has(value, "instant") else None
    if measure == "hour":
        return LimitSeen(whole(_hours(counted)), "hours", text)
    return LimitSeen(whole(counted), "working_days", text) if measure == "working_day" or counted == 0 else None


def _measured(text: str, unit: str, lexicon: Lexicon) -> tuple[float | None, str]:
    """The number that stands before a unit, of a range the upper end (1-3个工作日 = 3), and which unit it is.

    A text that speaks of other units as well (2个月内，其中审核10个工作日) cannot be read surely.
    """
    if re.search("|".join(rf"\d\s*{re.escape(word)}" for word in lexicon.words("other_units")) or r"$^", text):
        return None, "other"
    for measure in ("hour", "working_day"):
        units = "|".join(re.escape(squeeze(word)) for word in sorted(lexicon.words(measure), key=len, reverse=True))
        found = re.search(rf"([\d.]+|{_number_words(lexicon)})\s*(?:{units})", text)
        counted = number(found.group(1), lexicon) if found else None
        if counted is not None:
            return counted, measure
        if lexicon.has(unit, measure):
            return number(text, lexicon), measure
    counted = number(text, lexicon)
    return counted, "working_day" if counted == 0 or NUMBER.fullmatch(text) else ""


def _number_words(lexicon: Lexicon) -> str:
    """A pattern of numbers in words."""
    if lexicon.lang == "zh":
        return CHINESE_NUMBER.pattern
    return "|".join(rf"\b{re.escape(word)}\b" for word in lexicon.weights("numerals"))


def _without_law(text: str) -> str:
    """A limit's sentence without cited articles (第二十条, 第5款), whose numbers are no limits."""
    return re.sub(r"第[零〇一二两三四五六七八九十百\d]+[条款项号章]", "", text)


def _hours(hours: float) -> float:
    """Up to 8 hours: hours / 8 of a working day; 9 to 24: one; more: hours / 24 (docs/methodology.md, conventions)."""
    if hours <= HOURS_A_DAY:
        return hours / HOURS_A_DAY
    return 1.0 if hours <= 24 else hours / 24


def trips(text: str, lexicon: Lexicon) -> int | None:
    """A declared number of trips: 跑0次, 最多跑1次, 0, 零次; -1 means that nothing is promised."""
    value = squeeze(text)
    if lexicon.is_placeholder(text) or re.search(r"-\s*\d", value):
        return None
    counted = number(value, lexicon)
    return int(counted) if counted is not None and 0 <= counted <= 20 else None


STARS = re.compile(r"[★☆]{3,}")
"""A rating; the full stars count."""


def depth(text: str, lexicon: Lexicon) -> str | None:
    """The declared depth of online handling, I to IV, of the highest label that the text contains."""
    if lexicon.is_placeholder(text):
        return None
    value = fold(text)
    if stars := STARS.match(value):
        return ("I", "II", "III", "IV")[min(stars.group(0).count("★"), 4) - 1] if "★" in stars.group(0) else None
    matches = [
        (len(word), level) for level in ("IV", "III", "II", "I")
        if (word := lexicon.has(value, "depth", level)) and not lexicon.denied(value, word)
    ]  # fmt: skip
    return max(matches)[1] if matches else None


def way(text: str, lexicon: Lexicon, end: Literal["in", "out"]) -> Way | None:
    """How papers come in, or results go out: the least effort that the text offers; None where it says nothing."""
    if lexicon.is_placeholder(text):
        return None
    value = fold(text)
    kinds: tuple[Way, ...] = ("electronic", "mail")
    for kind in kinds:
        word = lexicon.has(value, f"{kind}_{end}")
        if word and not lexicon.denied(value, word):
            return kind
    return "none" if lexicon.has(value, f"window_{end}") else None


def phones(text: str, lexicon: Lexicon) -> list[str]:
    """The phone numbers of a text as they stand."""
    pattern = PHONE if lexicon.lang == "zh" else SPACED_PHONE
    found = (match.group(1).strip() for match in pattern.finditer(fold(text)))
    return [number for number in found if len(digits(number)) >= LEAST_DIGITS]


def well_formed(phone: str, lexicon: Lexicon) -> bool:
    """Whether the digits, an extension aside, have one of the forms of the language's numbering plan."""
    text = fold(phone).strip()
    main = EXTENSION.sub("", text)
    number = digits(main if len(digits(main)) >= LONGEST_LOCAL or "-" not in text else text)
    return any(re.fullmatch(form, number) for form in lexicon.words("phone_forms"))


def digits(phone: str) -> str:
    return re.sub(r"\D", "", phone)


def step_names(text: str, lexicon: Lexicon, steps: tuple[str, ...]) -> tuple[str, ...]:
    """The steps of the scenario that a text names; the name of the whole errand (企业开办) names none of them."""
    text = without_errand(text, lexicon)
    return tuple(step for step in steps if names_step(text, step, lexicon))


def without_errand(text: str, lexicon: Lexicon) -> str:
    """A text without the names of the whole errand, which name no step (企业开办专区 is no registration of an enterprise)."""
    for word in sorted(lexicon.words("actions", "scenario"), key=len, reverse=True):
        text = re.sub(re.escape(word), "；", text, flags=re.I)
    return text


def names_step(text: str, step: str, lexicon: Lexicon) -> bool:
    """Whether a text names the step: one of its names, or a word of each of its groups close together."""
    value = squeeze(text)
    if any(stands(squeeze(name), value) for name in lexicon.words("steps", step, "names")):
        return True
    groups = lexicon.groups(step)
    return bool(groups) and any(
        all(any(stands(squeeze(word), part) for word in group) for group in groups) for part in _parts(value)
    )


def _parts(text: str) -> list[str]:
    """A text cut where one name ends and the next begins."""
    return [part for part in re.split(r"[、,，;；/|。\n]| {2,}", text) if part]


SURE, LIKELY, PART, DOUBTFUL = 1.0, 0.9, 0.6, 0.4
MOST_LEFT_OVER = 2
MOST_LEFT_SHARE = 0.15


def goal_match(text: str, step: str, lexicon: Lexicon) -> float:
    """How surely a title names the step and no other errand of the same trade: 0, or DOUBTFUL to SURE.

    Titles combine errands (企业设立、变更、注销登记), so a part without an exclusion word is enough; a title that says more
    than the step's words and usual modifiers (发票票种核定调整) is doubtful, unless a part of it says just those.
    """
    value = _without_guide_words(squeeze(text), lexicon)
    names = {squeeze(name) for name in lexicon.words("steps", step, "names")}
    if value in names:
        return SURE
    value = without_errand(value, lexicon)
    if not names_step(value, step, lexicon):
        return 0.0
    excluded = [word for word in lexicon.words("exclude") if squeeze(word) in value]
    if not excluded and _says_little_more(value, step, lexicon):
        return LIKELY
    clean = [part for part in _joined_parts(value, lexicon) if not any(squeeze(word) in part for word in excluded)]
    if any(part in names or (names_step(part, step, lexicon) and (excluded or _says_little_more(part, step, lexicon))) for part in clean):
        return PART
    return 0.0 if excluded else DOUBTFUL


def _without_guide_words(value: str, lexicon: Lexicon) -> str:
    """A title without the words that say that it is a guide's (公司设立登记（办事指南））."""
    for word in sorted(map(squeeze, lexicon.words("guide_link")), key=len, reverse=True):
        plain = re.sub(rf"[-_—:：(（\[]*\s*{re.escape(word)}\s*[)）\]]*$", "", value)
        if plain and plain != value and not (word.isascii() and plain[-1:].isalnum() and not plain.endswith(" ") and value[len(plain) : len(plain) + 1].isalnum()):
            return plain.strip()
    return value


def _says_little_more(value: str, step: str, lexicon: Lexicon) -> bool:
    return len(left_over(value, step, lexicon)) <= max(MOST_LEFT_OVER, len(value) * MOST_LEFT_SHARE)


def _joined_parts(value: str, lexicon: Lexicon) -> list[str]:
    """The parts of a title that combines errands."""
    words = lexicon.words("joiners")
    joiners = "|".join(rf"\b{re.escape(word)}\b" if word.isascii() and word.isalpha() else re.escape(word) for word in words)
    pieces = (piece.strip() for part in _parts(value) for piece in (re.split(joiners, part) if joiners else [part]))
    return [piece for piece in pieces if piece]


def left_over(value: str, step: str, lexicon: Lexicon) -> str:
    """What a title says beyond the step's words and the usual modifiers."""
    known = [squeeze(word) for group in lexicon.groups(step) for word in group]
    known += [squeeze(word) for word in (*lexicon.words("steps", step, "names"), *lexicon.words("modifiers"))]
    for word in sorted(set(known), key=len, reverse=True):
        value = value.replace(word, "")
    return re.sub(r"[\W_\d]", "", value)
