"""Find quotations in the text of a snapshot and cut the text where their marks begin and end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from anfang.report.html.text import clean, folded, quote_anchor


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of the text; `anchors` are the quotations that begin here, `marked` whether any covers it."""

    text: str
    anchors: tuple[str, ...] = ()
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation and whether the stored text holds it."""

    text: str
    anchor: str
    found: bool


def mark(text: str, quotes: Iterable[str]) -> tuple[list[Passage], list[Quoted]]:
    """The text in passages and each quotation with its anchor. White space is folded for the comparison."""
    text = clean(text)
    flat, places = _fold(text)
    spans: list[tuple[int, int, str]] = []
    told: list[Quoted] = []
    for quote in sorted({folded(quote) for quote in quotes} - {""}):
        at = flat.find(quote)
        anchor = quote_anchor(quote)
        told.append(Quoted(quote, anchor, at >= 0))
        if at >= 0:
            spans.append((places[at], places[at + len(quote) - 1] + 1, anchor))
    return _passages(text, spans), told


def _fold(text: str) -> tuple[str, list[int]]:
    """The text with white space folded, and for each of its characters the place in the original."""
    flat: list[str] = []
    places: list[int] = []
    for at, char in enumerate(text):
        blank = char.isspace()
        if blank and (not flat or flat[-1] == " "):
            continue
        flat.append(" " if blank else char)
        places.append(at)
    return "".join(flat), places


def _passages(text: str, spans: list[tuple[int, int, str]]) -> list[Passage]:
    cuts = sorted({0, len(text), *(cut for start, end, _ in spans for cut in (start, end))})
    return [
        Passage(
            text[start:end],
            tuple(anchor for begins, _, anchor in spans if begins == start),
            any(begins <= start and end <= ends for begins, ends, _ in spans),
        )
        for start, end in pairwise(cuts)
    ]
