"""A search in words of one language: its goal, its ending, and every choice with its reasons and its judgement."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from anfang.model import Catalogue
from anfang.report.wording import Lang, words
from anfang.shopper.search_record import Choice, Reason, SearchRecord, Stop

SHOWN = 6
"""Candidates of a page that were not followed, the strongest first."""


@dataclass(frozen=True, slots=True)
class Move:
    """A choice as it is told."""

    words: str
    score: str
    why: str
    ending: str
    """accepted | rejected | off site | nothing happened | reached, in the language."""
    accepted: bool
    judged: str
    """The sum and the signs, the strongest first; '' where nothing was judged."""
    page: str
    url: str


@dataclass(frozen=True, slots=True)
class Scene:
    """A page of the search, the moves made from it, and what else could have been followed."""

    title: str
    url: str
    clicks: str
    snapshot: str
    moves: tuple[Move, ...]
    others: tuple[str, ...]
    weaker: str


@dataclass(frozen=True, slots=True)
class Story:
    goal: str
    ending: str
    found: bool
    clicks: str
    scenes: tuple[Scene, ...]


def tell(record: SearchRecord, catalogue: Catalogue, lang: Lang) -> Story:
    """The search in words. Pages from which nothing was followed are left out."""
    scenes = tuple(
        _scene(stop, moves, record, lang)
        for stop in record.stops.values()
        if (moves := [choice for choice in record.choices if choice.at == stop.key])
    )
    clicks = _said("choices", "clicks", lang, record.clicks) if record.clicks is not None else ""
    return Story(_goal(record.goal, catalogue, lang), _said("endings", record.ending, lang), bool(record.found), clicks, scenes)


def _goal(goal: str, catalogue: Catalogue, lang: Lang) -> str:
    kind, _, name = goal.partition(":")
    steps = {step.id: getattr(step, lang) for step in catalogue.steps}
    return _said("goals", kind, lang, steps.get(name) or _said("sections", name, lang))


def _scene(stop: Stop, choices: Sequence[Choice], record: SearchRecord, lang: Lang) -> Scene:
    followed = {choice.words for choice in choices}
    others = [f"{text} {score:g}（{_why(why, lang)}）" if lang == "zh" else f"{text} {score:g} ({_why(why, lang)})"
              for text, score, why in stop.candidates if text not in followed]  # fmt: skip
    more = stop.weaker + max(0, len(others) - SHOWN)
    return Scene(
        stop.title or stop.url, stop.url, _said("choices", "clicks", lang, stop.clicks), stop.snapshot,
        tuple(_move(choice, record, lang) for choice in choices), tuple(others[:SHOWN]),
        _said("choices", "weaker", lang, more) if more else "",
    )  # fmt: skip


def _move(choice: Choice, record: SearchRecord, lang: Lang) -> Move:
    reached = record.stops.get(choice.to)
    ending = choice.ending if choice.sum is None else "accepted" if choice.accepted else "rejected"
    return Move(
        choice.words, f"{choice.score:g}", _why(choice.reasons, lang), _said("choices", ending, lang), choice.accepted,
        _judged(choice, lang), reached.title if reached else "", reached.url if reached else choice.href,
    )  # fmt: skip


def _why(reasons: Iterable[Reason], lang: Lang) -> str:
    return _joined((_with(_said("reasons", name, lang), text, lang) for name, text in reasons), lang)


def _judged(choice: Choice, lang: Lang) -> str:
    if choice.sum is None:
        return ""
    told = (
        f"{added:+g} {_with(_said('signs', name, lang), text, lang)}"
        for name, added, text in sorted(choice.signs, key=lambda one: -abs(one[1]))
    )
    return f"{_said('choices', 'sum', lang, f'{choice.sum:g}', f'{choice.least:g}')}: {_joined(told, lang)}"


def _with(name: str, text: str, lang: Lang) -> str:
    if not text:
        return name
    return f"{name}“{text}”" if lang == "zh" else f"{name} “{text}”"


def _joined(parts: Iterable[str], lang: Lang) -> str:
    return ("，" if lang == "zh" else ", ").join(parts)


def _said(table: str, key: str, lang: Lang, *values: object) -> str:
    """A word of the tables; what they do not know stands as it was recorded."""
    known = words("searches")[table].get(key)
    return known[lang].format(*values) if known else key
