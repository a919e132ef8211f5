"""Text of strangers made fit for a page: nothing that is not a character, and names that are safe in a path."""

from __future__ import annotations

import hashlib
import re

from markupsafe import Markup

# Controls but tab and line feed, lone surrogates, non-characters, and the overrides that reorder what is read
# (UAX #9: a quotation must not be able to turn the rest of the line around).
_UNFIT = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
_SAFE_NAME = re.compile(r"[a-z0-9][a-z0-9_-]*")


def clean(text: str) -> str:
    """`text` without what no page can show."""
    return _UNFIT.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def shown(value: object) -> object:
    """What a template prints: strings cleaned, markup of our own templates as it is."""
    return clean(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def folded(text: str) -> str:
    """Cleaned, every run of white space one blank: how quotations are compared."""
    return " ".join(clean(text).split())


def safe_name(name: str) -> str:
    """A file name or anchor for an id; one that is not plain becomes its hash."""
    return name if _SAFE_NAME.fullmatch(name) else f"x{_hash(name)}"


def quote_anchor(quote: str) -> str:
    """Where a quotation stands on the page of its snapshot."""
    return f"q-{_hash(folded(quote))}"


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
