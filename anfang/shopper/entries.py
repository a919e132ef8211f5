"""What a box of links holds: service items, headlines or entries of a menu. Told by all of its links together. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from statistics import median
from typing import Literal

from anfang.shopper.lexicon import Lexicon, squeeze
from anfang.shopper.page import Link, Node, Page

Kind = Literal["items", "news", "menu", ""]

LEAST_LINKS = 3
SHORTEST_ITEM = 6
LEAST_ITEMS = 0.4
LEAST_NEWS = 0.4
LONG_TEXT = 13
"""Characters: the middle length from which a list without names of items reads like headlines (Latin letters: three times that)."""
MOST_LEVELS = 8
DATE = re.compile(r"(?<!\d)(?:20\d\d[-./年]\d{1,2}|\[?\d{1,2}-\d{2}\]?)(?!\d)")


def kind_of_box(link: Link, page: Page, lexicon: Lexicon) -> Kind:
    """The kind of the nearest box around a link that holds three links or more; '' where there is none."""
    return page.once(f"entries {lexicon.lang}", lambda: _kinds(page, lexicon)).get(link.node.index, "")


def is_item(text: str, lexicon: Lexicon) -> bool:
    """Whether a text reads like the name of a service item (公司注销登记服务指南): long enough, with a word of items."""
    value = squeeze(text)
    shortest = SHORTEST_ITEM * (1 if lexicon.lang == "zh" else 2)
    directory = lexicon.lang == "zh" and any(value.endswith(end) for end in lexicon.words("category_endings"))
    return len(value) >= shortest and bool(lexicon.has(text, "item_words")) and not directory and not lexicon.has(text, "news")


def opens_in_place(text: str, lexicon: Lexicon) -> bool:
    """Whether words say that something opens below them: a mark of it, or "expand", and not that it is open."""
    words = lexicon.words("expand_marks")
    marked = text[:1] in words or text[-1:] in words or bool(lexicon.has(text, "expand"))
    return marked and len(text) > 1 and not lexicon.has(text, "collapse")


def _kinds(page: Page, lexicon: Lexicon) -> Mapping[int, Kind]:
    boxes: dict[int, tuple[Node, list[Link]]] = {}
    inside = _links_inside(page)
    for link in page.links:
        box = next((above for above in (*link.node.above(),)[:MOST_LEVELS] if len(inside.get(above.index, ())) >= LEAST_LINKS), None)
        if box is not None:
            boxes.setdefault(box.index, (box, []))[1].append(link)
    found: dict[int, Kind] = {}
    for box, links in boxes.values():
        found |= dict.fromkeys((link.node.index for link in links), _kind(inside[box.index], lexicon))
    return found


def _links_inside(page: Page) -> Mapping[int, list[Link]]:
    """Box -> the links with words in it, each address once."""
    found: dict[int, dict[str, Link]] = {}
    for link in page.links:
        if not link.text:
            continue
        for above in (*link.node.above(),)[:MOST_LEVELS]:
            found.setdefault(above.index, {}).setdefault(link.href or link.text, link)
    return {index: list(links.values()) for index, links in found.items()}


def _kind(links: list[Link], lexicon: Lexicon) -> Kind:
    texts = [link.text for link in links if not lexicon.is_one_of(link.text, "actions", "more")]
    if len(texts) < LEAST_LINKS:
        return ""
    items = sum(is_item(text, lexicon) for text in texts) / len(texts)
    news = sum(bool(lexicon.has(text, "news")) for text in texts) / len(texts)
    long = LONG_TEXT * (1 if lexicon.lang == "zh" else 3)
    if items >= LEAST_ITEMS and items > news:
        return "items"
    if news >= LEAST_NEWS or median(len(text) for text in texts) >= long:
        return "news"
    return "menu"
