"""Labels and their values on a page, whatever the layout: table rows, definition lists, cards, heading over content.

One rule serves them all. Climb from the label to the largest box that holds nothing else; the value is what follows that box:
the next cell where the label is a cell, else everything up to the next box that looks like the label's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from anfang.shopper.lexicon import EXACT, Label, Lexicon, squeeze
from anfang.shopper.page import BLOCKS, HEADINGS, Node, Page, fold

CELLS = frozenset({"td", "th", "dt"})
LONGEST_LABEL_TEXT = 30
COLON = re.compile(r"[:：]")
ANY_LABEL_WEIGHT = 0
LEAST_STARS = 3


@dataclass(frozen=True, slots=True)
class Pair:
    """A recognised label and what stands with it. `nodes` hold the value's elements (for tables and links in it)."""

    label: Label
    value: str
    nodes: tuple[Node, ...]
    quote: str
    """Label and value as they stand on the page."""
    inline: bool = False


def longest(lexicon: Lexicon) -> int:
    """Characters of the longest text that may be a label: words of Latin letters take twice the room."""
    return LONGEST_LABEL_TEXT * (1 if lexicon.lang == "zh" else 2)


def rated(nodes: Iterable[Node]) -> str:
    """A rating drawn as stars of their own boxes (★★★☆): as many full ones as look like the first; '' where there is none."""
    stars = [node.parent for box in nodes for node in box.walk() if node.tag == "#text" and node.shown and node.own.strip() == "★"]
    looks = [node.attributes.get("class", "") + node.attributes.get("style", "") for node in stars if node is not None]
    if len(looks) < LEAST_STARS:
        return ""
    full = next((at for at, look in enumerate(looks) if look != looks[0]), len(looks))
    return "★" * full + "☆" * (len(looks) - full)


def pairs(page: Page, lexicon: Lexicon) -> list[Pair]:
    """All pairs of the page in document order; pressable labels (tabs, menus) are left to the tab reader."""
    found: list[Pair] = []
    for node in page.nodes:
        if node.tag == "#text" or not node.shown:
            continue
        text = page.text_of(node)
        if not text or (len(text) > longest(lexicon) and node.tag not in BLOCKS):
            continue
        pair = _whole_label(page, lexicon, node, text) or _inline_label(page, lexicon, node, text)
        if pair is not None:
            found.append(pair)
    return found


def _whole_label(page: Page, lexicon: Lexicon, node: Node, text: str) -> Pair | None:
    """A node whose whole text is a label, taken at the innermost such node."""
    if len(text) > longest(lexicon) or any(page.text_of(child) == text for child in node.children if child.tag != "#text"):
        return None
    label = lexicon.label(text)
    if label is None:
        return None
    box = outermost(page, node)
    if _is_column_head(page, box) or (label.strength < EXACT and _is_value_cell(box)):
        return None
    nodes = tuple(_rest_of_line(page, lexicon, box) or _following(page, lexicon, box))
    value = fold(" ".join(page.text_of(part) for part in nodes))
    return Pair(label, value.lstrip(": "), nodes, f"{text} {value}".strip()[:300])


def outermost(page: Page, node: Node) -> Node:
    """The largest ancestor that shows the same text as the node and nothing else."""
    text = page.text_of(node)
    while node.parent is not None and node.parent.tag not in ("body", "html") and page.text_of(node.parent) == text:
        node = node.parent
    return node


def _is_column_head(page: Page, box: Node) -> bool:
    """A head cell among head cells only: its values stand below it, not beside it."""
    row = box.parent
    if box.tag not in ("th", "td") or row is None or row.tag != "tr":
        return False
    cells = [cell for cell in row.children if cell.tag in ("th", "td")]
    return len(cells) > 2 and all(cell.tag == "th" for cell in cells)


def _is_value_cell(box: Node) -> bool:
    """A cell where values stand (every second one of a row, a dd): its text may end like a label (可邮寄送达) and is none."""
    if box.tag != "td" or box.parent is None:
        return box.tag == "dd"
    cells = [cell for cell in box.parent.children if cell.tag in ("th", "td")]
    return len(cells) % 2 == 0 and cells.index(box) % 2 == 1


def _rest_of_line(page: Page, lexicon: Lexicon, box: Node) -> list[Node]:
    """What stands behind an inline label in its line, up to the next label; empty where the label stands alone in it."""
    if box.tag in BLOCKS or box.tag in CELLS or box.parent is None:
        return []
    found: list[Node] = []
    mark = signature(page, box)
    siblings = box.parent.children
    for sibling in siblings[siblings.index(box) + 1 :]:
        if sibling.tag in BLOCKS or _is_label(page, lexicon, sibling):
            break
        if not page.text_of(sibling):
            continue
        if found and signature(page, sibling) == mark and signature(page, found[0]) != mark:
            break
        found.append(sibling)
    return found if len(found) > 1 or (found and found[0].tag == "#text") else []


def _following(page: Page, lexicon: Lexicon, box: Node) -> Iterator[Node]:
    """The boxes after a label that make its value."""
    if box.parent is None:
        return
    siblings = box.parent.children
    mark = signature(page, box)
    strip = _pressed(box)
    only_first = box.tag in ("td", "th") or not _leads_a_block(page, box)
    for sibling in siblings[siblings.index(box) + 1 :]:
        if not page.text_of(sibling):
            continue
        if signature(page, sibling) == mark and box.tag not in ("td",) and not _is_pair_of_two(page, box):
            return
        if _is_label(page, lexicon, sibling) or (strip and _pressed(sibling)):
            return
        yield sibling
        if only_first:
            return


def _pressed(box: Node) -> bool:
    """Whether a box is one thing to press: beside another one it is a tab, and no label of it."""
    inner = [node for node in box.walk() if node.pressable]
    return bool(inner) and len(inner) == 1


def _is_pair_of_two(page: Page, box: Node) -> bool:
    """Whether the label's parent holds just two boxes on one line, label and value, however alike they look."""
    boxes = [child for child in box.parent.children if page.text_of(child)] if box.parent else []
    return len(boxes) == 2 and boxes[0] is box and box.tag in ("span", "em", "i", "b", "strong", "label")


def _leads_a_block(page: Page, box: Node) -> bool:
    """Whether the label stands over its value (a heading, a heading row, a block) rather than beside it."""
    return box.tag in HEADINGS or box.tag in ("tr", "dt", "p", "div", "li", "section", "header", "thead")


def _is_label(page: Page, lexicon: Lexicon, node: Node) -> bool:
    text = page.text_of(node)
    if node.tag == "#text" or len(text) > LONGEST_LABEL_TEXT:
        return False
    label = lexicon.label(text)
    return label is not None and label.strength == EXACT


def signature(page: Page, node: Node) -> tuple[str, str, str]:
    """How a box looks: its tag and class and those of the first box in it."""
    inner = next((child for child in node.children if child.tag != "#text"), None)
    inside = f"{inner.tag}.{inner.attributes.get('class', '')}" if inner else ""
    return node.tag, node.attributes.get("class", ""), inside


def _inline_label(page: Page, lexicon: Lexicon, node: Node, text: str) -> Pair | None:
    """A block that reads "label: value", where label and value are not parted by boxes of their own."""
    if node.tag not in BLOCKS or any(child.tag in BLOCKS and page.text_of(child) for child in node.children):
        return None
    parts = COLON.split(text, maxsplit=1)
    if len(parts) != 2 or not parts[1].strip() or len(parts[0]) > LONGEST_LABEL_TEXT:
        return None
    label = lexicon.label(parts[0])
    if label is None or label.strength < EXACT:
        return None
    return Pair(label, parts[1].strip(), (node,), text[:300], inline=True)


def columns(page: Page, lexicon: Lexicon) -> list[Pair]:
    """Pairs of tables whose first row is heads only (window sub-tables): each head with the cells below it."""
    found: list[Pair] = []
    for table in (node for node in page.nodes if node.tag == "table" and node.shown):
        rows = [row for row in table.walk() if row.tag == "tr" and row.inside("table") is table]
        rows = [[cell for cell in row.children if cell.tag in ("td", "th")] for row in rows]
        rows = [row for row in rows if row]
        for at, heads in enumerate(rows[:-1]):
            found.extend(_column_pairs(page, lexicon, heads, rows[at + 1 :]))
    return found


def _column_pairs(page: Page, lexicon: Lexicon, heads: list[Node], below: list[list[Node]]) -> Iterator[Pair]:
    labels = [lexicon.label(page.text_of(head)) for head in heads]
    strong = sum(label is not None for label in labels)
    all_heads = all(head.tag == "th" for head in heads)
    if len(heads) < 2 or strong < 2 or not (all_heads or strong == len(heads)):
        return
    body = [row for row in below if len(row) == len(heads) and not all(cell.tag == "th" for cell in row)]
    for position, label in enumerate(labels):
        if label is None or not body:
            continue
        cells = tuple(row[position] for row in body)
        value = fold(" ".join(page.text_of(cell) for cell in cells))
        quote = next((text for cell in cells if (text := page.text_of(cell))), label.text)
        yield Pair(label, value, cells, quote[:300])


def same_text(left: str, right: str) -> bool:
    return squeeze(left) == squeeze(right)
