"""What a search did and why: every page it stood on with its ranked candidates, every choice and every retreat.

Kept as a file of the evidence (JSON), so that it can be read beside the observation it led to. Pure data.
"""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass, field
from typing import Any

from anfang.model import Json

MOST_CANDIDATES = 25
"""Of a page; what pulls less is counted."""


Reason = tuple[str, str]
"""A sign and the words that show it ('' where the sign says all)."""


@dataclass(slots=True)
class Choice:
    """A link followed: from where, by which words, why, and what came of it."""

    at: str
    """Key of the page it stands on."""
    words: str
    href: str
    score: float
    reasons: list[Reason]
    to: str = ""
    """Key of the page it led to; '' for nowhere."""
    ending: str = "reached"
    """reached | off site | nothing happened."""
    sum: float | None = None
    """What the signs for and against the page add up to; None where it was not judged."""
    least: float = 0.0
    signs: list[tuple[str, float, str]] = field(default_factory=list[tuple[str, float, str]])
    """(sign, what it added, words) of the judgement."""

    @property
    def accepted(self) -> bool:
        return self.sum is not None and self.sum >= self.least


@dataclass(slots=True)
class Stop:
    """A page of the search with its candidates (words, score, reason), the strongest first."""

    key: str
    url: str
    title: str
    clicks: int
    snapshot: str
    candidates: list[tuple[str, float, list[Reason]]] = field(default_factory=list[tuple[str, float, list[Reason]]])
    weaker: int = 0


@dataclass(slots=True)
class SearchRecord:
    """One search for one goal."""

    goal: str
    ending: str = ""
    """found | exhausted (nothing promising is left) | budget."""
    found: str = ""
    clicks: int | None = None
    stops: dict[str, Stop] = field(default_factory=dict[str, Stop])
    choices: list[Choice] = field(default_factory=list[Choice])

    def packed(self) -> bytes:
        """The stored form: deterministic gzip JSON."""
        body: dict[str, Json] = {
            "format": 1, "goal": self.goal, "ending": self.ending, "found": self.found, "clicks": self.clicks,
            "stops": [_plain(stop) for stop in self.stops.values()], "choices": [_plain(one) for one in self.choices],
        }  # fmt: skip
        raw = json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
        return gzip.compress(raw, 6, mtime=0)


def _plain(part: Stop | Choice) -> dict[str, Any]:
    return {name: getattr(part, name) for name in part.__slots__}


def unpack(data: bytes) -> SearchRecord:
    """A stored record, read back."""
    body: dict[str, Any] = json.loads(gzip.decompress(data))
    stops = [_stop(**stop) for stop in body["stops"]]
    choices = [_choice(**one) for one in body["choices"]]
    return SearchRecord(body["goal"], body["ending"], body["found"], body["clicks"], {one.key: one for one in stops}, choices)


def _stop(*, candidates: list[list[Any]], **rest: Any) -> Stop:
    return Stop(**rest, candidates=[(words, score, _reasons(why)) for words, score, why in candidates])


def _choice(*, reasons: list[list[str]], signs: list[list[Any]], **rest: Any) -> Choice:
    return Choice(**rest, reasons=_reasons(reasons), signs=[(name, added, words) for name, added, words in signs])


def _reasons(pairs: list[list[str]]) -> list[Reason]:
    return [(name, words) for name, words in pairs]
