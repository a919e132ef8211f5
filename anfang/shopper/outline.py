"""A page as lines of text: a line that is a label and the lines below it, up to the next label. The last resort of the reader."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from anfang.shopper.lexicon import EXACT, OUTLINE, SUFFIX, Label, Lexicon
from anfang.shopper.page import BLOCKS, HEADINGS, Node, Page, fold, together
from anfang.shopper.pairs import longest
from anfang.shopper.segments import segments

MOST_LINES = 40
CELLS = ("td", "th", "dt")
CHAPTER = re.compile(r"^\s*(?:第?[一二三四五六七八九十]{1,3}[、.章节]|[(（][一二三四五六七八九十]{1,3}[)）])")


@dataclass(frozen=True, slots=True)
class Line:
    """What stands between two line breaks, with the text nodes that make it."""

    text: str
    nodes: tuple[Node, ...]
    block: Node
    """The innermost block around it."""

    @property
    def pressable(self) -> bool:
        """Whether the line is a link or a button as a whole (an entry of a menu, a tab)."""
        return any(_pressed_whole(node, self.block) for node in self.nodes[:1])

    @property
    def heading(self) -> bool:
        return self.block.tag in HEADINGS or self.block.inside(*HEADINGS) is not None


def _pressed_whole(node: Node, block: Node) -> bool:
    for above in node.above():
        if above.pressable:
            return True
        if above is block:
            return False
    return False


def lines(page: Page) -> list[Line]:
    """The visible lines in document order."""
    found: list[Line] = []
    open_nodes: list[Node] = []
    block: Node | None = None

    def close() -> None:
        text = fold(together(node.own for node in open_nodes))
        if text and block is not None:
            found.append(Line(text, tuple(open_nodes), block))
        open_nodes.clear()

    for node in page.nodes:
        if node.tag in BLOCKS:
            close()
            continue
        if node.tag != "#text" or not node.shown:
            continue
        here = _block_of(node)
        if here is not block:
            close()
            block = here
        open_nodes.append(node)
    close()
    return found


def _block_of(node: Node) -> Node:
    return next((above for above in node.above() if above.tag in BLOCKS), node)


@dataclass(frozen=True, slots=True)
class Passage:
    """A label line with the lines below it."""

    label: Label
    head: Line
    body: tuple[Line, ...]

    @property
    def value(self) -> str:
        return fold(" ".join(line.text for line in self.body))


def passages(page: Page, lexicon: Lexicon) -> Iterator[Passage]:
    """Label lines that are no buttons, each with what stands below it."""
    every = lines(page)
    for at, line in enumerate(every):
        label = _whole(line, lexicon)
        if label is None or (line.pressable and not line.heading) or _is_cell(page, line):
            continue
        body = _below(every[at + 1 :], line, lexicon)
        if body:
            yield Passage(Label(label.element, label.text, label.unit, OUTLINE), line, tuple(body))


def _is_cell(page: Page, line: Line) -> bool:
    """Whether a label is the whole of a table's cell: what it says stands in other cells, not in the lines below."""
    cell = line.block if line.block.tag in CELLS else line.block.inside(*CELLS)
    return cell is not None and page.text_of(cell) == line.text


def _whole(line: Line, lexicon: Lexicon) -> Label | None:
    """The label that a line is: exactly, or by its ending where a colon says that something follows."""
    label = lexicon.label(line.text) if len(line.text) <= longest(lexicon) else None
    sure = label is not None and (label.strength == EXACT or (label.strength == SUFFIX and line.text.endswith((":", "："))))
    return label if sure else None


def _below(rest: list[Line], head: Line, lexicon: Lexicon) -> list[Line]:
    body: list[Line] = []
    for line in rest[:MOST_LINES]:
        if _whole(line, lexicon) or line.heading or (CHAPTER.match(head.text) and CHAPTER.match(line.text)):
            break
        if any(segment.start <= len(line.text) // 3 for segment in segments(line.text, lexicon)[:1]):
            break
        body.append(line)
    return body
