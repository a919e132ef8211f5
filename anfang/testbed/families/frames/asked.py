"""What a visitor filled in: a query is written in the charset of the page that holds the form."""

from __future__ import annotations

from urllib.parse import unquote_to_bytes


def fields(query: str) -> dict[str, str]:
    """Values by name. A field `ie` tells the charset; without it UTF-8 is tried first, then GB18030."""
    pairs = [part.partition("=")[::2] for part in query.split("&") if part]
    raw = {name: unquote_to_bytes(value.replace("+", " ")) for name, value in pairs}
    told = raw.get("ie", b"").decode("ascii", "ignore").lower()
    return {name: _text(value, told) for name, value in raw.items()}


def _text(raw: bytes, told: str) -> str:
    if told and told != "utf-8":
        return raw.decode("gb18030", "replace")
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw.decode("gb18030", "replace")
