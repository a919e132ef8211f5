"""Materials that stand in no table: numbered lines, lists, cards, a sentence with semicolons. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from anfang.shopper.lexicon import EXACT, Lexicon
from anfang.shopper.materials import MaterialSeen
from anfang.shopper.page import Node, Page, fold

STYLES = (
    re.compile(r"(?:^|(?<=[\s;；。:：,，)）]))[(（]\d{1,2}[)）]\s*"),
    re.compile(r"(?:^|(?<=[\s;；。:：)）]))\d{1,2}\s*[.、．](?!\d)\s*"),
    re.compile(r"(?:^|(?<=[\s;；。:：]))\d{1,2}[)）]\s*"),
    re.compile(r"(?:^|(?<=[\s;；。]))[(（][一二三四五六七八九十]{1,3}[)）]\s*"),
    re.compile(r"(?:^|(?<=[\s;；。]))[一二三四五六七八九十]{1,3}、\s*"),
)
"""Ways of numbering; inside an item another way may number its parts."""
LEAST_SHARE = 0.6
LONGEST_ITEM = 120
SEPARATORS = re.compile(r"[;；]")
NUMBER = re.compile(r"[\d一二三四五六七八九十]{1,3}[.、)）]?")


def listed(page: Page, nodes: Sequence[Node], value: str, lexicon: Lexicon) -> list[MaterialSeen]:
    """The items of a list of materials whose boxes are `nodes` and whose text is `value`; empty where it is no list."""
    names = numbered(value) or _boxes(page, nodes, lexicon) or _parts(value)
    return [MaterialSeen.named(name, name, lexicon) for name in names if _is_item(name, lexicon)]


def numbered(text: str) -> list[str]:
    """The items of a numbered text, parts of items left inside them."""
    places = [(match.start(), style) for style in STYLES if (match := style.search(text))]
    if not places:
        return []
    style = min(places, key=lambda one: one[0])[1]
    starts = [match.span() for match in style.finditer(text)]
    if len(starts) < 2 and starts[0][0] > 0:
        return []
    ends = [start for start, _ in starts[1:]] + [len(text)]
    return [_cut(text[begin:end]) for (_, begin), end in zip(starts, ends, strict=True)]


def _cut(text: str) -> str:
    return text.strip(" ;；。,，")


def _parts(text: str) -> list[str]:
    parts = [_cut(part) for part in SEPARATORS.split(text) if _cut(part)]
    return parts if len(parts) > 1 or len(text) <= LONGEST_ITEM else []


def _boxes(page: Page, nodes: Sequence[Node], lexicon: Lexicon) -> list[str]:
    """The first line of each of the boxes that repeat and hold most of the text."""
    group = _repeated(page, nodes)
    return [name for box in group if (name := _name(page, box, lexicon))]


def _repeated(page: Page, nodes: Sequence[Node]) -> list[Node]:
    boxes = [node for node in nodes if node.tag != "#text"]
    if _holds_most(page, boxes, boxes) and len(boxes) > 1 and _alike(boxes):
        return boxes
    for box in (inner for node in boxes for inner in node.walk()):
        kids = [child for child in box.children if child.tag != "#text" and page.text_of(child)]
        like = max((_like(kid, kids) for kid in kids), key=len, default=list[Node]())
        if len(like) > 1 and _holds_most(page, like, [box]):
            return like
    return []


def _like(kid: Node, kids: list[Node]) -> list[Node]:
    return [other for other in kids if (other.tag, _kind(other)) == (kid.tag, _kind(kid))]


def _kind(node: Node) -> str:
    return (node.attributes.get("class") or "").split(" ")[0]


def _alike(boxes: Sequence[Node]) -> bool:
    return len({(box.tag, _kind(box)) for box in boxes}) == 1


def _holds_most(page: Page, part: Sequence[Node], whole: Sequence[Node]) -> bool:
    all_of = sum(len(page.text_of(node)) for node in whole)
    return all_of > 0 and sum(len(page.text_of(node)) for node in part) >= LEAST_SHARE * all_of


def _name(page: Page, box: Node, lexicon: Lexicon) -> str:
    for line in page.lines_of(box):
        if not NUMBER.fullmatch(line) and not lexicon.is_one_of(line, "material_columns", "number"):
            return _cut(NUMBER.sub("", line, count=1) if re.match(r"\d{1,2}[.、)）]", line) else line)
    return ""


def _is_item(name: str, lexicon: Lexicon) -> bool:
    """Whether a text can be the name of a material: no head of a column, no label, nothing that says nothing."""
    text = fold(name)
    label = lexicon.label(text)
    heads = any(lexicon.is_one_of(text, "material_columns", kind) for kind in ("name", "source", "form", "copies", "required"))
    return bool(text) and not heads and not lexicon.is_placeholder(text) and not (label is not None and label.strength == EXACT)
