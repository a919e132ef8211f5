"""What a raw value says, in Chinese and English: every form of the value that the methodology names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Literal, cast

from ruamel.yaml import YAML

from anfang.model import Catalogue, Json

Lang = Literal["zh", "en"]
LANGS: tuple[Lang, ...] = ("zh", "en")

_WORDS = Path(__file__).parent / "words"
_PAUSE = {"zh": "；", "en": "; "}
_COMMA = {"zh": "、", "en": ", "}
_COLON = {"zh": "：", "en": ": "}
_MISSING = {"zh": "缺", "en": "missing"}
_OF = {"zh": "{n} 项中有 {k} 项", "en": "{k} of {n}"}
_YES = {"zh": {True: "是", False: "否"}, "en": {True: "yes", False: "no"}}
UNKNOWN = "—"


@cache
def words(name: str) -> Mapping[str, Any]:
    """A table of `report/words/`: 'values', 'labels' or 'reasons'."""
    return YAML(typ="safe", pure=True).load(_WORDS / f"{name}.yaml")


def readable(value: Json, indicator: str, lang: Lang, catalogue: Catalogue) -> str:
    """A value in words; what the tables do not know stands as it is, so that nothing is hidden."""
    if value is None:
        return UNKNOWN
    if isinstance(value, Mapping):
        return _object(cast("Mapping[str, Json]", value), indicator, lang, catalogue)
    if isinstance(value, Sequence) and not isinstance(value, str):
        return _list(cast("Sequence[Json]", value), indicator, lang, catalogue)
    return word(value, indicator, "", lang)


def rule(code: str, lang: Lang) -> str:
    """A woodpecker rule in words, headed by its id."""
    known = words("values")["rules"].get(code)
    return f"{code} {known[lang]}" if known else code


def number(value: float | None, places: int = 2) -> str:
    """A figure for a table: fixed places, a true minus sign, a dash where it is not known."""
    return UNKNOWN if value is None else f"{value:.{places}f}".replace("-", "−")


def signed(value: float | None, places: int = 2) -> str:
    """A change: +1.25, −0.50, 0.00."""
    if value is None:
        return UNKNOWN
    return number(0.0, places) if round(value, places) == 0 else f"{value:+.{places}f}".replace("-", "−")


def word(value: Json, indicator: str, field: str, lang: Lang) -> str:
    if isinstance(value, bool):
        return _YES[lang][value]
    if isinstance(value, int | float):
        return _number(value, indicator, field, lang)
    codes = words("values")["codes"]
    text = str(value)
    known = codes.get(f"{indicator}.{text}") or codes.get(text)
    return known[lang] if known else text


def _number(value: float, indicator: str, field: str, lang: Lang) -> str:
    form = words("values")["numbers"].get(f"{indicator}.{field}" if field else indicator)
    plain = f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)
    if not form:
        return plain
    return form[lang].format(n=plain, pct=f"{value:.1%}", s="" if value == 1 else "s")


def _list(items: Sequence[Json], indicator: str, lang: Lang, catalogue: Catalogue) -> str:
    told = _COMMA[lang].join(word(item, indicator, "", lang) for item in items)
    whole = _whole(indicator, catalogue)
    if not whole:
        return told or words("values")["codes"]["none"][lang]
    gone = [item for item in whole if item not in items]
    head = _OF[lang].format(k=len(whole) - len(gone), n=len(whole))
    if not gone:
        return head
    lost = _COMMA[lang].join(word(item, indicator, "", lang) for item in gone)
    return f"{head}{_PAUSE[lang]}{_MISSING[lang]}{_COLON[lang]}{lost}"


def _whole(indicator: str, catalogue: Catalogue) -> Sequence[str]:
    """The list that a value of this indicator is a part of; empty where there is none."""
    lists = {
        "guide_core_elements": catalogue.core_elements,
        "guide_ext_elements": catalogue.extended_elements,
    }
    return lists.get(indicator) or words("values")["all_of"].get(indicator, ())


def _object(value: Mapping[str, Json], indicator: str, lang: Lang, catalogue: Catalogue) -> str:
    if indicator == "guide_logic":
        return _logic(value, lang)
    order = list(words("values")["fields"])
    told = [key for key in value if key not in words("values")["silent"]]
    told.sort(key=lambda key: order.index(key) if key in order else len(order))
    return _PAUSE[lang].join(
        f"{field_name(key, indicator, lang)}{_COLON[lang]}{_part(value[key], indicator, key, lang, catalogue)}"
        for key in told
    )


def field_name(key: str, indicator: str, lang: Lang) -> str:
    fields = words("values")["fields"]
    known = fields.get(f"{indicator}.{key}") or fields.get(key)
    return known[lang] if known else key


def _part(value: Json, indicator: str, key: str, lang: Lang, catalogue: Catalogue) -> str:
    if value is None:
        empty = words("values")["null_fields"]
        return empty.get(key, empty["default"])[lang]
    if isinstance(value, Mapping | list | tuple):
        return readable(value, indicator, lang, catalogue)
    return word(value, indicator, key, lang)


def _logic(value: Mapping[str, Json], lang: Lang) -> str:
    applied, failed = len(value.get("applicable") or ()), list(value.get("failed") or ())
    head = {
        "zh": f"适用 {applied} 条规则，未通过 {len(failed)} 条",
        "en": f"{applied} rules applied, {len(failed)} failed",
    }[lang]
    return _PAUSE[lang].join([head, *(rule(str(code), lang) for code in failed)])
