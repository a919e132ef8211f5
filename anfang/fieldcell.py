"""One cell that somebody filled in -> a word, a number, a date, a value, a proof; anything else is refused with its address.

Nothing is guessed but what is the same number or word in another dress: full-width digits, blanks around it.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import fields
from datetime import date, datetime, time, tzinfo
from typing import Any, cast

from anfang.celltext import printable
from anfang.errors import BadInput
from anfang.grid import Cell
from anfang.model import Evidence, Json
from anfang.schema import did_you_mean

_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")
_CODE = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_NO_VALUE = {"n/a", "na", "nan", "null", "-", "--", "/", "?", "—", "——", "–", "…", "无数据", "不详", "未知"}
_NEITHER = {"是", "否", "有", "没有", "对", "错", "√", "×", "✓", "✗", "yes", "no", "y", "n"}
_HASHES = ("snapshot", "screenshot", "file")
_EVIDENCE = tuple(field.name for field in fields(Evidence))


def text(cell: Cell) -> str:
    return "" if cell.value is None else printable(str(cell.value))


def folded(cell: Cell) -> str:
    """The cell's text without the dress: ３ is 3, "3 " is 3."""
    return unicodedata.normalize("NFKC", text(cell)).strip()


def word(cell: Cell, name: str, known: Iterable[str], *, meant: Mapping[str, str] | None = None) -> str:
    """One of `known`; `meant` maps what people write instead (a Chinese name) to what the error suggests."""
    found, names = folded(cell), list(known)
    if found in names:
        return found
    mend = f"write one of {_some(names)}"
    if not found:
        raise BadInput(f"{name} is blank", where=cell.where, mend=mend)
    near = f"; did you mean {meant[found]!r}?" if meant and found in meant else did_you_mean(found, names)
    raise BadInput(f"unknown {name} {_short(found)!r}{near}", where=cell.where, mend=mend)


def _some(names: list[str], limit: int = 8) -> str:
    return ", ".join(names[:limit]) + (f" … ({len(names)} in all)" if len(names) > limit else "")


def _short(found: str, limit: int = 40) -> str:
    return found if len(found) <= limit else f"{found[:limit]}…"


def score(cell: Cell) -> float | None:
    """Points, 0-100; None for a blank, which is not 0."""
    found = folded(cell)
    if not found:
        return None
    mend = "write a number from 0 to 100, or leave it blank (a blank is not 0)"
    if isinstance(cell.value, bool) or not _NUMBER.fullmatch(found):
        raise BadInput(f"{_short(found)!r} is no score", where=cell.where, mend=mend)
    if not 0 <= float(found) <= 100:
        raise BadInput(f"the score {found} is out of range", where=cell.where, mend=mend)
    return float(found)


def value(cell: Cell, form: str) -> Json:
    """The JSON value of the cell, a bare code word for its string; `form` is what the instrument says it should be."""
    if cell.json or cell.value is None or isinstance(cell.value, bool | int | float):
        return cell.value
    mend = f"write what the instrument has: {form}"
    found = folded(cell)
    if found.lower() in _NO_VALUE:
        raise BadInput(
            f"{found!r} is no value", where=cell.where, mend="leave it blank; status and reason say why"
        )
    if not isinstance(cell.value, str) or found.lower() in _NEITHER:
        raise BadInput(f"{_short(found)!r} is no value here", where=cell.where, mend=mend)
    if not found:
        return None
    if _CODE.fullmatch(found) and found not in ("true", "false"):
        return found
    try:
        return _json(found if _NUMBER.fullmatch(found) else cell.value)
    except (ValueError, RecursionError) as bad:
        raise BadInput(f"cannot read {_short(found)!r}", where=cell.where, mend=mend) from bad


def _json(found: str) -> Json:
    return json.loads(found, parse_constant=_refuse_constant)


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is not a number")


def evidence(cell: Cell) -> tuple[Evidence, ...]:
    """A JSON list of records, or plain words, which become one note."""
    found: Any = cell.value
    if isinstance(found, str) and found.lstrip().startswith(("[", "{")):
        try:
            found = _json(found)
        except (ValueError, RecursionError) as bad:
            mend = 'write [{"url": "…", "quote": "…"}] or plain words; what a workbook had to cut needs csv or json'
            raise BadInput("the evidence is not JSON", where=cell.where, mend=mend) from bad
    if found is None or found == "":
        return ()
    if not isinstance(found, list):
        return (Evidence(note=text(cell)),)
    return tuple(_proof(item, cell.where) for item in cast("list[Any]", found))


def _proof(item: Any, where: str) -> Evidence:
    mend = f"write a record of texts: {', '.join(_EVIDENCE)}"
    if not isinstance(item, dict):
        raise BadInput("evidence that is no record", where=where, mend=mend)
    record = cast("dict[str, Any]", item)
    for name, said in record.items():
        if name not in _EVIDENCE:
            raise BadInput(f"unknown field {name!r}{did_you_mean(name, _EVIDENCE)}", where=where, mend=mend)
        if not isinstance(said, str):
            raise BadInput(f"{name} is no text", where=where, mend=mend)
        if name in _HASHES and not _SHA256.fullmatch(said):
            raise BadInput(
                f"{name} is no sha256", where=where, mend="write 64 hexadecimal digits, or leave it out"
            )
    return Evidence(**record)


def moment(cell: Cell, zone: tzinfo) -> datetime | None:
    """ISO 8601 or a date cell; `zone` where it names none."""
    found: Any = cell.value
    if found is None or found == "":
        return None
    if isinstance(found, str):
        found = _iso(folded(cell))
    elif isinstance(found, date) and not isinstance(found, datetime):
        found = datetime.combine(found, time())
    if not isinstance(found, datetime):
        mend = "write ISO 8601, e.g. 2026-03-02T09:00+08:00"
        raise BadInput(f"not a date: {_short(str(cell.value))!r}", where=cell.where, mend=mend)
    return found if found.tzinfo else found.replace(tzinfo=zone)


def _iso(found: str) -> datetime | None:
    try:
        return datetime.fromisoformat(found)
    except ValueError:
        return None
