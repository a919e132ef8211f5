"""The columns that are no services: news, open government, the city, surveys and special topics."""

from __future__ import annotations

from collections.abc import Mapping

from anfang.testbed.families.county.columns import Column
from anfang.testbed.families.county.dice import Dice
from anfang.testbed.families.county.headlines import FIRST, HEADLINES, LAST, MIDDLE
from anfang.testbed.families.county.library import Library
from anfang.testbed.families.county.words import Words

SECTIONS: Mapping[str, tuple[str, ...]] = {
    "nav_city": ("profile",),
    "nav_news": ("headline", "bureaus", "towns", "notices"),
    "nav_open": ("policy", "staff", "budget", "plans"),
}
"""Top column -> the columns below it."""
BESIDE = ("survey", "interview", "topics")
"""Columns whose top column has more than lists."""


def newsroom(library: Library, dice: Dice, words: Words, city: str) -> dict[str, Column]:
    """All these columns, by key."""
    made: dict[str, Column] = {}
    for top, keys in SECTIONS.items():
        made[top] = library.column(words[top], "hub")
        for key in keys:
            made[key] = library.column(words[key], "news", made[top], dice.pick(f"size {key}", (8, 10, 12)))
    for key in BESIDE:
        made[key] = library.column(words["nav_topics"] if key == "topics" else words[key], "news")
    for key, titles in HEADLINES.items():
        _fill(library, dice, made[key], key, [title.format(city=city) for title in titles], city)
    return made


def _fill(library: Library, dice: Dice, column: Column, key: str, titles: list[str], city: str) -> None:
    days = library.days(key, len(titles), 160)
    for title, day in zip(dice.shuffled(key, titles), days, strict=True):
        column.articles.append(library.article(column, title, day, _body(dice, title, city)))


def _body(dice: Dice, title: str, city: str) -> tuple[str, ...]:
    rng = dice.rng("body", title)
    middle = rng.sample(MIDDLE, rng.randint(1, 3))
    return tuple(part.format(title=title, city=city) for part in (rng.choice(FIRST), *middle, rng.choice(LAST)))
