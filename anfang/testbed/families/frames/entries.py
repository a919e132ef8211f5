"""Links as the portal writes them: plain, scripted, on a decoy href, or opening a window or a dialog."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

PLAIN = ("plain", "blank")
SCRIPTED = ("js", "void", "hash", "open", "herf")
"""javascript: in href; onclick over javascript:void(0), # or ###; window.open; onclick with a misspelt href."""


@dataclass(frozen=True, slots=True)
class Entry:
    label: str
    url: str
    how: str = "plain"
    """One of PLAIN or SCRIPTED, or `dialog`: a frame over the page."""
    picture: str = ""

    def by(self, how: str) -> Entry:
        return self if self.how == "dialog" else replace(self, how=how)


def by(entries: Sequence[Entry], how: str) -> list[Entry]:
    return [entry.by(how) for entry in entries]
