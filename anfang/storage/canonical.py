"""One JSON text and one sha256 for one value, whatever the order in which it was built."""

from __future__ import annotations

import hashlib
import json

from anfang.model import Json


def dumps(value: Json) -> str:
    """JSON with sorted keys and no spaces. Lone surrogates of a page's scripts become U+FFFD: SQLite and UTF-8
    files cannot hold them. Raises ValueError for NaN and infinity, TypeError for what is not JSON."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"))
    return clean(text)


def clean(text: str) -> str:
    """The text with every lone surrogate replaced by U+FFFD."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def digest(value: Json) -> str:
    """sha256 (hex) of the canonical JSON text."""
    return hashlib.sha256(dumps(value).encode()).hexdigest()
