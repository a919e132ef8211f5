"""Text that is safe in a cell: what a portal's page said may be a formula, a control character or half an emoji."""

from __future__ import annotations

import re

from anfang.model import Json
from anfang.storage.canonical import dumps

CELL_LIMIT = 32_767
"""Characters of one Excel cell, counted in UTF-16 units (ECMA-376, and Excel's published limits)."""

CUT_MARK = "…[cut]"

_JSON_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ufffe\uffff]")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_FORMULA = tuple("=+-@＝＋－＠")
"""First characters, after blanks, that a spreadsheet may take for a formula (OWASP, CSV Injection)."""


def compact(value: Json) -> str:
    """The canonical JSON text, with escapes (\\u007f) for what a cell cannot show; the same value comes back."""
    return _JSON_ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", dumps(value))


def printable(text: str) -> str:
    """`text` with control characters shown as their pictures (␀, ␇) and the unencodable as �; tab and line feed stay."""
    return _UNPRINTABLE.sub(_picture, text.replace("\r\n", "\n").replace("\r", "\n"))


def _picture(found: re.Match[str]) -> str:
    code = ord(found[0])
    return chr(0x2400 + code) if code < 0x20 else "\ufffd"


def cut(text: str, limit: int = CELL_LIMIT) -> str:
    """`text`, or as much of it as fits before a visible mark; never half a character."""
    if _units(text) <= limit:
        return text
    room = (limit - len(CUT_MARK)) * 2
    return text.encode("utf-16-le")[:room].decode("utf-16-le", "ignore") + CUT_MARK


def _units(text: str) -> int:
    return len(text) + sum(ord(char) > 0xFFFF for char in text)


def guard(text: str) -> str:
    """`text` for a CSV cell: an apostrophe stands before what could start a formula. `unguard` undoes it exactly."""
    risky = text.startswith("'") or text.lstrip().startswith(_FORMULA)
    return f"'{text}" if risky else text


def unguard(text: str) -> str:
    return text[1:] if text.startswith("'") else text
